import type { Guidance, Tradeoff } from "../model/pack.js";
import type {
  Recommendation,
  ReportedAnswer,
  ReportedContribution,
  UncitedRecommendation,
} from "../model/recommendation.js";
import { citationKey } from "./citations.js";
import type {
  JsonAnswer,
  JsonContribution,
  JsonGuidance,
  JsonRule,
  JsonSurface,
  JsonTradeoff,
  JsonVeto,
} from "./json-report.js";

type Named = Pick<UncitedRecommendation, "answers" | "questions">;

export function answerJson(from: Named, answer: ReportedAnswer): JsonSurface["answers"][number] {
  return {
    question: answer.question,
    answer: optionsJson(from, answer),
    implied: answer.state === "implied",
    because: answer.impliedBecause,
    note: answer.note,
  };
}

export function contributionJson(from: Named): (contribution: ReportedContribution) => JsonContribution {
  const answerTo = new Map(from.answers.map((answer) => [answer.question, answer]));
  return ({ question, implied, live, kept, stateless, denominator }) => {
    const answer = answerTo.get(question);
    return {
      question,
      answer: answer === undefined ? [] : optionsJson(from, answer),
      implied,
      stateful: (live + kept) / denominator,
      stateless: stateless / denominator,
      live: live / denominator,
      kept: kept / denominator,
    };
  };
}

function optionsJson(from: Named, { question, options }: ReportedAnswer): JsonAnswer {
  const ids = options.map(({ id }) => id);
  const several = from.questions.get(question)?.several === true;
  return several ? ids : (ids[0] ?? []);
}

export function ruleJson({ rule, questions }: Recommendation["rules"][number]): JsonRule {
  return {
    id: rule.id,
    favours: rule.favours,
    weight: rule.weight.live + rule.weight.kept + rule.weight.stateless,
    live: rule.weight.live,
    kept: rule.weight.kept,
    concern: rule.concern,
    questions: [...questions],
    because: rule.because,
    contested: rule.contested,
    sources: rule.sources.map(citationKey),
  };
}

export function vetoJson({ veto, questions }: Recommendation["vetoes"][number]): JsonVeto {
  return {
    id: veto.id,
    forbids: veto.forbids,
    concern: veto.concern,
    questions: [...questions],
    because: veto.because,
    contested: veto.contested,
    sources: veto.sources.map(citationKey),
  };
}

export function tradeoffJson({ id, kind, style, text, mitigation, sources }: Tradeoff): JsonTradeoff {
  return { id, kind, style, text, mitigation, sources: sources.map(citationKey) };
}

export function guidanceJson({ id, topic, text, because, sources }: Guidance): JsonGuidance {
  return { id, topic, text, because, sources: sources.map(citationKey) };
}

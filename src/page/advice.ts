import { movementOf } from "../engine/compare/compare.js";
import { questionsToAsk } from "../engine/interview/questions-to-ask.js";
import type { Analysis } from "../engine/model/analysis.js";
import type { Movement } from "../engine/model/movement.js";
import type { Recommendation, ReportedRule } from "../engine/model/recommendation.js";
import { speaksForKeeping } from "../engine/report/answer/reasons.js";
import { movedSummary } from "../engine/report/document/moved.js";
import { surfaceHtml } from "../engine/report/html/document.js";
import { movedHtml, overviewHtml, ruleHtml } from "../engine/report/html/parts.js";
import { concernTippingGroups } from "../engine/report/tipping.js";
import { assumptionsInOrder, otherwiseWords } from "../engine/report/wording/assumption-words.js";
import { firstSentence } from "../engine/report/wording/phrases.js";
import { ruleEffect } from "../engine/report/wording/rule-words.js";
import { gradeOf } from "../engine/report/wording/trust-words.js";
import { shortHeadline } from "../engine/report/wording/verdict-words.js";
import type { Advice, FiredRule, Moved, Outlook, PageData, Signals } from "./protocol.js";

/** What a page shows of a recommendation, by the surface's position; `before` is that of the answers that it came with. */
export const pageAdvice = (
  from: Recommendation,
  surface: number,
  before: Recommendation | null,
  kind: PageData["kind"],
): Omit<Advice, "kind" | "turn" | "isAnalysed" | "sources"> => ({
  surface,
  html: surfaceHtml(from, surface, kind),
  verdict: from.verdict,
  grade: gradeOf(from),
  headline: shortHeadline(from),
  overview: overviewHtml(from),
  signals: signalsOf(from),
  moved: before === null ? null : movedOf(movementOf(before, from)),
});

const movedOf = (movement: Movement): Moved | null =>
  movement.answers.length === 0 ? null : { summary: movedSummary(movement), html: movedHtml(movement) };

function signalsOf(from: Recommendation): Signals {
  const { answers, settled, rules, clashes } = from;
  return {
    implied: answers.flatMap(({ question, options, impliedBecause }) =>
      impliedBecause === null
        ? []
        : [{ question, options: options.map(({ id }) => id), because: impliedBecause }],
    ),
    fired: [...settled, ...rules].map(firedRule),
    clashes: clashes.map(({ questions, clash: { because } }) => ({ questions, because })),
    outlook: from.analysis === null ? null : outlookOf(from, from.analysis),
  };
}

function firedRule(fired: ReportedRule): FiredRule {
  const { rule, questions } = fired;
  const { id, concern, points, because } = rule;
  return {
    ...{ id, questions, concern, points, speaksForKeeping: speaksForKeeping(rule) },
    ...{ effect: ruleEffect(rule), lead: firstSentence(because), html: ruleHtml(fired) },
  };
}

function outlookOf(from: Recommendation, { tippingPoints }: Analysis): Outlook {
  const toAsk = questionsToAsk(from).map(({ question }) => question);
  const next = toAsk.find(({ essential }) => essential) ?? toAsk[0];
  return {
    telling: toAsk.map(({ id }) => id),
    next: next?.id ?? null,
    assumed: assumptionsInOrder(from).map((each) => ({
      question: each.question,
      option: each.option,
      otherwise: otherwiseWords(from, each),
    })),
    tipping: tippingPoints.points.flatMap(({ changes, verdict }) => {
      const [only, ...more] = changes;
      const option = only?.to ?? only?.from;
      if (only === undefined || option == null || more.length > 0) return [];
      return [{ question: only.question, option, verdict }];
    }),
    moving: concernTippingGroups(from).flatMap(({ concern, lead, alternatives }) =>
      alternatives.flatMap(({ changes, others }) =>
        [...changes, ...others].flatMap(({ question, from: was, to }) => {
          const option = to ?? was;
          return option === null ? [] : [{ question, option, concern, words: lead.replace(/,? if$/, "") }];
        }),
      ),
    ),
  };
}

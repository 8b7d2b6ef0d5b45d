import { type Guidance, type GuidanceTopic, guidanceTopics, type Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { guidanceTitles, optionLabels } from "../wording/titles.js";
import { weighedForms } from "../wording/weighing.js";
import { trace } from "./trace.js";

const hang = 13;

/** What the verdict brings and costs for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, style: ReportStyle): Lines {
  const ofKind = (kind: Tradeoff["kind"], mark: Inline): readonly Lines[] =>
    from.tradeoffs
      .filter((tradeoff) => tradeoff.kind === kind)
      .map((tradeoff) => entry(style, tradeoff, mark));
  return spaced([...ofKind("advantage", as("good", "+")), ...ofKind("disadvantage", as("bad", "−"))]);
}

function entry(style: ReportStyle, { id, text, mitigation, sources }: Tradeoff, mark: Inline): Lines {
  return [
    ...block(style, [text], { mark: [mark] }),
    ...(mitigation === null ? [] : block(style, [as("bold", "What to do: "), mitigation], { indent: 4 })),
    ...trace(style, id, sources, { indent: 4 }),
  ];
}

/** What errors, retries, consistency and monitoring should look like for this surface. */
export function operation(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    guidanceTopics.map((topic) =>
      ofTopic(
        style,
        topic,
        from.guidance.filter((entry) => entry.topic === topic),
      ),
    ),
  );
}

function ofTopic(style: ReportStyle, topic: GuidanceTopic, entries: readonly Guidance[]): Lines {
  return entries.flatMap(({ id, text, because, sources }, at) => [
    ...block(style, [text], { mark: at === 0 ? [as("bold", guidanceTitles[topic])] : [], hang }),
    ...block(style, [`Why: ${because}`], { hang }),
    ...trace(style, id, sources, { hang }),
  ]);
}

/** The given answers that no fired rule reads, so that no answer and no note goes unmentioned. */
export function otherAnswers(from: Recommendation, style: ReportStyle): Lines {
  const counted = new Set([
    ...weighedForms(from).flatMap(({ answers }) => answers.map(({ question }) => question)),
    ...from.settled.flatMap(({ questions }) => questions),
  ]);
  const answers = from.answers.filter(({ question, state }) => state === "given" && !counted.has(question));
  return answers.flatMap(({ question, ask, options, note }) => [
    ...block(style, [`${ask} `, as("bold", optionLabels({ options })), as("dim", ` (${question})`)], {
      mark: ["•"],
    }),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 4 })),
  ]);
}

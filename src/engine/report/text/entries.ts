import { type Guidance, type GuidanceTopic, guidanceTopics, type Tradeoff } from "../../model/pack.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../selection.js";
import { guidanceTitles, optionLabels } from "../wording/titles.js";
import { weighedForms } from "../wording/weighing.js";
import { remainder, trace } from "./trace.js";

const hang = 13;

/** What the verdict brings and costs for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, style: ReportStyle): Lines {
  const ofKind = (kind: Tradeoff["kind"], most: number, mark: Inline): readonly Lines[] => {
    const all = from.tradeoffs.filter((tradeoff) => tradeoff.kind === kind);
    const listed = shown(style, all, most);
    return [
      ...listed.map((tradeoff) => entry(style, tradeoff, mark)),
      remainder(style, all.length - listed.length, kind),
    ];
  };
  return spaced([...ofKind("advantage", 2, as("good", "+")), ...ofKind("disadvantage", 3, as("bad", "−"))]);
}

function entry(style: ReportStyle, { id, text, mitigation, sources }: Tradeoff, mark: Inline): Lines {
  return [
    ...block(style, [text], { mark: [mark] }),
    ...(mitigation === null ? [] : block(style, [as("bold", "What to do: "), mitigation], { indent: 4 })),
    ...trace(style, id, sources, { indent: 4 }),
  ];
}

const mostOfTopic = 1;

/** What errors, retries, consistency and monitoring should look like for this surface. */
export function operation(from: Recommendation, style: ReportStyle): Lines {
  const topics = guidanceTopics.map((topic) => {
    const entries = from.guidance.filter((entry) => entry.topic === topic);
    return { topic, entries, first: shown(style, entries, mostOfTopic) };
  });
  const left = topics.reduce((sum, { entries, first }) => sum + entries.length - first.length, 0);
  return spaced([
    ...topics.map(({ topic, first }) => ofTopic(style, topic, first)),
    remainder(style, left, "piece of advice", {}, "pieces of advice"),
  ]);
}

function ofTopic(style: ReportStyle, topic: GuidanceTopic, entries: readonly Guidance[]): Lines {
  return entries.flatMap(({ id, text, because, sources }, at) => [
    ...block(style, [text], { mark: at === 0 ? [as("bold", guidanceTitles[topic])] : [], hang }),
    ...(style.detail === "normal" ? [] : block(style, [`Why: ${because}`], { hang })),
    ...trace(style, id, sources, { hang }),
  ]);
}

/** In full detail: the given answers that no fired rule reads, so that no answer and no note goes unmentioned. */
export function otherAnswers(from: Recommendation, style: ReportStyle): Lines {
  if (style.detail === "normal") return [];
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

import type { Citation, Tradeoff } from "../../model/pack.js";
import { type Guidance, type GuidanceTopic, guidanceTopics } from "../../model/pack.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import { as, glue, type Inline } from "../inline.js";
import { block, type Lines, type Placing, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../selection.js";
import { citationLabel } from "../sources.js";
import { listed } from "../wording/phrases.js";
import {
  concernScopes,
  concernTitles,
  guidanceTitles,
  labelsOf,
  optionLabels,
  placeWords,
} from "../wording/titles.js";

const mostSources = 3;

/** `[id · source, source]` on lines of its own: the id and sources of an entry. */
export function trace(
  style: ReportStyle,
  id: string,
  sources: readonly Citation[],
  placing: Placing,
  more = "",
): Lines {
  const first = shown(style, sources, mostSources).map(citationLabel);
  const left = sources.length - first.length;
  const cited = [...first, ...(left > 0 ? [`${left}${glue}more`] : [])].join(", ");
  return block(style, [as("dim", `[${id}${more}${cited === "" ? "" : `${glue}· ${cited}`}]`)], placing);
}

/** The number of entries left out of a list; empty if none were. The end of the report says how to see them. */
export function remainder(
  style: ReportStyle,
  left: number,
  noun: string,
  placing: Placing = {},
  many = `${noun}s`,
): Lines {
  if (left <= 0) return [];
  return block(style, [as("dim", `… and ${left} more ${left === 1 ? noun : many}`)], placing);
}

/** The styles that are ruled out regardless of points, and the answers that do so. */
export function vetoes(from: Recommendation, style: ReportStyle): Lines {
  return spaced(
    from.vetoes.map(({ veto, questions }) => [
      ...block(style, [as("bad", `Pure ${veto.forbids} is ruled out. `), veto.because], {
        mark: [as("bad", "×")],
      }),
      ...questions.flatMap((question) =>
        block(style, [as("dim", `${question}: ${labelsOf(from, question)}`)], { indent: 4 }),
      ),
      ...(veto.contested === null ? [] : block(style, [`Contested: ${veto.contested}`], { indent: 4 })),
      ...trace(style, veto.id, veto.sources, { indent: 4 }),
    ]),
  );
}

const hang = 13;

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements(from: Recommendation, style: ReportStyle): Lines {
  if (from.verdict === "undecided") return [];
  const blocks: Lines[] = [];
  const empty: ReportedConcern[] = [];
  for (const each of from.concerns) {
    if (each.placement === null) continue;
    if (each.placement.place === "nowhere") empty.push(each);
    else blocks.push(placed(style, each, each.placement));
  }
  const operation = from.concerns.filter(({ concern }) => concern === "operation");
  return spaced([
    ...blocks,
    ...(style.detail === "full"
      ? empty.map((each) => placed(style, each, each.placement))
      : [without(style, empty)]),
    ...operation.map((concern) => stateless(style, concern)),
  ]);
}

function placed(
  style: ReportStyle,
  { concern, scores }: ReportedConcern,
  placement: ReportedConcern["placement"],
): Lines {
  if (placement === null) return [];
  const { place, pattern, because, id, sources } = placement;
  const title: readonly Inline[] = pattern === null ? [] : [`: ${pattern.title}`];
  const where = place === "nowhere" ? "no state" : placeWords[place];
  const lines = [
    ...block(style, [as("bold", where), ...title, as("dim", figuresOf(scores))], {
      mark: [as("bold", concernTitles[concern])],
      hang,
    }),
    ...block(style, [because], { hang }),
    ...trace(style, id, sources, { hang }),
  ];
  if (style.detail === "normal") return lines;
  const about =
    pattern === null
      ? []
      : [`What it is: ${pattern.what}`, `Fits when: ${pattern.fits}`, `Watch: ${pattern.watch}`];
  const scope = `About: ${concernScopes[concern]}`;
  return [...lines, ...[scope, ...about].flatMap((line) => block(style, [line], { hang }))];
}

const figuresOf = ({ stateful, stateless }: Scores): string => ` (F${glue}${stateful}, L${glue}${stateless})`;

/** The concern that has points but no state: without it the concerns' points would not add up. */
function stateless(style: ReportStyle, { concern, scores }: ReportedConcern): Lines {
  const content = ["has no state, but affects where it goes", as("dim", figuresOf(scores))];
  return block(style, content, { mark: [as("bold", concernTitles[concern])], hang });
}

function without(style: ReportStyle, empty: readonly ReportedConcern[]): Lines {
  if (empty.length === 0) return [];
  const names = empty.map(({ concern }) => concernTitles[concern].toLowerCase());
  return block(style, [`for ${listed(names)}`], { mark: ["No state"], hang });
}

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

/** In full detail: the given answers that carry no points, so that no answer and no note goes unmentioned. */
export function answersWithoutPoints(from: Recommendation, style: ReportStyle): Lines {
  if (style.detail === "normal") return [];
  const counted = new Set(from.contributions.map(({ question }) => question));
  const answers = from.answers.filter(({ question, state }) => state === "given" && !counted.has(question));
  return answers.flatMap(({ question, ask, options, note }) => [
    ...block(style, [`${ask} `, as("bold", optionLabels({ options })), as("dim", ` (${question})`)], {
      mark: ["•"],
    }),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 4 })),
  ]);
}

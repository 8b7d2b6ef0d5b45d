import type { Citation, Tradeoff } from "../../model/pack.js";
import { type Guidance, type GuidanceTopic, guidanceTopics } from "../../model/pack.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import { shown } from "../chosen.js";
import { as, glue, type Inline } from "../inline.js";
import { block, type Placing, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { citationLabel } from "../sources.js";
import { listed } from "../wording/phrases.js";
import { concernScopes, concernTitles, guidanceTitles, placeWords } from "../wording/titles.js";

const mostSources = 3;

/** `[id · source, source]` on lines of its own: what an entry can be looked up and traced by. */
export function trace(
  style: ReportStyle,
  id: string,
  sources: readonly Citation[],
  placing: Placing,
  more = "",
): readonly string[] {
  const first = shown(style, sources, mostSources).map(citationLabel);
  const left = sources.length - first.length;
  const cited = [...first, ...(left > 0 ? [`${left}${glue}more`] : [])].join(", ");
  return block(style, [as("dim", `[${id}${more}${cited === "" ? "" : `${glue}· ${cited}`}]`)], placing);
}

/** Says how many entries of a list were left out; nothing when all are there. The end of the report says how to see them. */
export function remainder(
  style: ReportStyle,
  left: number,
  noun: string,
  placing: Placing = {},
  many = `${noun}s`,
): readonly string[] {
  if (left <= 0) return [];
  return block(style, [as("dim", `… and ${left} more ${left === 1 ? noun : many}`)], placing);
}

/** What cannot be had whatever the points, and the answers that say so. */
export function vetoes(from: Recommendation, style: ReportStyle): readonly string[] {
  const labels = new Map(
    from.answers.map(({ question, options }) => [question, options.map(({ label }) => label).join("; ")]),
  );
  return spaced(
    from.vetoes.map(({ veto, questions }) => [
      ...block(style, [as("bad", `Pure ${veto.forbids} is ruled out. `), veto.because], {
        mark: [as("bad", "×")],
      }),
      ...questions.flatMap((question) =>
        block(style, [as("dim", `${question}: ${labels.get(question) ?? ""}`)], { indent: 4 }),
      ),
      ...(veto.contested === null ? [] : block(style, [`Contested: ${veto.contested}`], { indent: 4 })),
      ...trace(style, veto.id, veto.sources, { indent: 4 }),
    ]),
  );
}

const hang = 13;

/** Concern by concern: where its state lives, by which pattern, and why. */
export function placements(from: Recommendation, style: ReportStyle): readonly string[] {
  if (from.verdict === "undecided") return [];
  const holding = from.concerns.filter(
    ({ placement }) => placement !== null && placement.place !== "nowhere",
  );
  const empty = from.concerns.filter(({ placement }) => placement?.place === "nowhere");
  const blocks = holding.map((concern) => placed(style, concern));
  return spaced([
    ...blocks,
    ...(style.detail === "full" ? empty.map((concern) => placed(style, concern)) : [without(style, empty)]),
    ...from.concerns
      .filter(({ concern }) => concern === "operation")
      .map((concern) => bearing(style, concern)),
  ]);
}

function placed(style: ReportStyle, { concern, scores, placement }: ReportedConcern): readonly string[] {
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

/** The concern that holds no state but weighs: without it the concerns' points would not add up. */
function bearing(style: ReportStyle, { concern, scores }: ReportedConcern): readonly string[] {
  const content = ["holds no state; bears on where it goes", as("dim", figuresOf(scores))];
  return block(style, content, { mark: [as("bold", concernTitles[concern])], hang });
}

function without(style: ReportStyle, empty: readonly ReportedConcern[]): readonly string[] {
  if (empty.length === 0) return [];
  const names = empty.map(({ concern }) => concernTitles[concern].toLowerCase());
  return block(style, [`for ${listed(names)}`], { mark: ["No state"], hang });
}

const mostGains = 2;
const mostCosts = 3;

/** What the verdict costs and brings for these answers, each cost with what to do about it. */
export function tradeoffs(from: Recommendation, style: ReportStyle): readonly string[] {
  const costs = from.tradeoffs.filter(({ kind }) => kind === "disadvantage");
  const gains = from.tradeoffs.filter(({ kind }) => kind === "advantage");
  const shownCosts = shown(style, costs, mostCosts);
  const shownGains = shown(style, gains, mostGains);
  return spaced([
    ...shownGains.map((gain) => entry(style, gain, as("good", "+"))),
    remainder(style, gains.length - shownGains.length, "advantage"),
    ...shownCosts.map((cost) => entry(style, cost, as("bad", "−"))),
    remainder(style, costs.length - shownCosts.length, "disadvantage"),
  ]);
}

function entry(
  style: ReportStyle,
  { id, text, mitigation, sources }: Tradeoff,
  mark: Inline,
): readonly string[] {
  return [
    ...block(style, [text], { mark: [mark] }),
    ...(mitigation === null ? [] : block(style, [as("bold", "What to do: "), mitigation], { indent: 4 })),
    ...trace(style, id, sources, { indent: 4 }),
  ];
}

const mostOfTopic = 1;

/** How errors, retries, consistency and monitoring should look for this surface. */
export function operation(from: Recommendation, style: ReportStyle): readonly string[] {
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

function ofTopic(style: ReportStyle, topic: GuidanceTopic, entries: readonly Guidance[]): readonly string[] {
  return entries.flatMap(({ id, text, because, sources }, at) => [
    ...block(style, [text], { mark: at === 0 ? [as("bold", guidanceTitles[topic])] : [], hang }),
    ...(style.detail === "normal" ? [] : block(style, [`Why: ${because}`], { hang })),
    ...trace(style, id, sources, { hang }),
  ]);
}

/** In full detail: the given answers that brought in no points, so that no answer and no note goes unmentioned. */
export function silent(from: Recommendation, style: ReportStyle): readonly string[] {
  if (style.detail === "normal") return [];
  const counted = new Set(from.contributions.map(({ question }) => question));
  const answers = from.answers.filter(({ question, state }) => state === "given" && !counted.has(question));
  return answers.flatMap(({ question, ask, options, note }) => [
    ...block(
      style,
      [`${ask} `, as("bold", options.map(({ label }) => label).join("; ")), as("dim", ` (${question})`)],
      { mark: ["•"] },
    ),
    ...(note === null ? [] : block(style, [`Note: ${note}`], { indent: 4 })),
  ]);
}

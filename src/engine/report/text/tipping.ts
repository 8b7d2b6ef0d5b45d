import type { Change, TippingPoint } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { as, type Inline } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { remainder, shown, spaced } from "./entries.js";

const mostPoints = 5;

/** The smallest changes of given answers that change the verdict. */
export function tipping(from: Recommendation, style: ReportStyle): readonly string[] {
  const found = from.analysis?.tippingPoints;
  if (found === undefined || from.verdict === "undecided") return [];
  const size = found.points[0]?.changes.length ?? 0;
  if (size === 0) return block(style, [none(found.complete)]);
  const listed = shown(style, found.points, mostPoints);
  const left = found.points.length - listed.length + found.left;
  return spaced([
    block(style, [size === 1 ? "One other answer is enough:" : `No single answer does it; ${size} changed together do:`]),
    ...verdicts.map((verdict) => leadingTo(from, style, verdict, listed)),
    remainder(style, left, size === 1 ? "change" : "set"),
  ]);
}

const none = (complete: boolean): string =>
  complete ? "No change of the given answers changes the verdict." : "No small set of other answers changes the verdict; larger sets were not searched.";

function leadingTo(from: Recommendation, style: ReportStyle, verdict: Verdict, listed: readonly TippingPoint[]): readonly string[] {
  const leading = listed.filter((point) => point.verdict === verdict);
  if (leading.length === 0) return [];
  return [
    ...block(style, [as("bold", "→ "), as(verdict, verdict)]),
    ...leading.flatMap(({ changes }) => changes.flatMap((change, at) => changed(from, style, change, at, changes.length))),
  ];
}

function changed(from: Recommendation, style: ReportStyle, change: Change, at: number, size: number): readonly string[] {
  const question = from.questions.get(change.question);
  const label = (id: string): string => question?.options.find((option) => option.id === id)?.label ?? id;
  const joined = at === 0 ? "•" : "+";
  const content = [`${question?.ask ?? ""} `, ...wording(change, label), as("dim", ` (${change.question})`)];
  return block(style, content, { indent: 4, mark: [size === 1 ? "•" : joined] });
}

function wording({ from, to }: Change, label: (id: string) => string): readonly Inline[] {
  if (from === null) return ["also ", as("bold", label(to ?? ""))];
  if (to === null) return ["without ", as("bold", label(from))];
  return [as("bold", label(to)), ` instead of ${label(from)}`];
}


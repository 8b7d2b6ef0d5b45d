import type { Rule } from "../../model/pack.js";
import type { Answer } from "../answer/answer.js";
import { isAboutPlace } from "../answer/reasons.js";
import { as } from "../inline.js";
import { ends, type Lines } from "../layout.js";
import { type Gauge, sideRoles } from "../wording/concern-words.js";
import { type Sheet, shortBlock } from "./shorten.js";

/** Lines for the first reason of a side, and for each of the others. */
export interface ReasonRows {
  readonly first: number;
  readonly others: number;
}

/** The reasons each way, in words, under a heading with the sums that weigh. */
export function whyLines({ reasons, gauges }: Answer, rows: ReasonRows, sheet: Sheet): Lines {
  const { keeping, against } = reasons;
  if (keeping.length + against.length === 0) return [];
  return [
    ...ends(
      sheet.style,
      [as("heading", "Why"), as("dim", " (+ to keep, − not to)")],
      [as("dim", weighed(gauges))],
    ),
    ...keeping.flatMap((rule, at) => reason(rule, "for", at, rows, sheet)),
    ...against.flatMap((rule, at) => reason(rule, "against", at, rows, sheet)),
  ];
}

/** A reason behind its sign, in the colour of the verdict that it leads to. */
function reason(rule: Rule, side: "for" | "against", at: number, rows: ReasonRows, sheet: Sheet): Lines {
  const mark = as(sideRoles[isAboutPlace(rule) ? "place" : "need"][side], side === "for" ? "+" : "−");
  return shortBlock(rule.because, at === 0 ? rows.first : rows.others, sheet, { mark: [mark] });
}

/** "points: workflow 4 : 1, its place 3 : 1"; a word if requirements alone decide, nothing if nothing does. */
function weighed(gauges: readonly Gauge[]): string {
  const sums = gauges
    .filter(({ byPoints }) => byPoints)
    .map(
      ({ concern, form, points }) =>
        `${form === "place" ? "interaction's place" : concern} ${points.for} : ${points.against}`,
    );
  if (sums.length > 0) return `points: ${sums.join(", ")}`;
  return gauges.some(({ isGiven }) => isGiven) ? "requirements alone decide" : "";
}

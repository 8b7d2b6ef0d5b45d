import type { Recommendation } from "../../model/recommendation.js";
import type { Answer } from "../answer/answer.js";
import type { Outcome, SingleChange, SingleChanges } from "../answer/changes.js";
import { as, type Inline } from "../inline.js";
import { block, type Lines } from "../layout.js";
import { plural } from "../numbers.js";
import type { ReportStyle } from "../report-style.js";
import { questionOf } from "../selection.js";
import { listed } from "../wording/phrases.js";
import { classRoles, optionLabel } from "../wording/titles.js";
import { notAnalysed } from "../wording/trust-words.js";
import { fittingList, type Sheet } from "./shorten.js";

/** Lines that one entry may take. */
const rows = 2;

/** Single answers that would change the verdict or a place; one line if there are none. */
export function changeLines(from: Recommendation, { changes: found }: Answer, sheet: Sheet): Lines {
  if (from.verdict === "undecided") return [];
  const title = as("heading", "What would change it");
  if (found === null) return block(sheet.style, [title, `: ${notAnalysed(from)}`], { indent: 0 });
  return [
    ...block(sheet.style, [title, as("dim", remark(found))], { indent: 0 }),
    ...found.changes.flatMap((each) => changeLine(from, each, sheet)),
  ];
}

/** What to say beside the heading if no single answer changes the verdict. */
function remark({ together, isFixed, isComplete }: SingleChanges): string {
  if (together !== null) return ` (no single answer changes the verdict, ${together} together do)`;
  if (!isFixed) return "";
  return isComplete
    ? " (no change of the given answers changes the verdict)"
    : " (no small change was found)";
}

/** "→ hybrid: How many may run at once? “Many”"; where several options do, as many as leave it at two lines. */
function changeLine(from: Recommendation, { change, others, outcome }: SingleChange, sheet: Sheet): Lines {
  const question = questionOf(from, change.question);
  const labels = [change, ...others].map(({ to }) => `“${optionLabel(question, to)}”`);
  const words = (count: number): string =>
    change.to === null ? `without “${optionLabel(question, change.from)}”` : oneOf(labels, count);
  const drawn = (count: number, style: ReportStyle): Lines =>
    block(style, [...outcomeWords(from, outcome), `: ${question.ask} `, as("bold", words(count))], {
      mark: ["→"],
    });
  const counts = labels.map((_, at) => labels.length - at);
  return drawn(counts.find((count) => drawn(count, sheet.measure).length <= rows) ?? 1, sheet.style);
}

/** The first labels, and how many others there are. */
function oneOf(labels: readonly string[], count: number): string {
  const left = labels.length - count;
  const more = left === 0 ? [] : [left === 1 ? "another" : `${left} others`];
  return listed([...labels.slice(0, count), ...more], "or");
}

function outcomeWords(from: Recommendation, outcome: Outcome): readonly Inline[] {
  if (outcome.kind === "verdict") return [as(outcome.verdict, outcome.verdict)];
  const { concern, class: to } = outcome;
  const isBound = from.concerns.some((each) => each.concern === concern && each.class === "bound");
  const words = { "not-kept": "not kept", elsewhere: isBound ? "kept elsewhere" : "kept", bound: "bound" };
  return [`${concern} `, as(classRoles[to], words[to])];
}

/** The open questions that are read as harmless, with what is assumed. */
export function assumedLines(from: Recommendation, { assumptions }: Answer, sheet: Sheet): Lines {
  const items = assumptions.map(({ question: id, option }) => {
    const question = questionOf(from, id);
    return `${question.ask} “${optionLabel(question, option)}”`;
  });
  return items.length === 0 ? [] : fittingList(items, "Assumes", rows, sheet);
}

/** Open questions that could overturn the verdict. */
export function askLines({ ask }: Answer, sheet: Sheet): Lines {
  const items = ask.map((each) => each.ask);
  return items.length === 0 ? [] : fittingList(items, "Could overturn it:", rows, sheet);
}

const mostToAsk = 5;

/** The questions that would help most while there is no verdict. */
export function helpLines({ ask }: Answer, style: ReportStyle): Lines {
  const first = ask.slice(0, mostToAsk);
  const left = ask.length - first.length;
  return [
    ...block(style, [as("heading", "What would help most")], { indent: 0 }),
    ...first.flatMap((each) => block(style, [each.ask], { mark: ["•"] })),
    ...(left === 0 ? [] : block(style, [as("dim", `… and ${plural(left, "more question")}`)])),
  ];
}

import type { Recommendation } from "../../model/recommendation.js";
import type { Answer } from "../answer/answer.js";
import type { Outcome, SingleChange, SingleChanges } from "../answer/changes.js";
import { as, type Inline } from "../inline.js";
import { plural } from "../numbers.js";
import { questionOf } from "../selection.js";
import { listed } from "../wording/phrases.js";
import { classRoles, optionLabel, questionName } from "../wording/titles.js";
import { notAnalysed } from "../wording/trust-words.js";
import {
  type Content,
  fitting,
  type Item,
  item,
  list,
  type Phrase,
  paragraph,
  type Section,
  said,
  section,
} from "./blocks.js";

/*
 * Questions are named by their ids in words here: whole questions would hide the answers, and stand in the parts that say
 * everything.
 */

export const changeTitle = "What would change it";

/** Single answers that would change the verdict or a place. */
export function changeSection(from: Recommendation, { changes: found }: Answer): readonly Section[] {
  const blocks =
    found === null
      ? [paragraph(said(notAnalysed(from)))]
      : list(found.changes.map((each) => change(from, each)));
  return [{ id: "change", title: changeTitle, note: found === null ? "" : remark(found), aside: "", blocks }];
}

/** What to say beside the title if no single answer changes the verdict. */
function remark({ together, isFixed, isComplete }: SingleChanges): string {
  if (together !== null) return `no single answer changes the verdict, ${together} together do`;
  if (!isFixed) return "";
  return isComplete ? "no change of the given answers changes the verdict" : "no small change was found";
}

/** "→ hybrid: peak clients “Many”"; where several options do, as many as there is room for. */
function change(from: Recommendation, { change, others, outcome }: SingleChange): Item {
  const question = questionOf(from, change.question);
  const labels = [change, ...others].map(({ to }) => `“${optionLabel(question, to)}”`);
  const words = (count: number): string => {
    if (change.to === null) return `without “${optionLabel(question, change.from)}”`;
    return `${change.from === null ? "also " : ""}${oneOf(labels, count)}`;
  };
  const [whole = [], ...shorter] = labels.map((_, at): readonly Phrase[] => [
    ...outcomeWords(from, outcome),
    `: ${questionName(change.question)} `,
    as("bold", words(labels.length - at)),
  ]);
  return item("→", fitting("change", whole, ...shorter));
}

/** The first labels, and how many others there are. */
function oneOf(labels: readonly string[], count: number): string {
  const left = labels.length - count;
  const more = left === 0 ? [] : [left === 1 ? "one other" : `${left} others`];
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
export function assumedSection(from: Recommendation, { assumptions }: Answer): readonly Section[] {
  const items = assumptions.map(
    ({ question, option }) =>
      `${questionName(question)} “${optionLabel(questionOf(from, question), option)}”`,
  );
  return section("assumes", "Assumes", items.length === 0 ? [] : [paragraph(asManyOf(items))]);
}

/** Open questions that could overturn the verdict. */
export function askSection({ ask }: Answer): readonly Section[] {
  const items = ask.map(({ question }) => questionName(question));
  return section("ask", "Could overturn it", items.length === 0 ? [] : [paragraph(asManyOf(items))]);
}

/** As many items as there is room for, at least one, and the number of the others. */
function asManyOf(items: readonly string[]): Content {
  const [whole = [], ...shorter] = items.map((_, at): readonly Phrase[] => [
    `${items.slice(0, items.length - at).join("; ")}${at === 0 ? "" : `; and ${at} more`}`,
  ]);
  return fitting("change", whole, ...shorter);
}

const mostToAsk = 5;

/** The questions that would help most while there is no verdict. */
export function helpSection({ ask }: Answer): readonly Section[] {
  const left = ask.length - mostToAsk;
  return section("ask", "What would help most", [
    ...list(ask.slice(0, mostToAsk).map((each) => item(null, said(each.ask)))),
    ...(left <= 0 ? [] : [paragraph(said(as("dim", `… and ${plural(left, "more question")}`)))]),
  ]);
}

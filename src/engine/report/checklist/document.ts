import { joinedLines } from "../../diagnostics/plain-text.js";
import { at } from "../../model/at.js";
import type { Recommendation } from "../../model/recommendation.js";
import {
  heading,
  type Item,
  type Lines,
  list,
  origin,
  paragraph,
  section,
  stacked,
} from "../markdown/blocks.js";
import { type Markdown, type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import type { Format } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import { decisions } from "./decisions.js";
import { idPrefixes, type ReviewGroup, type ReviewItem } from "./item.js";
import { openQuestions, reliedOn } from "./questions.js";
import { handling, mitigations } from "./work.js";

/**
 * A task list for a design review. Each item is a line that is true of the design or not, with a reason below it. The line
 * ends with an id in a comment; ids are unique in the document and do not change with the wording, so that ticks can be
 * carried over. Full detail has all costs and all advice, in all their words.
 */
export const checklist: Format = (report, style) => {
  const writer = markdownWriter(style);
  const surfaces = surfacesOf(report);
  const prefixes = idPrefixes(surfaces);
  return joinedLines(
    stacked([
      ...withTitles(surfaces, surfaceTitle).flatMap(([title, from], index) => [
        heading(2, writer.md`Design review: ${title}`),
        ...eachOnce(groupsOf(from, writer)).map((group) => groupLines(group, writer, at(prefixes, index))),
      ]),
      origin(report, writer),
    ]),
  );
};

function groupsOf(from: Recommendation, writer: MarkdownWriter): readonly ReviewGroup[] {
  const { md } = writer;
  const questions = { title: md`Open questions to answer`, ...openQuestions(from, writer) };
  const groups = [
    { title: md`Decisions to confirm`, items: decisions(from, writer), left: 0 },
    { title: md`Costs to deal with`, ...mitigations(from, writer) },
    { title: md`Errors and operation`, ...handling(from, writer) },
    questions,
    { title: md`Answers that the verdict hangs on`, ...reliedOn(from, writer) },
  ];
  return from.verdict === "undecided"
    ? [questions, ...groups.filter((group) => group !== questions)]
    : groups;
}

/** Without what an earlier item says already below its task. */
function eachOnce(groups: readonly ReviewGroup[]): readonly ReviewGroup[] {
  const said = new Set<string>();
  const isNew = ({ text }: Markdown): boolean => {
    const isSaid = said.has(text);
    said.add(text);
    return !isSaid;
  };
  return groups.map((group) => ({
    ...group,
    items: group.items.map((item) => ({ ...item, below: item.below.filter(isNew) })),
  }));
}

function groupLines({ title, items, left }: ReviewGroup, writer: MarkdownWriter, prefix: string): Lines {
  const { md, code } = writer;
  const tasks = items.map((item) => itemOf(item, writer, prefix));
  return section(3, title, [
    list(writer, tasks, "[ ] ".length),
    left === 0 ? [] : paragraph(md`… and ${left} more with ${code("--details")}.`),
  ]);
}

/** An item in one paragraph whose lines stay lines where it is drawn. */
function itemOf({ id, task, below }: ReviewItem, { md, comment }: MarkdownWriter, prefix: string): Item {
  const first = md`[ ] ${task} ${comment(`id: ${prefix}/${id}`)}`;
  const lines = [first, ...below].filter(({ text }) => text !== "");
  const [line = first, ...more] = lines.map((each, at) => (at === lines.length - 1 ? each : md`${each}\\`));
  return { line, below: more.flatMap(paragraph) };
}

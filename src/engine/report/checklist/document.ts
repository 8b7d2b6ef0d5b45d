import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import { heading, type Lines, list, origin, paragraph, section, stacked } from "../markdown/blocks.js";
import { type MarkdownWriter, markdownWriter } from "../markdown/writer.js";
import type { Format } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { surfaceTitle, withTitles } from "../wording/titles.js";
import { decisions } from "./decisions.js";
import { idPrefixes, type ReviewGroup } from "./item.js";
import { openQuestions, revisits } from "./questions.js";
import { handling, mitigations } from "./work.js";

/**
 * A task list for a design review. The first line of each item ends with an id in a comment; ids are unique in the
 * document and do not change with the wording, so that ticks can be carried over. Always complete, whatever the style's
 * detail.
 */
export const checklist: Format = (report, style) => {
  const writer = markdownWriter(style);
  const surfaces = surfacesOf(report);
  const prefixes = idPrefixes(surfaces);
  return joinedLines(
    stacked([
      ...withTitles(surfaces, surfaceTitle).flatMap(([title, from], at) => [
        heading(2, writer.md`Design review: ${title}`),
        ...groupsOf(from, writer).map((group) => groupLines(group, writer, prefixes[at] ?? "")),
      ]),
      origin(report, writer),
    ]),
  );
};

function groupsOf(from: Recommendation, writer: MarkdownWriter): readonly ReviewGroup[] {
  const { md } = writer;
  const questions = { title: md`Open questions to answer`, items: openQuestions(from, writer) };
  const groups = [
    { title: md`Decisions to confirm`, items: decisions(from, writer) },
    { title: md`Mitigations to put in place`, items: mitigations(from, writer) },
    { title: md`Errors and operation`, items: handling(from, writer) },
    questions,
    { title: md`What to revisit, and when`, items: revisits(from, writer) },
  ];
  return from.verdict === "undecided"
    ? [questions, ...groups.filter((group) => group !== questions)]
    : groups;
}

function groupLines({ title, items }: ReviewGroup, writer: MarkdownWriter, prefix: string): Lines {
  const { md, comment } = writer;
  const tasks = items.map(({ id, task, reason, contested = [] }) => ({
    line: md`[ ] ${task} ${comment(`id: ${prefix}/${id}`)}`,
    below: [reason, ...contested].flatMap(paragraph),
  }));
  return section(3, title, [list(writer, tasks, "[ ] ".length)]);
}

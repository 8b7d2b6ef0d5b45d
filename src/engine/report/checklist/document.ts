import type { Recommendation } from "../../model/recommendation.js";
import { heading, type Lines, list, origin, paragraph, section, stacked } from "../markdown/blocks.js";
import { type Sheet, sheetOf } from "../markdown/writer.js";
import type { Format } from "../report-style.js";
import { surfaceTitle, toldApart } from "../wording/titles.js";
import { decisions } from "./decisions.js";
import type { ReviewGroup, ReviewItem } from "./item.js";
import { idPrefixes } from "./item.js";
import { openQuestions, revisits } from "./questions.js";
import { handling, mitigations } from "./work.js";

/**
 * A task list for a design review. Each item ends with an id in a comment; ids are unique in the document and do not
 * change with the wording, so that ticks can be carried over. Always complete, whatever the style's detail.
 */
export const checklist: Format = (report, style) => {
  const sheet = sheetOf(style);
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const titles = toldApart(surfaces, surfaces.map(surfaceTitle));
  const prefixes = idPrefixes(surfaces);
  const lines = stacked([
    ...surfaces.map((from, at) => ofSurface(from, sheet, titles[at] ?? "", prefixes[at] ?? "")),
    paragraph(origin(report, sheet)),
  ]);
  return `${lines.join("\n")}\n`;
};

function ofSurface(from: Recommendation, sheet: Sheet, title: string, prefix: string): Lines {
  const { md } = sheet.pen;
  return stacked([
    heading(2, md`Design review: ${title}`),
    ...groupsOf(from, sheet).map(({ title, items }) =>
      section(3, title, [list(items.map((item) => taskItem(item, sheet, prefix)))]),
    ),
  ]);
}

function groupsOf(from: Recommendation, sheet: Sheet): readonly ReviewGroup[] {
  const { md } = sheet.pen;
  const questions = { title: md`Open questions to answer`, items: openQuestions(from, sheet) };
  const groups = [
    { title: md`Decisions to confirm`, items: decisions(from, sheet) },
    { title: md`Mitigations to put in place`, items: mitigations(from, sheet) },
    { title: md`Errors and operation`, items: handling(from, sheet) },
    questions,
    { title: md`What to revisit, and when`, items: revisits(from, sheet) },
  ];
  return from.verdict === "undecided"
    ? [questions, ...groups.filter((group) => group !== questions)]
    : groups;
}

function taskItem({ id, task, reason }: ReviewItem, { pen }: Sheet, prefix: string) {
  return {
    line: pen.md`[ ] ${task} ${pen.comment(`id: ${prefix}/${id}`)}`,
    below: paragraph(reason),
  };
}

import type { Recommendation, Report } from "../../model/recommendation.js";
import { type Lines, list, origin, paragraph, section, stacked } from "../markdown/blocks.js";
import { tipping, unanswered } from "../markdown/changes.js";
import { figures } from "../markdown/verdict.js";
import type { Sheet } from "../markdown/writer.js";
import { sourcesOf } from "../sources.js";
import { gradeReason } from "../wording/trust-words.js";

/** How firm the recommendation is, when to come back to it, and what it rests on. */
export function moreInformation(from: Recommendation, report: Report, sheet: Sheet): Lines {
  const { md } = sheet.pen;
  const { analysis, decision } = from;
  const grade = analysis?.grade ?? null;
  return stacked([
    grade === null || analysis === null
      ? []
      : paragraph(md`The recommendation is **${grade}**: ${gradeReason(from, analysis)}`),
    figures(from, sheet),
    decision?.until == null || from.lapse !== null
      ? []
      : paragraph(
          md`The decision is accepted until ${sheet.pen.bold(decision.until)} and is to be taken anew by then.`,
        ),
    section(3, md`What would change it`, [tipping(from, sheet)]),
    section(3, md`Open questions`, [unanswered(from, sheet)]),
    section(3, md`Sources`, [sources(from, sheet)]),
    paragraph(origin(report, sheet)),
  ]);
}

function sources(from: Recommendation, { pen }: Sheet): Lines {
  const { md, code, link } = pen;
  return list(
    sourcesOf([from]).map(({ id, title, url }) => ({
      line: md`${code(id)}: ${url === null ? title : link(title, url)}`,
    })),
    "*",
  );
}

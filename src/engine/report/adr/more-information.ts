import type { Recommendation, Report } from "../../model/recommendation.js";
import { type Lines, origin, paragraph, section, stacked } from "../markdown/blocks.js";
import { tipping, unanswered } from "../markdown/changes.js";
import { sourceList } from "../markdown/document.js";
import { assumptions, figures } from "../markdown/verdict.js";
import type { MarkdownWriter } from "../markdown/writer.js";
import { gradeOf, gradeReason } from "../wording/trust-words.js";

/** How firm the recommendation is, when to revisit it, and its sources. */
export function moreInformation(from: Recommendation, report: Report, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const { analysis, decision } = from;
  const grade = gradeOf(from);
  return stacked([
    grade === null || analysis === null
      ? []
      : paragraph(md`The recommendation is **${grade}**: ${gradeReason(from, analysis)}`),
    figures(from, writer),
    decision?.until == null || from.lapse !== null
      ? []
      : paragraph(
          md`The decision is accepted until ${writer.bold(decision.until)} and must be made again by then.`,
        ),
    decision?.reviewBy == null || from.lapse !== null
      ? []
      : paragraph(md`The decision is to be reviewed by ${writer.bold(decision.reviewBy)}.`),
    section(3, md`What it assumes`, [assumptions(from, writer)]),
    section(3, md`What would change it`, [tipping(from, writer)]),
    section(3, md`Open questions`, [unanswered(from, writer)]),
    section(3, md`Sources`, [sourceList([from], writer)]),
    origin(report, writer),
  ]);
}

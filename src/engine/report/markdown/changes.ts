import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { bits } from "../numbers.js";
import { shown } from "../selection.js";
import { concernTippingGroups, type TippingGroup, tippingSection, worded } from "../tipping.js";
import { type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { Markdown, MarkdownWriter } from "./writer.js";

const mostPoints = 6;
const mostQuestions = 5;

/** The smallest changes of given answers that change the verdict, and single ones that move one concern. */
export function tipping(from: Recommendation, writer: MarkdownWriter): Lines {
  return stacked([verdictTipping(from, writer), concernTipping(from, writer)]);
}

const mostMoves = 4;

function concernTipping(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md, inline } = writer;
  const groups = concernTippingGroups(from);
  const listed = shown(writer.style, groups, mostMoves);
  return stacked([
    list(
      writer,
      listed.map(({ lead, alternatives }) => ({
        line: md`${lead}`,
        below: list(
          writer,
          alternatives.flatMap(({ changes, others }) =>
            changes.map((change) => ({ line: inline(worded(from, change, others)) })),
          ),
        ),
      })),
    ),
    remainder(writer, groups.length - listed.length, "such move"),
  ]);
}

function verdictTipping(from: Recommendation, writer: MarkdownWriter): Lines {
  const { md } = writer;
  const most = writer.style.detail === "full" ? Number.POSITIVE_INFINITY : mostPoints;
  const section = tippingSection(from, () => most);
  if (section === null) return [];
  const { lead, groups, more } = section;
  return stacked([
    paragraph(md`${lead}`),
    list(
      writer,
      groups.map((group) => ({
        line: md`→ **${group.verdict}**${groupLead(group)}`,
        below: groupLines(from, writer, group),
      })),
    ),
    more === null ? [] : paragraph(md`${more}.`),
  ]);
}

/** Says how to read the list under a verdict. */
function groupLead({ shared, alternatives }: TippingGroup): string {
  if (shared.length > 1 || (shared.length > 0 && alternatives.length > 0)) return ", with all of";
  return alternatives.length > 1 ? ", with any one of" : "";
}

function groupLines(
  from: Recommendation,
  writer: MarkdownWriter,
  { shared, alternatives }: TippingGroup,
): Lines {
  const { md, inline, join } = writer;
  const nested = list(
    writer,
    alternatives.map(({ changes, others }) => ({
      line: join(
        changes.map((change) => inline(worded(from, change, others))),
        " **and** ",
      ),
    })),
  );
  if (shared.length === 0) return nested;
  const together = shared.map((change) => ({ line: inline(worded(from, change, [])) }));
  const any = nested.length === 0 ? [] : [{ line: md`and any one of`, below: nested }];
  return list(writer, [...together, ...any]);
}

/** The open questions, most informative first. */
export function unanswered(from: Recommendation, writer: MarkdownWriter): Lines {
  const listed = shown(writer.style, from.open, mostQuestions);
  return stacked([
    list(
      writer,
      listed.map((question) => ({ line: openQuestion(from, question, writer) })),
    ),
    remainder(writer, from.open.length - listed.length, "question"),
  ]);
}

function openQuestion(
  { verdict }: Recommendation,
  { question, ask, unsure, valueOfInformation: value, overturns }: ReportedOpenQuestion,
  { md, code, join }: MarkdownWriter,
): Markdown {
  const alone = verdict === "undecided" ? "settle" : "overturn";
  const marks = [
    code(question),
    ...(value === null ? [] : [md`worth ${bits(value)} bits`]),
    ...(overturns ? [md`**can ${alone} the verdict alone**`] : []),
    ...(unsure ? [md`not sure yet`] : []),
  ];
  return md`${ask} (${join(marks, ", ")})`;
}

import type { Recommendation, ReportedOpenQuestion } from "../../model/recommendation.js";
import { shown } from "../chosen.js";
import { bits } from "../numbers.js";
import { none, type TippingGroup, tippingGroups, unlisted, worded } from "../tipping.js";
import { type Lines, list, paragraph, remainder, stacked } from "./blocks.js";
import type { Markdown, Sheet } from "./writer.js";

const mostPoints = 6;
const mostQuestions = 5;

/** The smallest changes of given answers that change the verdict. */
export function tipping(from: Recommendation, sheet: Sheet): Lines {
  const { md } = sheet.pen;
  const found = from.analysis?.tippingPoints;
  if (found === undefined || from.verdict === "undecided") return [];
  const size = found.points[0]?.changes.length ?? 0;
  if (size === 0) return paragraph(md`${none(found)}`);
  const listed = shown(sheet.style, found.points, mostPoints);
  const more = unlisted(found, listed.length);
  return stacked([
    paragraph(
      size === 1
        ? md`One other answer is enough:`
        : md`No single answer does it; ${size} changed together do:`,
    ),
    [
      ...list(
        tippingGroups(listed).map((group) => ({
          line: md`→ **${group.verdict}**${lead(group)}`,
          below: groupLines(from, sheet, group),
        })),
        sheet.bullet,
      ),
      ...(more === null ? [] : ["", ...paragraph(md`${more}.`)]),
    ],
  ]);
}

/** What the list under a verdict is to be read as. */
const lead = ({ shared, alternatives }: TippingGroup): string =>
  shared.length > 1 || (shared.length > 0 && alternatives.length > 0)
    ? ", with all of"
    : alternatives.length > 1
      ? ", with any one of"
      : "";

function groupLines(
  from: Recommendation,
  { pen, bullet }: Sheet,
  { shared, alternatives }: TippingGroup,
): Lines {
  const { md, inline, join } = pen;
  const nested = list(
    alternatives.map(({ changes, others }) => ({
      line: join(
        changes.map((change) => inline(worded(from, change, others))),
        " **and** ",
      ),
    })),
    bullet,
  );
  if (shared.length === 0) return nested;
  const together = shared.map((change) => ({ line: inline(worded(from, change, [])) }));
  return list(
    [...together, ...(nested.length === 0 ? [] : [{ line: md`and any one of`, below: nested }])],
    bullet,
  );
}

/** The open questions, most telling first. */
export function unanswered(from: Recommendation, sheet: Sheet): Lines {
  const listed = shown(sheet.style, from.open, mostQuestions);
  return [
    ...list(
      listed.map((question) => ({ line: openQuestion(from, question, sheet) })),
      sheet.bullet,
    ),
    ...remainder(sheet, from.open.length - listed.length, "question"),
  ];
}

function openQuestion({ verdict }: Recommendation, open: ReportedOpenQuestion, { pen }: Sheet): Markdown {
  const { md, code, join } = pen;
  const { question, ask, unsure, valueOfInformation: value, overturns } = open;
  const alone = verdict === "undecided" ? "settle" : "overturn";
  const marks = [
    code(question),
    ...(value === null ? [] : [md`worth ${bits(value)} bits`]),
    ...(overturns ? [md`**can ${alone} the verdict alone**`] : []),
    ...(unsure ? [md`not sure yet`] : []),
  ];
  return md`${ask} (${join(marks, ", ")})`;
}

/** In full detail: what was taken from other answers, with the reason. */
export function implied(from: Recommendation, { pen, style }: Sheet): Lines {
  const { md, bold, code, prose } = pen;
  if (style.detail === "normal") return [];
  return list(
    from.answers
      .filter(({ state }) => state === "implied")
      .map(({ question, ask, options, impliedBecause }) => ({
        line: md`${ask} ${bold(options.map(({ label }) => label).join("; "))} (${code(question)})${
          impliedBecause === null ? "" : md` ${prose(impliedBecause)}`
        }`,
      })),
  );
}

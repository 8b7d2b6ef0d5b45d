import { asEscaped, type Escaped, joinedLines, printable } from "../../diagnostics/plain-text.js";
import { type FindingLevel, levels } from "../../model/check.js";
import { plural } from "../numbers.js";
import { type CheckFormat, type CheckStyle, tallyLine } from "./check-report.js";
import { type Remark, remarksOf } from "./remarks.js";

/** The most annotations of a level that GitHub shows for one step. */
const mostOfLevel = 10;

/**
 * Workflow commands for GitHub Actions: errors first, then warnings and notices, ten of each at most, and plain lines that say how
 * many were left out and how the check ended.
 */
export const github: CheckFormat = (report, style) => {
  const remarks = remarksOf(report, style);
  const lines = levels.flatMap((level) => {
    const all = remarks.filter((remark) => remark.level === level);
    const left = all.length - mostOfLevel;
    const shown = all.slice(0, mostOfLevel).map(({ draw }) => command(draw(), style));
    if (left <= 0) return shown;
    const noun = left === 1 ? "an annotation" : "annotations";
    return [...shown, plainLine(`${plural(left, `more ${levelWords[level]}`)} not shown as ${noun}`, style)];
  });
  return joinedLines([...lines, plainLine(tallyLine(report), style)]);
};

const levelWords: Readonly<Record<FindingLevel, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

function command({ level, file, line, column, ...remark }: Remark, style: CheckStyle): Escaped {
  const place = line === null ? "" : `,line=${line}${column === null ? "" : `,col=${column}`}`;
  const { title, surface, message, expected } = remark;
  const about = surface === null ? title : `${title}: ${surface.service} / ${surface.surface}`;
  const properties = `file=${property(file)}${place},title=${property(about)}`;
  const text = expected === null ? message : `${message}\nexpected ${expected}`;
  return inCharacters(`::${levelWords[level]} ${properties}::${data(text)}`, style);
}

/** A plain line of the log. */
const plainLine = (text: string, style: CheckStyle): Escaped => inCharacters(data(text), style);

/** A message: what would end the command is escaped, and nothing in it steers the log. */
function data(text: string): string {
  return printable(text, true).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

/** A property: what would end it is escaped too. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const inCharacters = (text: string, { unicode }: CheckStyle): Escaped =>
  asEscaped(unicode ? text : text.replace(/\P{ASCII}/gu, "?"));

import { asEscaped, type Escaped, joinedLines, printable } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";
import { type FindingLevel, findingLevels } from "../../model/check.js";
import { plural } from "../numbers.js";
import {
  type CheckFormat,
  type CheckReport,
  type CheckStyle,
  invalidByPlace,
  tally,
} from "./check-report.js";
import { findingFacts, findingMessage } from "./finding-words.js";

/** The most annotations of a level that GitHub shows for one step. */
const mostOfLevel = 10;

interface Annotation {
  readonly level: FindingLevel;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
}

/**
 * Workflow commands for GitHub Actions: errors first, then notices, ten of each at most, and plain lines that say how
 * many were left out and how the check ended.
 */
export const github: CheckFormat = (report, style) => {
  const annotations = annotationsOf(report, style);
  const lines = (["error", "note"] as const).flatMap((level) => {
    const all = annotations.filter((annotation) => annotation.level === level);
    const left = all.length - mostOfLevel;
    const shown = all.slice(0, mostOfLevel).map((annotation) => command(annotation, style));
    if (left <= 0) return shown;
    const noun = left === 1 ? "an annotation" : "annotations";
    return [...shown, plainLine(`${plural(left, `more ${levelWords[level]}`)} not shown as ${noun}`, style)];
  });
  const { passed, failed, invalidFiles } = tally(report);
  const closing = `${passed} passed, ${failed} failed, ${invalidFiles} could not be checked`;
  return joinedLines([...lines, plainLine(closing, style)]);
};

const levelWords: Readonly<Record<FindingLevel, string>> = { error: "error", note: "notice" };

function annotationsOf(report: CheckReport, style: CheckStyle): readonly Annotation[] {
  const invalid = invalidByPlace(report).map((problem) => invalidAnnotation(problem, style));
  const findings = report.surfaces.flatMap((checked) =>
    checked.findings.map((finding): Annotation => {
      const { file, line, column } = checked.at;
      const title = `${findingFacts[finding.kind].title}: ${checked.service} / ${checked.surface}`;
      const message = findingMessage(finding, checked);
      return { level: findingLevels[finding.kind], file: style.path(file), line, column, title, message };
    }),
  );
  return [...invalid, ...findings];
}

function invalidAnnotation(problem: Problem, style: CheckStyle): Annotation {
  const { message, expected } = wordingOf(problem);
  return {
    level: "error",
    file: style.path(problem.file),
    line: problem.at?.line ?? null,
    column: problem.at?.column ?? null,
    title: "Invalid input",
    message: expected === null ? message : `${message}\nexpected ${expected}`,
  };
}

function command({ level, file, line, column, title, message }: Annotation, style: CheckStyle): Escaped {
  const place = line === null ? "" : `,line=${line}${column === null ? "" : `,col=${column}`}`;
  const properties = `file=${property(file)}${place},title=${property(title)}`;
  return inCharacters(`::${levelWords[level]} ${properties}::${data(message)}`, style);
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

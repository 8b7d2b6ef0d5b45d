import { printable } from "./plain-text.js";
import { byPlace, type Location, type Outcome, type Problem } from "./problem.js";
import { textColumns } from "./text-columns.js";
import { wordingOf } from "./wording.js";

/**
 * A problem for people: `path:line:column: error: what is wrong`, the line with a marker, and what was expected.
 * Control characters are made visible.
 */
export function renderProblem(problem: Problem): string {
  const { message, expected } = wordingOf(problem);
  const place =
    problem.at === null ? problem.file : `${problem.at.file}:${problem.at.line}:${problem.at.column}`;
  const lines = [`${printable(place)}: ${problem.severity}: ${printable(message)}`];
  if (problem.at !== null) lines.push(...frame(problem.at));
  if (expected !== null) lines.push(`  expected ${printable(expected)}`);
  return lines.join("\n");
}

/** The most problems shown: nobody reads more, and a hostile file can have a hundred thousand. */
const shownLimit = 100;

/** The first `shownLimit` problems by file and place, then the number of others. */
export function renderProblems(problems: readonly Problem[]): string {
  const kept: Problem[] = [];
  let left = 0;
  for (const problem of problems) {
    if (problem.code === "more-problems") left += problem.count;
    else kept.push(problem);
  }
  const blocks = kept.sort(byPlace).slice(0, shownLimit).map(renderProblem);
  left += kept.length - blocks.length;
  if (left > 0) blocks.push(`and ${left} more ${left === 1 ? "problem" : "problems"}`);
  return blocks.join("\n\n");
}

/** The number of characters shown of a long line, around the place. */
const shown = 100;

/** The line of a problem, and a line that marks the place. */
export function frame(at: Location): readonly string[] {
  const { lineText } = at;
  const start = characterAt(lineText, Math.max(0, Math.min(at.column - 1 - 40, lineText.length - shown)));
  const end = characterAt(lineText, start + shown);
  const cut = lineText.slice(start, end).replaceAll("\t", " ");
  const before = printable(cut.slice(0, at.column - 1 - start));
  const marked = printable(cut.slice(at.column - 1 - start, at.column - 1 - start + at.width));
  const after = printable(cut.slice(at.column - 1 - start + at.width));
  const gutter = `  ${at.line} | `;
  const lead = start > 0 ? "..." : "";
  const tail = end < lineText.length ? "..." : "";
  const blank = " ".repeat(gutter.length - 2);
  const marker = `${" ".repeat(lead.length + textColumns(before))}${"^".repeat(Math.max(1, Math.min(textColumns(marked), 60)))}`;
  return [`${gutter}${lead}${before}${marked}${after}${tail}`, `${blank}| ${marker}`];
}

/** Where the character begins that a position of a text may be in the middle of. */
function characterAt(text: string, position: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(position)) && /[\ud800-\udbff]$/.test(text.slice(0, position))
    ? position - 1
    : position;
}

/** Thrown by the library's convenience functions on invalid input; the message is the rendered problems. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(renderProblems(problems));
    this.name = "ProblemError";
    this.problems = problems;
  }
}

/** The value of an outcome. @throws ProblemError when it failed. */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "failed") throw new ProblemError(outcome.problems);
  return outcome.value;
}

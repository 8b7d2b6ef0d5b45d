import { byPlace } from "./by-place.js";
import { frame } from "./frame.js";
import { printable } from "./printable.js";
import type { Problem } from "./problem.js";
import { wordingOf } from "./wording.js";

/**
 * A problem as a person reads it: `path:line:column: error: what is wrong`, the line with a marker, and what was
 * expected. Nothing in it can steer a terminal.
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

/** How many problems are shown at once: nobody reads more, and a hostile file has a hundred thousand. */
const shownLimit = 100;

/**
 * Problems in order of file and place; of more than `shownLimit` the first, and how many there are besides, those that
 * were not kept included.
 */
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

import { printable } from "../../diagnostics/plain-text.js";
import type { Problem } from "../../diagnostics/problem.js";
import { wordingOf } from "../../diagnostics/wording.js";

/** A problem for programs: `code` is stable, the wording is not. */
export function problemJson(problem: Problem): object {
  const { message, expected } = wordingOf(problem);
  return {
    file: problem.file,
    line: problem.at?.line ?? null,
    column: problem.at?.column ?? null,
    code: problem.code,
    message: printable(message),
    expected: expected === null ? null : printable(expected),
  };
}

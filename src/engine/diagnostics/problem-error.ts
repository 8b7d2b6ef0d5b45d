import type { Outcome, Problem } from "./problem.js";
import { renderProblems } from "./render-problem.js";

/** What the library's convenience functions throw on invalid input: every problem, its message rendered for people. */
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

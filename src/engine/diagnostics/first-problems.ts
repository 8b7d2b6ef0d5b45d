import { byPlace } from "./by-place.js";
import { failed, type Outcome } from "./problem.js";

/** How many problems of one file, or one record of many, are kept: a hostile one of 1 MiB has 190,000. */
const keptProblems = 1000;

/** An outcome with the first of its problems alone where it has more of them than are kept, and how many more there are. */
export function withFirstProblems<Value>(outcome: Outcome<Value>, file: string): Outcome<Value> {
  if (outcome.kind === "ok" || outcome.problems.length <= keptProblems) return outcome;
  const kept = [...outcome.problems].sort(byPlace).slice(0, keptProblems);
  const count = outcome.problems.length - kept.length;
  return failed([...kept, { severity: "error", file, at: null, code: "more-problems", count }]);
}

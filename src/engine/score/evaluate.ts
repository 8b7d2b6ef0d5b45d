import type { CompiledPack } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import type { Verdict } from "../model/verdict.js";
import { holds } from "./holds.js";
import { verdictOf } from "./verdict-of.js";

/** The bare result of scoring, for callers that score in a loop: no allocation beyond this record. */
export interface Evaluation {
  readonly live: number;
  readonly kept: number;
  readonly stateless: number;
  readonly forbidsStateless: boolean;
  readonly forbidsStateful: boolean;
  readonly verdict: Verdict;
}

/** What `evaluate` finds, taken from what was scored in full. */
export function evaluationOf({ scores: { live, kept, stateless }, forbidden, verdict }: Score): Evaluation {
  return {
    live,
    kept,
    stateless,
    forbidsStateless: forbidden.has("stateless"),
    forbidsStateful: forbidden.has("stateful"),
    verdict,
  };
}

/** Adds up the rules that hold on `possible` (implications already filled in) and draws the verdict. */
export function evaluate(
  pack: Pick<CompiledPack, "rules" | "vetoes" | "forms">,
  possible: Possible,
): Evaluation {
  let live = 0;
  let kept = 0;
  let stateless = 0;
  for (const { entry, condition } of pack.rules) {
    if (!holds(condition, possible)) continue;
    live += entry.weight.live;
    kept += entry.weight.kept;
    stateless += entry.weight.stateless;
  }
  let forbidsStateless = false;
  let forbidsStateful = false;
  for (const { entry, condition } of pack.vetoes) {
    if (!holds(condition, possible)) continue;
    if (entry.forbids === "stateless") forbidsStateless = true;
    else forbidsStateful = true;
  }
  const verdict = verdictOf(pack.forms, live, kept, stateless, forbidsStateless, forbidsStateful);
  return { live, kept, stateless, forbidsStateless, forbidsStateful, verdict };
}

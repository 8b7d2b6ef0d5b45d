import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import type { Score, Scores } from "../model/scores.js";
import { type Concern, concerns, type Verdict } from "../model/verdict.js";
import { holds } from "./holds.js";
import { verdictOf } from "./verdict-of.js";

/** The bare result of scoring, for callers that score in a loop. */
export interface Evaluation {
  readonly live: number;
  readonly kept: number;
  readonly stateless: number;
  readonly forbidsStateless: boolean;
  readonly forbidsStateful: boolean;
  readonly verdict: Verdict;
}

/** The evaluation within a full score. */
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

/** The evidence and the verdict on `possible`, implications already filled in. */
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

/** A running sum of points. */
interface Sum {
  live: number;
  kept: number;
  stateless: number;
}

/** Scores a profile in full: what fired, the scores of each concern, balance b and boundness h, and the verdict. */
export function score(pack: CompiledPack, possible: Possible): Score {
  const firedRules: CompiledRule[] = [];
  const total: Sum = { live: 0, kept: 0, stateless: 0 };
  const sums = new Map<Concern, Sum>(
    concerns.map((concern) => [concern, { live: 0, kept: 0, stateless: 0 }]),
  );
  for (const rule of pack.rules) {
    if (!holds(rule.condition, possible)) continue;
    const { weight, concern } = rule.entry;
    firedRules.push(rule);
    add(total, weight);
    add(sums.get(concern), weight);
  }
  const firedVetoes = pack.vetoes.filter(({ condition }) => holds(condition, possible));
  const forbidden = new Set(firedVetoes.map(({ entry }) => entry.forbids));
  const scores = scoresOf(total);
  return {
    scores,
    verdict: verdictOf(
      pack.forms,
      total.live,
      total.kept,
      total.stateless,
      forbidden.has("stateless"),
      forbidden.has("stateful"),
    ),
    balance: balanceOf(scores),
    boundness: scores.stateful === 0 ? null : scores.live / scores.stateful,
    firedRules,
    firedVetoes,
    forbidden,
    concerns: new Map([...sums].map(([concern, sum]) => [concern, scoresOf(sum)])),
  };
}

/** b = (F − L) / (F + L), −1..1; null without evidence. */
export function balanceOf({ stateful, stateless }: Scores): number | null {
  const total = stateful + stateless;
  return total === 0 ? null : (stateful - stateless) / total;
}

function add(sum: Sum | undefined, weight: Readonly<Sum>): void {
  if (sum === undefined) return;
  sum.live += weight.live;
  sum.kept += weight.kept;
  sum.stateless += weight.stateless;
}

function scoresOf({ live, kept, stateless }: Sum): Scores {
  return { live, kept, stateful: live + kept, stateless };
}

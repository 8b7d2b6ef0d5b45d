import type { CompiledPack } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import type { Score, Scores } from "../model/scores.js";
import { type Concern, concerns, type Style } from "../model/verdict.js";
import { evaluate } from "./evaluate.js";
import { holds } from "./holds.js";

/** Scores a profile in full: what fired, the scores of each concern, balance b and boundness h, and the verdict. */
export function score(pack: CompiledPack, possible: Possible): Score {
  const firedRules = fired(pack.rules, possible);
  const firedVetoes = fired(pack.vetoes, possible);
  const byConcern = new Map<Concern, Scores>();
  for (const concern of concerns) {
    byConcern.set(
      concern,
      sum(
        pack,
        firedRules.filter((index) => pack.rules[index]?.rule.concern === concern),
      ),
    );
  }
  const scores = sum(pack, firedRules);
  const forbidden = new Set<Style>();
  for (const index of firedVetoes) {
    const veto = pack.vetoes[index]?.veto;
    if (veto !== undefined) forbidden.add(veto.forbids);
  }
  return {
    scores,
    verdict: evaluate(pack, possible).verdict,
    balance: balanceOf(scores),
    boundness: scores.stateful === 0 ? null : scores.live / scores.stateful,
    firedRules,
    firedVetoes,
    forbidden,
    concerns: byConcern,
  };
}

/** b = (F − L) / (F + L), −1..1; null without evidence. */
export function balanceOf({ stateful, stateless }: Scores): number | null {
  const total = stateful + stateless;
  return total === 0 ? null : (stateful - stateless) / total;
}

type WithCondition = CompiledPack["rules"][number] | CompiledPack["vetoes"][number];

function fired(entries: readonly WithCondition[], possible: Possible): readonly number[] {
  return entries.flatMap(({ condition }, index) => (holds(condition, possible) ? [index] : []));
}

function sum(pack: CompiledPack, rules: readonly number[]): Scores {
  let live = 0;
  let kept = 0;
  let stateless = 0;
  for (const index of rules) {
    const weight = pack.rules[index]?.rule.weight;
    if (weight === undefined) continue;
    live += weight.live;
    kept += weight.kept;
    stateless += weight.stateless;
  }
  return { live, kept, stateful: live + kept, stateless };
}

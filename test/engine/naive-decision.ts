import type { Answers } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Rule, RuleKind } from "../../src/engine/model/pack.js";
import { type Concern, concerns, type PlaceClass, type Verdict } from "../../src/engine/model/verdict.js";
import { profileOf } from "../../src/engine/score/fill-implied.js";
import { holds } from "../../src/engine/score/holds.js";

export interface NaiveDecision {
  readonly verdict: Verdict;
  readonly classes: Readonly<Record<Concern, PlaceClass>>;
}

/** The decision by the definition, from the rules that fire. */
export function naiveDecision(fired: readonly Rule[]): NaiveDecision {
  const some = (kind: RuleKind, concern: Concern): boolean =>
    fired.some((rule) => rule.kind === kind && rule.concern === concern);
  const balance = (kind: RuleKind, concern: Concern): number =>
    fired
      .filter((rule) => rule.kind === kind && rule.concern === concern)
      .reduce((sum, { points }) => sum + points, 0);
  const kept = (concern: Concern): boolean =>
    some("must", concern) || (!some("must-not", concern) && balance("need", concern) > 0);
  const bound =
    kept("interaction") &&
    !some("may-not-bind", "interaction") &&
    (some("must-bind", "interaction") || balance("place", "interaction") > 0);
  const classOf = (concern: Concern): PlaceClass => {
    if (bound && (concern === "interaction" || some("follows", concern))) return "bound";
    return kept(concern) ? "elsewhere" : "not-kept";
  };
  const [interaction, session, workflow, sync] = [
    classOf("interaction"),
    classOf("session"),
    classOf("workflow"),
    classOf("sync"),
  ];
  const known =
    fired.some(({ kind }) => kind === "must") ||
    (["need", "must-not"] as const).some((kind) => some(kind, "interaction"));
  const stateful = bound ? "stateful" : "hybrid";
  const verdict = concerns.some(kept) ? stateful : "stateless";
  return { verdict: known ? verdict : "undecided", classes: { interaction, session, workflow, sync } };
}

/** The same on answers. */
export function naiveDecisionOn(pack: CompiledPack, answers: Answers): NaiveDecision {
  const { possible } = profileOf(pack, answers);
  return naiveDecision(
    pack.rules.filter(({ condition }) => holds(condition, possible)).map(({ entry }) => entry),
  );
}

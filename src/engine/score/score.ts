import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import type { Rule } from "../model/pack.js";
import type { Possible } from "../model/profile.js";
import type { Evidence, Score } from "../model/scores.js";
import type { Concern } from "../model/verdict.js";
import { holds } from "./holds.js";
import { decideConcerns, verdictOf } from "./verdict-of.js";

/** Scores a profile: the rules that fire whatever its open questions turn out to be, the four concerns, the verdict. */
export function score(pack: CompiledPack, possible: Possible): Score {
  return scoreOf(pack.rules.filter(({ condition }) => holds(condition, possible)));
}

/** The score of the rules that fire. */
export function scoreOf(fired: readonly CompiledRule[]): Score {
  const evidence = {
    interaction: noEvidence(),
    session: noEvidence(),
    workflow: noEvidence(),
    sync: noEvidence(),
  } satisfies Record<Concern, Evidence>;
  for (const { entry } of fired) add(evidence[entry.concern], entry);
  const concerns = decideConcerns(evidence);
  return { verdict: verdictOf(concerns, fired.some(bearsOnNeed)), concerns, fired };
}

function bearsOnNeed({ entry: { kind, concern } }: CompiledRule): boolean {
  return concern === "interaction" && (kind === "need" || kind === "must" || kind === "must-not");
}

interface Sum {
  for: number;
  against: number;
}

interface Sums extends Evidence {
  readonly need: Sum;
  readonly place: Sum;
  must: boolean;
  mustNot: boolean;
  mustBind: boolean;
  mayNotBind: boolean;
  follows: boolean;
}

function noEvidence(): Sums {
  return {
    need: { for: 0, against: 0 },
    place: { for: 0, against: 0 },
    must: false,
    mustNot: false,
    mustBind: false,
    mayNotBind: false,
    follows: false,
  };
}

function add(sums: Sums, { kind, points }: Rule): void {
  switch (kind) {
    case "need":
    case "place":
      if (points > 0) sums[kind].for += points;
      else sums[kind].against -= points;
      return;
    case "must":
      sums.must = true;
      return;
    case "must-not":
      sums.mustNot = true;
      return;
    case "must-bind":
      sums.mustBind = true;
      return;
    case "may-not-bind":
      sums.mayNotBind = true;
      return;
    case "follows":
      sums.follows = true;
      return;
    default:
      kind satisfies never;
  }
}

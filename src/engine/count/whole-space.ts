import type { Reach } from "../model/analysis.js";
import { at } from "../model/at.js";
import type { CompiledCondition } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Possible } from "../model/profile.js";
import { concerns, type Verdict } from "../model/verdict.js";
import { Budget } from "./budget.js";
import { reachOf, sumOfWays } from "./completions.js";
import { countLeaf } from "./count-leaf.js";
import { type Leaf, leafOf } from "./leaf.js";
import { piecesOf, spaceOf, termsOf } from "./open-space.js";
import { narrowedAt, type OpenRule, type Space } from "./space.js";
import { hubOf, splitSpace } from "./split-space.js";
import { flag, noTally } from "./tally.js";
import { exactWaysTo } from "./ways.js";

/** The number of *profiles*: ways of answering every question that include every implied answer. */
export function countProfiles(pack: CompiledPack): bigint {
  return at(countWays(wholeSpace(pack, [])), 0);
}

/** The profiles by verdict. */
export function verdictCounts(pack: CompiledPack): Reach {
  return reachOf(countWays(wholeSpace(pack, piecesOf(pack).rules)));
}

/** A profile with a verdict; null if there is none. */
export function profileWith(pack: CompiledPack, verdict: Verdict): Possible | null {
  return pointOf(wholeSpace(pack, piecesOf(pack).rules), (ways) => exactWaysTo(verdict, ways) > 0n);
}

/** The number of profiles on which a condition holds. */
export function profilesWhere(pack: CompiledPack, condition: CompiledCondition): bigint {
  return exactWaysTo("hybrid", countWays(spaceAbout(pack, condition)));
}

/** A profile on which a condition holds, or one on which it does not; null if there is none. */
export function profileWhere(
  pack: CompiledPack,
  condition: CompiledCondition,
  holds: boolean,
): Possible | null {
  const verdict = holds ? "hybrid" : "undecided";
  return pointOf(spaceAbout(pack, condition), (ways) => exactWaysTo(verdict, ways) > 0n);
}

/** A space with a single rule that keeps a session: hybrid where the condition holds, undecided elsewhere. */
function spaceAbout(pack: CompiledPack, condition: CompiledCondition): Space {
  const tally = { ...noTally, flags: flag.must };
  return wholeSpace(pack, [{ concern: concerns.indexOf("session"), tally, terms: termsOf(condition) }]);
}

/** Every profile of a pack. */
function wholeSpace(pack: CompiledPack, rules: readonly OpenRule[]): Space {
  const full = pack.variables.map((variable) => variable.full);
  return spaceOf(
    pack,
    full,
    rules,
    piecesOf(pack).forbidden.map(({ term }) => term),
  );
}

/**
 * The assignments of a space, by component.
 * @throws OutOfReach
 */
function countWays(space: Space, budget: Budget = new Budget()): readonly bigint[] {
  return sumOfWays(splitSpace(space, budget).map(({ leaf, plan }) => countLeaf(leaf, plan, budget, false)));
}

/**
 * A point of the space that is wanted, or null if there is none. The variables that terms name are fixed one after the
 * other, each to the first class of its states that leaves something wanted.
 * @param wanted whether there is a wanted point, by the ways of a part of the space
 */
function pointOf(space: Space, wanted: (ways: readonly bigint[]) => boolean): Possible | null {
  if (!wanted(countWays(space))) return null;
  let rest = space;
  for (let leaf = leafOf(rest); leaf.readers.some((bits) => bits !== 0); leaf = leafOf(rest))
    rest = fixed(leaf, wanted);
  return rest.domains.map((domain) => domain & -domain);
}

/** The part of the space in which the variable that most terms name is in one class of its states. */
function fixed(leaf: Leaf, wanted: (ways: readonly bigint[]) => boolean): Space {
  const hub = hubOf(leaf.space);
  const parts = at(leaf.variables, hub).states.flatMap((states) => narrowedAt(leaf.space, hub, states) ?? []);
  const last = parts.pop();
  // The last part needs no count: something wanted has to be left.
  const found = parts.find((part) => wanted(countWays(part))) ?? last;
  if (found === undefined) throw new RangeError("nothing wanted is left");
  return found;
}

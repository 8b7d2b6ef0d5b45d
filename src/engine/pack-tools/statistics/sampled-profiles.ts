import { at } from "../../model/at.js";
import type { Term } from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import { Occurrences } from "../../model/occurrences.js";
import { maskOf, type Possible, stateIn } from "../../model/profile.js";
import type { Verdict } from "../../model/verdict.js";
import { holds, within } from "../../score/holds.js";
import { scoreOf } from "../../score/score.js";
import { afterChange, profileWalk } from "./profile-walk.js";

/** A complete profile and what it comes to. */
export interface ScoredProfile {
  readonly possible: Possible;
  readonly fired: readonly CompiledRule[];
  readonly verdict: Verdict;
}

/**
 * Some profiles of a pack, always the same, and their neighbours, among which most findings show at once: a hit is a
 * proof; a miss proves nothing and is left to an exact search.
 */
export class SampledProfiles {
  readonly #pack: CompiledPack;
  /** By variable and state, the rules that may come to fire when the variable takes the state. */
  readonly #readers: readonly (readonly ReadonlySet<CompiledRule>[])[];
  /** One of each verdict by turns, as rare verdicts have the more telling neighbours. */
  readonly profiles: readonly ScoredProfile[];
  #looked = 0;

  constructor(pack: CompiledPack, count: number) {
    this.#pack = pack;
    this.#readers = readersOf(pack);
    const walk = profileWalk(pack);
    const found = Array.from({ length: count }, () => {
      const possible = walk.next().value;
      return scored(
        possible,
        pack.rules.filter(({ condition }) => holds(condition, possible)),
      );
    });
    this.profiles = byTurns(found);
  }

  /** The number of rules looked at so far: a measure of the time that neighbours took. */
  get looked(): number {
    return this.#looked;
  }

  /** The profile with a term made to hold, and what follows from that; null if an implication is against it. */
  changed(from: ScoredProfile, term: Term): ScoredProfile | null {
    const asked = [...from.possible];
    for (const { variable, mask } of term)
      if ((maskOf(asked, variable) & mask) === 0) asked[variable.index] = mask & -mask;
    const possible = afterChange(this.#pack, asked);
    return within(term, possible) ? this.#moved(from, possible) : null;
  }

  /** Only rules that fire now, and those that a changed variable may make fire, are looked at. */
  #moved(from: ScoredProfile, possible: Possible): ScoredProfile {
    const fired = new Set(from.fired.filter(({ condition }) => holds(condition, possible)));
    for (const [index, mask] of possible.entries()) {
      if (mask === from.possible[index]) continue;
      const readers = at(at(this.#readers, index), stateIn(mask));
      this.#looked += readers.size;
      for (const rule of readers) if (holds(rule.condition, possible)) fired.add(rule);
    }
    return scored(possible, [...fired]);
  }
}

function readersOf({ variables, rules }: CompiledPack): readonly (readonly ReadonlySet<CompiledRule>[])[] {
  const readers = variables.map(({ states }) => states.map(() => new Set<CompiledRule>()));
  for (const rule of rules)
    for (const { variable, mask } of rule.condition.flat())
      for (const [state, found] of at(readers, variable.index).entries())
        if ((mask & (2 ** state)) !== 0) found.add(rule);
  return readers;
}

function byTurns(profiles: readonly ScoredProfile[]): readonly ScoredProfile[] {
  const verdicts = new Occurrences();
  const turns = profiles.map((profile) => ({ profile, turn: verdicts.next(profile.verdict) }));
  return turns.sort((a, b) => a.turn - b.turn).map(({ profile }) => profile);
}

function scored(possible: Possible, fired: readonly CompiledRule[]): ScoredProfile {
  return { possible, fired, verdict: scoreOf(fired).verdict };
}

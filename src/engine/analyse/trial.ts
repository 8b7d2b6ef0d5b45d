import {
  restingSignals,
  type Signals,
  signalCount,
  signalsOfEntries,
  signsOf,
  verdictOfSigns,
} from "../count/signals.js";
import type { Bearings, CompiledPack } from "../model/compiled-pack.js";
import type { Profile, Standing } from "../model/profile.js";
import type { Score } from "../model/scores.js";
import type { Verdict } from "../model/verdict.js";
import { fillImplied } from "../score/fill-implied.js";
import { holds } from "../score/holds.js";
import { score } from "../score/score.js";

/** A rule or veto, and what it adds to the signals when it fires. */
export interface Entry {
  readonly condition: CompiledPack["rules"][number]["condition"];
  readonly signals: Signals;
}

const known = new WeakMap<CompiledPack, readonly Entry[]>();

function entriesOf(pack: CompiledPack): readonly Entry[] {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const signals = signalsOfEntries(pack);
  const entries = [...pack.rules, ...pack.vetoes].map(({ condition }, index) => ({
    condition,
    signals: signals[index] ?? [],
  }));
  known.set(pack, entries);
  return entries;
}

/** A change, with what it replaced. Written anew by the next change at its depth: thousands are tried in turn. */
interface Step {
  variable: number;
  /** What was given. */
  mask: number;
  possible: number;
  standing: Standing;
  readonly signals: number[];
  /** How many entries had flipped before. */
  flips: number;
  /** Whether something hangs on the variable. */
  implies: boolean;
  /** If so, what was possible for the variables that hang on others. */
  readonly hanging: number[];
}

/**
 * Answers to try out on a profile: what is changed counts as given, implications are filled in anew, and only what
 * the changed variable bears on is scored again. Changes are undone in the reverse order of making them.
 */
export class Trial {
  readonly entries: readonly Entry[];
  readonly touched: Bearings["touched"];
  readonly #allowing: Bearings["allowing"];
  readonly #throughImplication: Bearings["throughImplication"];
  readonly #implies: Bearings["implies"];
  readonly #hanging: Bearings["hanging"];
  readonly #pack: CompiledPack;
  readonly #given: number[];
  /** By question; all that counts is whether it is `given`. */
  readonly #standing: Standing[];
  readonly #possible: number[];
  /** Those that are made, the first `#depth`, then what is left of changes that were taken back. */
  readonly #steps: Step[] = [];
  #depth = 0;
  readonly #fired: boolean[];
  readonly #signals: number[];
  readonly #verdictBySigns: readonly Verdict[];
  /** Positions of the entries that fire, or fire no more, because of a change; the first `#flips` of them count. */
  readonly #flipped: number[] = [];
  #flips = 0;

  /** @param fired positions of the entries that fire on the profile */
  constructor(
    pack: CompiledPack,
    profile: Profile,
    fired: readonly number[] = firedEntries(score(pack, profile.possible), pack),
  ) {
    this.#pack = pack;
    this.#standing = [...profile.standing];
    this.#given = pack.variables.map(({ index, question, full }) =>
      profile.standing[question] === "given" ? (profile.possible[index] ?? full) : full,
    );
    this.#possible = [...profile.possible];
    const { touched, allowing, throughImplication, implies, hanging } = pack.bearings;
    const entries = entriesOf(pack);
    this.entries = entries;
    this.touched = touched;
    this.#allowing = allowing;
    this.#throughImplication = throughImplication;
    this.#implies = implies;
    this.#hanging = hanging;
    this.#fired = entries.map(() => false);
    this.#signals = [...restingSignals(pack.forms)];
    for (const index of fired) this.#flip(index);
    this.#verdictBySigns = Array.from({ length: 32 }, (_, signs) => verdictOfSigns(pack.forms, signs));
  }

  get signals(): Signals {
    return this.#signals;
  }

  get verdict(): Verdict {
    return this.verdictOf(signsOf(this.#signals));
  }

  verdictOf(signs: number): Verdict {
    return this.#verdictBySigns[signs] ?? "undecided";
  }

  isFired(entry: number): boolean {
    return this.#fired[entry] === true;
  }

  /** The states that are possible for a variable at present. */
  maskOf(variable: number): number {
    return this.#possible[variable] ?? 0;
  }

  /** Whether the variable bears on the entry through an implication, be it besides naming it. */
  touchesIndirectly(variable: number, entry: number): boolean {
    return this.#throughImplication[variable]?.includes(entry) === true;
  }

  /** Answers the variable with the one state in `mask`. */
  change(variable: number, mask: number): void {
    const implies = this.#implies[variable] === true;
    this.#keep(variable, implies);
    this.#given[variable] = mask;
    this.#standing[this.#questionOf(variable)] = "given";
    this.#possible[variable] = mask;
    if (implies) this.#refill();
    const touched = this.touched[variable] ?? [];
    const allowing = this.#allowing[variable] ?? [];
    for (let at = 0; at < touched.length; at += 1) {
      const index = touched[at] ?? -1;
      const fires =
        ((allowing[at] ?? 0) & mask) !== 0 && holds(this.entries[index]?.condition ?? [], this.#possible);
      if (fires === this.#fired[index]) continue;
      this.#flip(index);
      this.#flipped[this.#flips] = index;
      this.#flips += 1;
    }
  }

  /** Takes back the last change. */
  undo(): void {
    if (this.#depth === 0) return;
    this.#depth -= 1;
    const last = this.#steps[this.#depth] ?? newStep();
    this.#given[last.variable] = last.mask;
    this.#possible[last.variable] = last.possible;
    this.#standing[this.#questionOf(last.variable)] = last.standing;
    for (let at = 0; at < signalCount; at += 1) this.#signals[at] = last.signals[at] ?? 0;
    for (; this.#flips > last.flips; this.#flips -= 1) {
      const index = this.#flipped[this.#flips - 1] ?? -1;
      this.#fired[index] = this.#fired[index] !== true;
    }
    if (!last.implies) return;
    for (let at = 0; at < this.#hanging.length; at += 1)
      this.#possible[this.#hanging[at] ?? -1] = last.hanging[at] ?? 0;
  }

  #questionOf(variable: number): number {
    return this.#pack.variables[variable]?.question ?? 0;
  }

  /** Keeps what changing the variable replaces. */
  #keep(variable: number, implies: boolean): void {
    const step = this.#steps[this.#depth] ?? newStep();
    this.#steps[this.#depth] = step;
    this.#depth += 1;
    step.variable = variable;
    step.mask = this.#given[variable] ?? 0;
    step.possible = this.#possible[variable] ?? 0;
    step.standing = this.#standing[this.#questionOf(variable)] ?? "open";
    for (let at = 0; at < signalCount; at += 1) step.signals[at] = this.#signals[at] ?? 0;
    step.flips = this.#flips;
    step.implies = implies;
    if (!implies) return;
    for (let at = 0; at < this.#hanging.length; at += 1)
      step.hanging[at] = this.#possible[this.#hanging[at] ?? -1] ?? 0;
  }

  /** Lets go of what was implied, and implies anew. */
  #refill(): void {
    for (let at = 0; at < this.#hanging.length; at += 1) {
      const variable = this.#hanging[at] ?? -1;
      this.#possible[variable] = this.#given[variable] ?? 0;
    }
    fillImplied(this.#pack, this.#possible, this.#standing);
  }

  /** An entry that fired does so no more, or the other way around. */
  #flip(index: number): void {
    const fires = this.#fired[index] !== true;
    this.#fired[index] = fires;
    const signals = this.entries[index]?.signals ?? [];
    for (let at = 0; at < signalCount; at += 1) {
      const now = this.#signals[at] ?? 0;
      const step = signals[at] ?? 0;
      this.#signals[at] = fires ? now + step : now - step;
    }
  }
}

const newStep = (): Step => ({
  variable: -1,
  mask: 0,
  possible: 0,
  standing: "open",
  signals: [],
  flips: 0,
  implies: false,
  hanging: [],
});

/** Positions of the entries that fire. */
export function firedEntries({ firedRules, firedVetoes }: Score, { rules }: CompiledPack): readonly number[] {
  return [...firedRules, ...firedVetoes.map((index) => rules.length + index)];
}

import type { CompiledPack } from "../model/compiled-pack.js";
import { visitVariables } from "../model/condition-code.js";
import type { Profile, Standing } from "../model/profile.js";
import type { Verdict } from "../model/verdict.js";
import { fillImplied } from "../score/fill-implied.js";
import { holds } from "../score/holds.js";
import { restingSignals, type Signals, signalsOfEntries, signsOf, verdictOfSigns } from "./signals.js";

/** A rule or veto, and what it adds to the signals when it fires. */
export interface Entry {
  readonly condition: CompiledPack["rules"][number]["condition"];
  readonly signals: Signals;
}

/** What a pack's variables bear on, whatever the profile. */
interface Bearings {
  readonly entries: readonly Entry[];
  /** By variable: positions of the entries that it bears on, by itself or through implications. */
  readonly touched: readonly (readonly number[])[];
  /** The same of those that it bears on through implications alone or besides; undefined for none. */
  readonly throughImplication: readonly (readonly number[] | undefined)[];
  /** By variable: whether some implication hangs on it. */
  readonly implies: readonly boolean[];
  /** The variables that hang on others: those of questions with implications. */
  readonly hanging: readonly number[];
}

const known = new WeakMap<CompiledPack, Bearings>();

function bearingsOf(pack: CompiledPack): Bearings {
  const found = known.get(pack);
  if (found !== undefined) return found;
  const signals = signalsOfEntries(pack);
  const entries = [...pack.rules, ...pack.vetoes].map(({ condition }, index) => ({
    condition,
    signals: signals[index] ?? [],
  }));
  const named = namedBy(pack, entries);
  const throughImplication = implicationTouches(pack, named);
  const implies = pack.variables.map(() => false);
  for (const { implied } of pack.questions)
    for (const { condition } of implied)
      visitVariables(condition, (variable) => {
        implies[variable] = true;
      });
  const touched = named.map((own, variable) => {
    const through = throughImplication[variable];
    return through === undefined ? own : own.concat(through.filter((entry) => !own.includes(entry)));
  });
  const hanging = pack.questions.flatMap(({ implied, variables }) => (implied.length > 0 ? variables : []));
  const bearings = { entries, touched, throughImplication, implies, hanging };
  known.set(pack, bearings);
  return bearings;
}

/** A change, with what it replaced. Written anew by the next change at its depth: thousands are tried in turn. */
interface Step {
  variable: number;
  /** What was given. */
  mask: number;
  standing: Standing;
  /** How many entries had flipped before. */
  flips: number;
  /** What was possible for the variables that hang on others. */
  readonly hanging: number[];
}

/**
 * Answers to try out on a profile: what is changed counts as given, implications are filled in anew, and only what
 * the changed variable bears on is scored again. Changes are undone in the reverse order of making them.
 */
export class Trial {
  readonly entries: Bearings["entries"];
  readonly touched: Bearings["touched"];
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

  constructor(pack: CompiledPack, profile: Profile) {
    this.#pack = pack;
    this.#standing = [...profile.standing];
    this.#given = pack.variables.map(({ index, question, full }) =>
      profile.standing[question] === "given" ? (profile.possible[index] ?? full) : full,
    );
    this.#possible = [...profile.possible];
    const { entries, touched, throughImplication, implies, hanging } = bearingsOf(pack);
    this.entries = entries;
    this.touched = touched;
    this.#throughImplication = throughImplication;
    this.#implies = implies;
    this.#hanging = hanging;
    this.#fired = entries.map(() => false);
    this.#signals = [...restingSignals(pack.forms)];
    entries.forEach(({ condition }, index) => {
      if (holds(condition, profile.possible)) this.#flip(index);
    });
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
    const question = this.#pack.variables[variable]?.question ?? 0;
    const standing = this.#standing[question] ?? "open";
    const step = this.#nextStep();
    step.variable = variable;
    step.mask = this.#given[variable] ?? 0;
    step.standing = standing;
    step.flips = this.#flips;
    this.#keepHanging(step);
    this.#given[variable] = mask;
    this.#standing[question] = "given";
    this.#possible[variable] = mask;
    if (this.#implies[variable] === true) this.#refill();
    const touched = this.touched[variable] ?? [];
    for (let at = 0; at < touched.length; at += 1) {
      const index = touched[at] ?? -1;
      const entry = this.entries[index];
      if (entry === undefined || holds(entry.condition, this.#possible) === this.#fired[index]) continue;
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
    this.#standing[this.#pack.variables[last.variable]?.question ?? 0] = last.standing;
    this.#possible[last.variable] = last.mask;
    for (let at = 0; at < this.#hanging.length; at += 1)
      this.#possible[this.#hanging[at] ?? -1] = last.hanging[at] ?? 0;
    for (; this.#flips > last.flips; this.#flips -= 1) this.#flip(this.#flipped[this.#flips - 1] ?? -1);
  }

  #nextStep(): Step {
    const step = this.#steps[this.#depth] ?? newStep();
    this.#steps[this.#depth] = step;
    this.#depth += 1;
    return step;
  }

  #keepHanging({ hanging }: Step): void {
    for (let at = 0; at < this.#hanging.length; at += 1)
      hanging[at] = this.#possible[this.#hanging[at] ?? -1] ?? 0;
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
    for (let at = 0; at < signals.length; at += 1) {
      const now = this.#signals[at] ?? 0;
      const step = signals[at] ?? 0;
      this.#signals[at] = fires ? now + step : now - step;
    }
  }
}

const newStep = (): Step => ({ variable: -1, mask: 0, standing: "open", flips: 0, hanging: [] });

/** By variable: the entries that name a question which an implication hangs on the variable, directly or through others. */
function implicationTouches(
  pack: CompiledPack,
  named: readonly (readonly number[])[],
): Bearings["throughImplication"] {
  const through: (number[] | undefined)[] = pack.variables.map(() => undefined);
  for (const index of pack.implicationOrder.toReversed()) {
    const { implied, variables } = pack.questions[index] ?? { implied: [], variables: [] };
    const [own = -1] = variables;
    if (implied.length === 0) continue;
    const entries = [...(named[own] ?? []), ...(through[own] ?? [])];
    for (const { condition } of implied) {
      visitVariables(condition, (variable) => {
        const touched = through[variable] ?? [];
        for (const entry of entries) if (!touched.includes(entry)) touched.push(entry);
        if (touched.length > 0) through[variable] = touched;
      });
    }
  }
  return through;
}

/** By variable: the entries whose condition names it. */
function namedBy(pack: CompiledPack, entries: readonly Entry[]): readonly (readonly number[])[] {
  const named = pack.variables.map((): number[] => []);
  let index = 0;
  const add = (variable: number): void => {
    const own = named[variable];
    if (own !== undefined && own.at(-1) !== index) own.push(index);
  };
  for (; index < entries.length; index += 1) visitVariables(entries[index]?.condition ?? [], add);
  return named;
}

import type { CompiledPack } from "../model/compiled-pack.js";
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
  readonly throughImplication: readonly (ReadonlySet<number> | undefined)[];
  /** By variable: whether some implication hangs on it. */
  readonly implies: readonly boolean[];
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
    for (const { condition } of implied) for (const variable of condition.variables) implies[variable] = true;
  const touched = named.map((own, variable) => {
    const through = throughImplication[variable];
    return through === undefined ? own : [...new Set([...own, ...through])];
  });
  const bearings = { entries, touched, throughImplication, implies };
  known.set(pack, bearings);
  return bearings;
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
  readonly #pack: CompiledPack;
  readonly #given: number[];
  /** By question; all that counts is whether it is `given`. */
  readonly #standing: Standing[];
  readonly #possible: number[];
  readonly #fired: boolean[];
  readonly #signals: number[];
  readonly #verdictBySigns: readonly Verdict[];
  readonly #undo: { readonly variable: number; readonly mask: number; readonly standing: Standing }[] = [];

  constructor(pack: CompiledPack, profile: Profile) {
    this.#pack = pack;
    this.#standing = [...profile.standing];
    this.#given = pack.variables.map(({ index, question, full }) =>
      profile.standing[question] === "given" ? (profile.possible[index] ?? full) : full,
    );
    this.#possible = [...profile.possible];
    const { entries, touched, throughImplication, implies } = bearingsOf(pack);
    this.entries = entries;
    this.touched = touched;
    this.#throughImplication = throughImplication;
    this.#implies = implies;
    this.#fired = this.entries.map(({ condition }) => holds(condition, this.#possible));
    this.#signals = [...restingSignals(pack.forms)];
    this.entries.forEach((entry, index) => {
      if (this.#fired[index] === true) this.#shift(entry, true);
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
    return this.#throughImplication[variable]?.has(entry) === true;
  }

  /** Answers the variable with the one state in `mask`. */
  change(variable: number, mask: number): void {
    const question = this.#pack.variables[variable]?.question ?? 0;
    this.#undo.push({
      variable,
      mask: this.#given[variable] ?? 0,
      standing: this.#standing[question] ?? "open",
    });
    this.#set(variable, mask, "given");
  }

  /** Takes back the last change. */
  undo(): void {
    const last = this.#undo.pop();
    if (last !== undefined) this.#set(last.variable, last.mask, last.standing);
  }

  #set(variable: number, mask: number, standing: Standing): void {
    const question = this.#pack.variables[variable]?.question ?? 0;
    const refill = this.#implies[variable] === true || this.#standing[question] !== standing;
    this.#given[variable] = mask;
    this.#standing[question] = standing;
    if (refill) this.#refill();
    else this.#possible[variable] = mask;
    const touched = this.touched[variable] ?? [];
    for (let at = 0; at < touched.length; at += 1) this.#rescore(touched[at] ?? -1);
  }

  #refill(): void {
    for (let index = 0; index < this.#given.length; index += 1)
      this.#possible[index] = this.#given[index] ?? 0;
    fillImplied(this.#pack, this.#possible, this.#standing);
  }

  #rescore(index: number): void {
    const entry = this.entries[index];
    if (entry === undefined) return;
    const fires = holds(entry.condition, this.#possible);
    if (fires === this.#fired[index]) return;
    this.#fired[index] = fires;
    this.#shift(entry, fires);
  }

  #shift({ signals }: Entry, fires: boolean): void {
    for (let index = 0; index < signals.length; index += 1) {
      const now = this.#signals[index] ?? 0;
      const step = signals[index] ?? 0;
      this.#signals[index] = fires ? now + step : now - step;
    }
  }
}

/** By variable: the entries that name a question which an implication hangs on the variable, directly or through others. */
function implicationTouches(
  pack: CompiledPack,
  named: readonly (readonly number[])[],
): Bearings["throughImplication"] {
  const through: (Set<number> | undefined)[] = pack.variables.map(() => undefined);
  for (const index of pack.implicationOrder.toReversed()) {
    const { implied, variables } = pack.questions[index] ?? { implied: [], variables: [] };
    const [own = -1] = variables;
    if (implied.length === 0) continue;
    const entries = [...(named[own] ?? []), ...(through[own] ?? [])];
    for (const { condition } of implied) {
      for (const variable of condition.variables) {
        const touched = through[variable] ?? new Set();
        for (const entry of entries) touched.add(entry);
        if (touched.size > 0) through[variable] = touched;
      }
    }
  }
  return through;
}

/** By variable: the entries whose condition names it. */
function namedBy(pack: CompiledPack, entries: readonly Entry[]): readonly (readonly number[])[] {
  const named = pack.variables.map((): number[] => []);
  entries.forEach(({ condition }, index) => {
    for (const variable of condition.variables) named[variable]?.push(index);
  });
  return named;
}

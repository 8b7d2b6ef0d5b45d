import type { CompiledCondition, CompiledPlacement, Conditional } from "../model/compiled-pack.js";
import type { LoadedPack } from "../model/loaded-pack.js";
import type { Pack } from "../model/pack.js";
import type { StateConcern } from "../model/verdict.js";
import { type PrecompiledPack, restoreCompiled } from "./precompiled-pack.js";

/** Sections of which most runs show a few entries. */
type ByEntry = "placements" | "tradeoffs" | "guidance";
/** Sections that things are looked up in. */
type AsWhole = "patterns" | "criteria" | "references";

/** A precompiled pack without those. */
interface Core extends Omit<PrecompiledPack, "pack"> {
  readonly pack: Omit<Pack, ByEntry | AsWhole>;
  readonly concerns: readonly StateConcern[];
}

/**
 * A precompiled pack as JSON Lines: what scoring needs, then a line for each section or entry that only some runs show.
 * Most of a pack is text, most of that is not shown, and parsing all of it is a good part of a short run.
 */
export function packLines({ pack, ...others }: PrecompiledPack): readonly string[] {
  const { placements, tradeoffs, patterns, guidance, criteria, references, ...scored } = pack;
  const core: Core = { ...others, pack: scored, concerns: placements.map(({ concern }) => concern) };
  return [core, patterns, criteria, references, ...placements, ...tradeoffs, ...guidance].map((line) =>
    JSON.stringify(line),
  );
}

/**
 * The pack that these lines were made of.
 * @param lineAt gives the line at an index, now or whenever its content is first asked for
 * @throws RangeError, or SyntaxError, where they visibly are not what `packLines` made
 */
export function openPackLines(lineAt: (index: number) => string): LoadedPack {
  let taken = 0;
  const next = <Value>(): Later<Value> => {
    taken += 1;
    return new Later(lineAt, taken - 1);
  };
  const data = next<Core>().value;
  const [patterns, criteria, references] = [
    next<Pack["patterns"]>(),
    next<Pack["criteria"]>(),
    next<Pack["references"]>(),
  ];
  const conditional = <Entry>(condition: CompiledCondition | null): Conditional<Entry> =>
    new LaterEntry(condition, next());
  const placements = data.placements.map(
    (condition, index) => new LaterPlacement(condition, next(), data.concerns[index] ?? "interaction"),
  );
  const tradeoffs = data.tradeoffs.map((condition) => conditional<Pack["tradeoffs"][number]>(condition));
  const guidance = data.guidance.map((condition) => conditional<Pack["guidance"][number]>(condition));
  const pack: Pack = {
    ...data.pack,
    get placements() {
      return entriesOf(placements);
    },
    get tradeoffs() {
      return entriesOf(tradeoffs);
    },
    get patterns() {
      return patterns.value;
    },
    get guidance() {
      return entriesOf(guidance);
    },
    get criteria() {
      return criteria.value;
    },
    get references() {
      return references.value;
    },
  };
  return restoreCompiled({ ...data, pack }, { placements, tradeoffs, guidance });
}

/** The value of a line, which is parsed when it is first asked for. */
class Later<Value> {
  #read: { readonly value: Value } | null = null;
  readonly #lineAt: (index: number) => string;
  readonly #index: number;

  constructor(lineAt: (index: number) => string, index: number) {
    this.#lineAt = lineAt;
    this.#index = index;
  }

  get value(): Value {
    this.#read ??= { value: JSON.parse(this.#lineAt(this.#index)) as Value };
    return this.#read.value;
  }
}

class LaterEntry<Entry> implements Conditional<Entry> {
  readonly condition: CompiledCondition | null;
  readonly #entry: Later<Entry>;

  constructor(condition: CompiledCondition | null, entry: Later<Entry>) {
    this.condition = condition;
    this.#entry = entry;
  }

  get entry(): Entry {
    return this.#entry.value;
  }
}

class LaterPlacement extends LaterEntry<Pack["placements"][number]> implements CompiledPlacement {
  readonly concern: StateConcern;

  constructor(
    condition: CompiledCondition | null,
    entry: Later<Pack["placements"][number]>,
    concern: StateConcern,
  ) {
    super(condition, entry);
    this.concern = concern;
  }
}

function entriesOf<Entry>(conditionals: readonly Conditional<Entry>[]): readonly Entry[] {
  return conditionals.map(({ entry }) => entry);
}

import type { CompiledCondition, CompiledPlacement, Conditional } from "../model/compiled-pack.js";
import type { LoadedPack } from "../model/loaded-pack.js";
import type { Pack } from "../model/pack.js";
import type { StateConcern } from "../model/verdict.js";
import { assertPrecompiled, type PrecompiledPack, restoreCompiled } from "./precompiled-pack.js";

/** Sections of which most runs show a few entries. */
type ByEntry = "placements" | "tradeoffs" | "guidance";
/** Sections that things are looked up in. */
type AsWhole = "patterns" | "criteria" | "references";

/** A precompiled pack without those. */
interface Core extends Omit<PrecompiledPack, "pack"> {
  readonly pack: Omit<Pack, ByEntry | AsWhole>;
  /** Of the placements. */
  readonly concerns: readonly StateConcern[];
  /** How long the texts are, one after the other. */
  readonly lengths: readonly number[];
}

/** A precompiled pack in two: what scoring needs, and what is shown of it. Both are JSON. */
export interface SplitPack {
  readonly core: string;
  /** A text for each section or entry that only some runs show. */
  readonly texts: readonly string[];
}

/** Most of a pack is text, most of that is not shown, and reading all of it is a good part of a short run. */
export function splitPack({ pack, ...others }: PrecompiledPack): SplitPack {
  const { placements, tradeoffs, patterns, guidance, criteria, references, ...scored } = pack;
  const texts = [patterns, criteria, references, ...placements, ...tradeoffs, ...guidance].map((part) =>
    inAscii(JSON.stringify(part)),
  );
  const core: Core = {
    ...others,
    pack: scored,
    concerns: placements.map(({ concern }) => concern),
    lengths: texts.map(({ length }) => length),
  };
  return { core: inAscii(JSON.stringify(core)), texts };
}

/**
 * The same JSON in ASCII alone: Node reads such a file, and parses such a text, in half the time.
 * @public the build writes the whole pack with it, too
 */
export function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The pack that was split.
 * @param textAt gives a part of all texts together, from `start` up to `end`, when its content is first asked for
 * @throws RangeError, or SyntaxError, where it visibly is not what `splitPack` made
 */
export function openSplitPack(core: string, textAt: (start: number, end: number) => string): LoadedPack {
  const data = JSON.parse(core) as Core;
  assertPrecompiled(data);
  let taken = 0;
  let end = 0;
  const next = <Value>(): Later<Value> => {
    const start = end;
    end += data.lengths[taken] ?? 0;
    taken += 1;
    return new Later(textAt, start, end);
  };
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
  const [allPlacements, allTradeoffs, allGuidance] = [
    entriesOf(placements),
    entriesOf(tradeoffs),
    entriesOf(guidance),
  ];
  const pack: Pack = {
    ...data.pack,
    get placements() {
      return allPlacements();
    },
    get tradeoffs() {
      return allTradeoffs();
    },
    get patterns() {
      return patterns.value;
    },
    get guidance() {
      return allGuidance();
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

/** The value of a text, which is parsed when it is first asked for. */
class Later<Value> {
  #read: { readonly value: Value } | null = null;
  readonly #textAt: (start: number, end: number) => string;
  readonly #start: number;
  readonly #end: number;

  constructor(textAt: (start: number, end: number) => string, start: number, end: number) {
    this.#textAt = textAt;
    this.#start = start;
    this.#end = end;
  }

  get value(): Value {
    this.#read ??= { value: JSON.parse(this.#textAt(this.#start, this.#end)) as Value };
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

/** All entries, read and listed once. */
function entriesOf<Entry>(conditionals: readonly Conditional<Entry>[]): () => readonly Entry[] {
  let entries: readonly Entry[] | null = null;
  return () => {
    entries ??= conditionals.map(({ entry }) => entry);
    return entries;
  };
}

import type {
  CompiledCondition,
  CompiledPlacement,
  CompiledRule,
  Conditional,
  Listed,
} from "../model/compiled-pack.js";
import type { Placement, Rule, Weight } from "../model/pack.js";
import type { Concern, StateConcern } from "../model/verdict.js";

/** What parts of a text can be had of without having it as a whole: a string is that, too. */
export interface Sliceable {
  slice(start: number, end: number): string;
}

/** The lines of a text from `start` on, found by where each ends, counted from there, its line feed included. */
export class Lines {
  readonly #text: Sliceable;
  readonly #start: number;
  readonly #ends: readonly number[];

  constructor(text: Sliceable, start: number, ends: readonly number[]) {
    this.#text = text;
    this.#start = start;
    this.#ends = ends;
  }

  at(line: number): string {
    return this.#text.slice(this.#start + (this.#ends[line - 1] ?? 0), this.#start + (this.#ends[line] ?? 0));
  }
}

/**
 * An entry whose line is parsed when it is first asked for. A run makes hundreds and reads few, so they have fields that
 * are only assigned to: private names, and fields that are defined first, take several times as long to set up.
 */
export class Later<Entry> implements Listed<Entry> {
  declare private content: Entry | undefined;
  declare private readonly lines: Lines;
  declare private readonly line: number;

  constructor(lines: Lines, line: number) {
    this.content = undefined;
    this.lines = lines;
    this.line = line;
  }

  get entry(): Entry {
    this.content ??= JSON.parse(this.lines.at(this.line)) as Entry;
    return this.content;
  }
}

/** Entries by id, each made when it is asked for: of the hundreds that a pack lists, a run shows a few. */
export class LaterMap<Entry> implements ReadonlyMap<string, Listed<Entry>> {
  declare private readonly lines: Lines;
  declare private readonly from: number;
  declare private readonly ids: readonly string[];
  declare private readonly made: (Later<Entry> | undefined)[];

  /** @param from the line of the first of them */
  constructor(lines: Lines, from: number, ids: readonly string[]) {
    this.lines = lines;
    this.from = from;
    this.ids = ids;
    this.made = [];
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  get(id: string): Listed<Entry> | undefined {
    const index = this.ids.indexOf(id);
    return index === -1 ? undefined : this.at(index);
  }

  private at(index: number): Listed<Entry> {
    const made = this.made[index] ?? new Later<Entry>(this.lines, this.from + index);
    this.made[index] = made;
    return made;
  }

  forEach(visit: (entry: Listed<Entry>, id: string, map: ReadonlyMap<string, Listed<Entry>>) => void): void {
    this.ids.forEach((id, index) => {
      visit(this.at(index), id, this);
    });
  }

  keys(): MapIterator<string> {
    return this.ids.values();
  }

  values(): MapIterator<Listed<Entry>> {
    return this.ids.map((_, index) => this.at(index)).values();
  }

  entries(): MapIterator<[string, Listed<Entry>]> {
    return this.ids.map((id, index): [string, Listed<Entry>] => [id, this.at(index)]).values();
  }

  [Symbol.iterator](): MapIterator<[string, Listed<Entry>]> {
    return this.entries();
  }
}

export class LaterConditional<Entry> extends Later<Entry> implements Conditional<Entry> {
  declare readonly condition: CompiledCondition | null;

  constructor(lines: Lines, line: number, condition: CompiledCondition | null) {
    super(lines, line);
    this.condition = condition;
  }
}

export class LaterPlacement extends Later<Placement> implements CompiledPlacement {
  declare readonly condition: CompiledCondition | null;
  declare readonly concern: StateConcern;

  constructor(lines: Lines, line: number, { condition, concern }: Omit<CompiledPlacement, "entry">) {
    super(lines, line);
    this.condition = condition;
    this.concern = concern;
  }
}

export class LaterRule extends Later<Rule> implements CompiledRule {
  declare readonly condition: CompiledCondition;
  declare readonly weight: Weight;
  declare readonly concern: Concern;

  constructor(lines: Lines, line: number, { condition, weight, concern }: Omit<CompiledRule, "rule">) {
    super(lines, line);
    this.condition = condition;
    this.weight = weight;
    this.concern = concern;
  }

  get rule(): Rule {
    return this.entry;
  }
}

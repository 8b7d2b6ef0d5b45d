import type {
  CompiledCondition,
  CompiledPlacement,
  CompiledRule,
  Conditional,
  Listed,
} from "../model/compiled-pack.js";
import type { Placement, Rule, Weight } from "../model/pack.js";
import type { Concern, StateConcern } from "../model/verdict.js";

/** The lines of a text, found by where each ends, its line feed included. */
export class Lines {
  readonly #text: string;
  readonly #ends: readonly number[];

  constructor(text: string, ends: readonly number[]) {
    this.#text = text;
    this.#ends = ends;
  }

  at(line: number): string {
    return this.#text.slice(this.#ends[line - 1] ?? 0, this.#ends[line] ?? 0);
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

export class LaterConditional<Entry> extends Later<Entry> implements Conditional<Entry> {
  declare readonly condition: CompiledCondition | null;

  constructor(lines: Lines, line: number, condition: CompiledCondition | null) {
    super(lines, line);
    this.condition = condition;
  }
}

export class LaterPlacement extends LaterConditional<Placement> implements CompiledPlacement {
  declare readonly concern: StateConcern;

  constructor(lines: Lines, line: number, { condition, concern }: Omit<CompiledPlacement, "entry">) {
    super(lines, line, condition);
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

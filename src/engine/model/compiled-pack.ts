import type { CompiledCondition, CompiledQuestion, Variable } from "./compiled-condition.js";
import type {
  Backing,
  Clash,
  Criterion,
  Guidance,
  Pack,
  Pattern,
  Placement,
  Reference,
  Rule,
  Tradeoff,
} from "./pack.js";

/** An entry of the pack with its condition; null means always. */
export interface Conditional<Entry, Condition extends CompiledCondition | null = CompiledCondition | null> {
  readonly entry: Entry;
  readonly condition: Condition;
}

export type CompiledRule = Conditional<Rule, CompiledCondition>;
export interface CompiledPack {
  /** The pack as it was read; its entries are the ones that the lists below refer to. */
  readonly source: Pack;
  readonly variables: readonly Variable[];
  readonly questions: readonly CompiledQuestion[];
  readonly questionsById: ReadonlyMap<string, CompiledQuestion>;
  /** All questions, each after those that its implications name. */
  readonly implicationOrder: readonly CompiledQuestion[];
  readonly rules: readonly CompiledRule[];
  readonly placements: readonly Conditional<Placement>[];
  readonly backings: readonly Conditional<Backing>[];
  readonly clashes: readonly Conditional<Clash, CompiledCondition>[];
  readonly tradeoffs: readonly Conditional<Tradeoff>[];
  readonly guidance: readonly Conditional<Guidance>[];
  /** By id, in the pack's order; likewise the next two. */
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly criteria: ReadonlyMap<string, Criterion>;
  readonly references: ReadonlyMap<string, Reference>;
  /** Common multiple of the numbers of questions that rules name: contributions are whole numbers of 1/shares. */
  readonly shares: number;
}

/** A pack ready to score, and a digest of its meaning: equal packs, equal digests. */
export interface LoadedPack {
  readonly compiled: CompiledPack;
  readonly digest: string;
}

import type {
  Criterion,
  Guidance,
  Implication,
  Pack,
  Pattern,
  Placement,
  Question,
  Reference,
  Rule,
  Tradeoff,
  Veto,
  Weight,
} from "./pack.js";
import type { Concern, StateConcern } from "./verdict.js";

/**
 * One unknown of the decision. A question with one answer is one variable with a state per option; a question
 * that takes several is one two-state variable per option (0 not chosen, 1 chosen), its `none` option being the
 * case that none is chosen: so its n + 1 options span exactly 2^n ways of answering.
 */
export interface Variable {
  readonly index: number;
  /** Index of the question in `CompiledPack.questions`. */
  readonly question: number;
  readonly states: readonly string[];
  /** Bit mask with a bit for each state: what is possible while the question is open. */
  readonly full: number;
}

/** A set of states for one variable: bit s is set when state s is in it. */
export interface Literal {
  readonly variable: number;
  readonly mask: number;
}

/** A conjunction of literals, one a variable, in ascending order of variable; empty means always. */
export type Box = readonly Literal[];

/**
 * A condition in disjunctive normal form: box after box, each as its number of literals, then the variable and the mask
 * of each of them; without boxes it never holds. Whole numbers in one list, as a pack has hundreds of conditions, and a
 * short run looks at most of them once. `condition-code.ts` reads and writes it.
 */
export type CompiledCondition = readonly number[];

export interface CompiledQuestion {
  readonly index: number;
  readonly question: Question;
  readonly variables: readonly number[];
  readonly implied: readonly CompiledImplication[];
}

export interface CompiledImplication {
  readonly implication: Implication;
  readonly condition: CompiledCondition;
  /** The implied state of the question's one variable, as a mask with one bit. */
  readonly mask: number;
}

export interface CompiledRule {
  readonly rule: Rule;
  /** Of the rule; scoring needs no more of it. */
  readonly weight: Weight;
  readonly concern: Concern;
  readonly condition: CompiledCondition;
}

export interface CompiledVeto {
  readonly veto: Veto;
  readonly condition: CompiledCondition;
}

/** An entry of which few are shown. */
export interface Listed<Entry> {
  readonly entry: Entry;
}

/** An entry that is shown under a condition; null means always. */
export interface Conditional<Entry> extends Listed<Entry> {
  readonly condition: CompiledCondition | null;
}

export interface CompiledPlacement extends Conditional<Placement> {
  readonly concern: StateConcern;
}

/**
 * The verdict's boundaries as integer forms of the scores, divided by their common factor:
 * need: `needStateful * F − needStateless * L >= 0` is b ≥ β; bound: `boundLive * N − boundKept * K >= 0` is h ≥ η.
 */
export interface VerdictForms {
  readonly needStateful: number;
  readonly needStateless: number;
  readonly boundLive: number;
  readonly boundKept: number;
  readonly minimumEvidence: number;
}

/** What the variables of a pack bear on, whatever the answers; entries by position, rules first, then vetoes. */
export interface Bearings {
  /** By variable: the entries that it bears on, by itself or through implications. */
  readonly touched: readonly (readonly number[])[];
  /** For each of these: the variable's states with which the entry can fire, as a mask. */
  readonly allowing: readonly (readonly number[])[];
  /** By variable: those of them that it bears on through implications, be it besides naming it. */
  readonly throughImplication: readonly (readonly number[])[];
  /** By variable: whether some implication hangs on it. */
  readonly implies: readonly boolean[];
  /** The variables that hang on others: those of questions with implications. */
  readonly hanging: readonly number[];
}

export interface CompiledPack {
  readonly pack: Pack;
  readonly forms: VerdictForms;
  readonly variables: readonly Variable[];
  readonly questions: readonly CompiledQuestion[];
  readonly questionIndex: ReadonlyMap<string, number>;
  /** Question indices such that whatever a question's implications name stands before it. */
  readonly implicationOrder: readonly number[];
  readonly rules: readonly CompiledRule[];
  readonly vetoes: readonly CompiledVeto[];
  readonly bearings: Bearings;
  readonly placements: readonly CompiledPlacement[];
  readonly tradeoffs: readonly Conditional<Tradeoff>[];
  readonly guidance: readonly Conditional<Guidance>[];
  /** By id, in the pack's order, as are the next two. */
  readonly patterns: ReadonlyMap<string, Listed<Pattern>>;
  readonly criteria: ReadonlyMap<string, Listed<Criterion>>;
  readonly references: ReadonlyMap<string, Listed<Reference>>;
  /** Common multiple of the numbers of questions that rules bind: contributions are whole numbers of 1/shares. */
  readonly shares: number;
}

import { at } from "../model/at.js";
import { tabulate } from "./cells.js";
import type { Leaf } from "./leaf.js";
import type { OpenTerm } from "./space.js";
import { addRanges, addTallies, noRange, noTally, type Range, rangeOf, type Tally } from "./tally.js";

/**
 * A function of a few variables: what one concern's rules over just these add, or null if the assignment is ruled out.
 * For the order of cells see `cells.ts`.
 */
export interface Factor {
  /** Positions, ascending. */
  readonly scope: readonly number[];
  readonly cells: readonly (Tally | null)[];
  readonly range: Range;
}

/** A term over classes of states: a bit for each class that is in the literal. */
type ClassTerm = readonly { readonly position: number; readonly classes: number }[];

/** The rules of one concern, and what is ruled out within it, as one factor for each set of variables. */
export function factorsOf(leaf: Leaf, concern: number): readonly Factor[] {
  const drafts = new Map<string, Draft>();
  const draftOver = (scope: readonly number[]): Draft => {
    const key = scope.join();
    const draft = drafts.get(key) ?? { scope, rules: [], forbidden: [], range: noRange };
    drafts.set(key, draft);
    return draft;
  };
  for (const { concern: own, tally, terms } of leaf.space.rules) {
    if (own !== concern) continue;
    const draft = draftOver(scopeOf(terms));
    draft.rules.push({ tally, terms: terms.map((term) => classTerm(leaf, term)) });
    draft.range = addRanges(draft.range, rangeOf(tally));
  }
  for (const term of at(leaf.within, concern))
    draftOver(scopeOf([term])).forbidden.push(classTerm(leaf, term));
  return [...drafts.values()].map((draft) => factorOf(draft, leaf.variables));
}

interface Draft {
  readonly scope: readonly number[];
  readonly rules: { readonly tally: Tally; readonly terms: readonly ClassTerm[] }[];
  readonly forbidden: ClassTerm[];
  range: Range;
}

function factorOf({ scope, rules, forbidden, range }: Draft, variables: Leaf["variables"]): Factor {
  const cells = tabulate(scope, variables, (assignment) => {
    if (forbidden.some((term) => holdsAt(term, assignment))) return null;
    let sum = noTally;
    for (const { tally, terms } of rules)
      if (terms.some((term) => holdsAt(term, assignment))) sum = addTallies(sum, tally);
    return sum;
  });
  return { scope, cells, range };
}

/** For each cell of a scope whether an assignment is allowed. */
export function allowedCells(leaf: Leaf, terms: readonly OpenTerm[]): readonly boolean[] {
  const ruledOut = terms.map((term) => classTerm(leaf, term));
  return tabulate(
    scopeOf(terms),
    leaf.variables,
    (assignment) => !ruledOut.some((term) => holdsAt(term, assignment)),
  );
}

/** The variables that terms name, ascending. */
export function scopeOf(terms: readonly OpenTerm[]): readonly number[] {
  const positions = new Set<number>();
  for (const term of terms) for (const { position } of term) positions.add(position);
  return [...positions].sort((a, b) => a - b);
}

function classTerm({ variables }: Leaf, term: OpenTerm): ClassTerm {
  return term.map(({ position, mask }) => {
    let classes = 0;
    for (const [index, states] of at(variables, position).states.entries())
      if ((states & mask) !== 0) classes |= 1 << index;
    return { position, classes };
  });
}

function holdsAt(term: ClassTerm, assignment: readonly number[]): boolean {
  for (const { position, classes } of term)
    if ((classes & (1 << at(assignment, position))) === 0) return false;
  return true;
}

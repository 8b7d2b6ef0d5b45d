import { at } from "../model/at.js";
import type { Variable } from "../model/compiled-condition.js";
import { addTallies, type Tally } from "./tally.js";

/** A set of states for one variable, named by its position among the pack's. */
export interface OpenLiteral {
  readonly position: number;
  readonly mask: number;
}

/** A conjunction over open variables, at most one literal each; empty: it holds everywhere. */
export type OpenTerm = readonly OpenLiteral[];

/** A rule: what it adds to its concern's tally where one of its terms holds. */
export interface OpenRule {
  /** Position in `concerns`. */
  readonly concern: number;
  readonly tally: Tally;
  readonly terms: readonly OpenTerm[];
}

/**
 * A set of assignments to variables, with what fires in each. Terms speak of variables that are open (more than
 * one state in their domain) and split their domains; what fires everywhere is in `base`.
 */
export interface Space {
  /** Those of the pack. */
  readonly variables: readonly Variable[];
  /** The states that a variable can have, by position, as masks. */
  readonly domains: readonly number[];
  readonly rules: readonly OpenRule[];
  /** Assignments in one of these terms are ruled out. */
  readonly forbidden: readonly OpenTerm[];
  /** By concern: the tally of what fires everywhere. */
  readonly base: readonly Tally[];
}

/**
 * The part of a space in which variables have only these states; null if nothing is left. Terms that can't hold are
 * dropped, and literals that always do; a forbidden term over one variable takes its states away.
 */
export function narrowed(space: Space, to: readonly number[]): Space | null {
  const domains = [...to];
  let forbidden = space.forbidden;
  for (let changed = true; changed; ) {
    changed = false;
    const left: OpenTerm[] = [];
    for (const term of forbidden) {
      const open = openTerm(term, domains);
      if (open === null) continue;
      const [only] = open;
      if (only === undefined) return null;
      if (open.length > 1) left.push(open);
      else {
        // Open literals split the domain, so some states stay.
        domains[only.position] = at(domains, only.position) & ~only.mask;
        changed = true;
      }
    }
    forbidden = left;
  }
  const base = [...space.base];
  const rules: OpenRule[] = [];
  for (const rule of space.rules) {
    const terms = openTerms(rule.terms, domains);
    if (terms.length === 0) continue;
    if (terms.some((term) => term.length === 0))
      base[rule.concern] = addTallies(at(base, rule.concern), rule.tally);
    else rules.push(terms === rule.terms ? rule : { ...rule, terms });
  }
  return { ...space, domains, rules, forbidden, base };
}

/** The part of a space in which one variable has only these states; null if nothing is left. */
export function narrowedAt(space: Space, position: number, mask: number): Space | null {
  return narrowed(space, space.domains.with(position, mask));
}

/** The terms that the domains leave possible, with literals that split their domains only. */
function openTerms(terms: readonly OpenTerm[], domains: readonly number[]): readonly OpenTerm[] {
  let unchanged = true;
  const open: OpenTerm[] = [];
  for (const term of terms) {
    const narrow = openTerm(term, domains);
    if (narrow !== term) unchanged = false;
    if (narrow !== null) open.push(narrow);
  }
  return unchanged ? terms : open;
}

/** Null if the term can't hold. */
function openTerm(term: OpenTerm, domains: readonly number[]): OpenTerm | null {
  let unchanged = true;
  for (const { position, mask } of term) {
    const domain = at(domains, position);
    if ((domain & mask) === 0) return null;
    if ((domain & mask) === domain || (domain & mask) !== mask) unchanged = false;
  }
  if (unchanged) return term;
  return term.flatMap(({ position, mask }) => {
    const domain = at(domains, position);
    return (domain & mask) === domain ? [] : [{ position, mask: domain & mask }];
  });
}

export function statesIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

import {
  constraint,
  type Factor,
  hasState,
  inSome,
  mergeByScope,
  openTerms,
  rangeOf,
  scopeOf,
  tallyFactor,
} from "../../count/factor.js";
import { marginsOfEntries } from "../../count/margins.js";
import { type OpenSpace, openSpaceOf } from "../../count/open-space.js";
import { noTally, type Range, type Tally, tallyOf } from "../../count/tally.js";
import { at } from "../../model/at.js";
import {
  type CompiledCondition,
  type CompiledQuestion,
  questionsIn,
  type Variable,
} from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { profileOf } from "../../score/fill-implied.js";

/**
 * Two numbers in one, so that pairs of profiles go through the same tables as single ones: first · 2^26 + second.
 * Sums and differences of such numbers are those of their parts, as long as these stay below 2^25.
 */
const radix = 2 ** 26;

/** Packs two whole numbers. */
export function packed(first: number, second: number): number {
  return first * radix + second;
}

export function firstOf(pair: number): number {
  return Math.round(pair / radix);
}

export function secondOf(pair: number): number {
  return pair - firstOf(pair) * radix;
}

/** Vetoes are two bits on each side. */
export function packedVetoes(first: number, second: number): number {
  return first | (second << 2);
}

export function firstVetoes(pair: number): number {
  return pair & 3;
}

export function secondVetoes(pair: number): number {
  return pair >> 2;
}

/** The tally of the first profile of a pair. */
export function firstTally({ need, bound, total, vetoes }: Tally): Tally {
  return { need: firstOf(need), bound: firstOf(bound), total: firstOf(total), vetoes: firstVetoes(vetoes) };
}

/** The tally of the second profile of a pair. */
export function secondTally({ need, bound, total, vetoes }: Tally): Tally {
  return {
    need: secondOf(need),
    bound: secondOf(bound),
    total: secondOf(total),
    vetoes: secondVetoes(vetoes),
  };
}

/** The tally of a pair of profiles. */
function pairTally(first: Tally, second: Tally): Tally {
  return {
    need: packed(first.need, second.need),
    bound: packed(first.bound, second.bound),
    total: packed(first.total, second.total),
    vetoes: packedVetoes(first.vetoes, second.vetoes),
  };
}

/** The range of a pair, its numbers packed like those of its tallies. */
export function pairRange(first: Range, second: Range): Range {
  return {
    needLow: packed(first.needLow, second.needLow),
    needHigh: packed(first.needHigh, second.needHigh),
    boundLow: packed(first.boundLow, second.boundLow),
    boundHigh: packed(first.boundHigh, second.boundHigh),
    oneSided: 0,
  };
}

/** @param side `firstOf` or `secondOf` */
export function sideOfRange(range: Range, side: typeof firstOf): Range {
  return {
    needLow: side(range.needLow),
    needHigh: side(range.needHigh),
    boundLow: side(range.boundLow),
    boundHigh: side(range.boundHigh),
    oneSided: 0,
  };
}

/**
 * Pairs of profiles that differ in the answer to one question and in what follows from it: that question, and those that
 * its answer can imply, have a *twin* variable each for the profile after the change. A question keeps its answer
 * unless the change implies one.
 */
export interface PairSpace extends OpenSpace {
  /** By position of a variable, the position of its twin; its own if it has none. */
  readonly twins: readonly number[];
}

/** Whether a change of a question with one answer, between two states, is considered. */
export type Moves = (from: number, to: number) => boolean;

/**
 * The pairs for one question; for a question that takes several, all changes are considered.
 * @throws OutOfReach if a rule, veto or implication ties too much together
 */
export function pairSpaceOf(pack: CompiledPack, question: CompiledQuestion, moves: Moves): PairSpace {
  const profile = profileOf(pack, new Map());
  const before = openSpaceOf(pack, profile, { counts: () => false, required: null });
  const { variables, twins } = withTwins(before.variables, affected(pack, question));
  const positions = new Map(before.variables.map((variable, index) => [variable, index]));
  const first = (variable: Variable): number | undefined => positions.get(variable);
  const second = (variable: Variable): number | undefined => {
    const position = positions.get(variable);
    return position === undefined ? undefined : twins[position];
  };
  const pairs: Pairs = {
    variables,
    termsBefore: (condition) => openTerms(condition, profile.possible, first),
    termsAfter: (condition) => openTerms(condition, profile.possible, second),
    positionOf: first,
    twinOf: second,
  };
  const margins = marginsOfEntries(pack);
  const factors = [
    ...before.factors,
    ...[...affected(pack, question)].flatMap((each) =>
      changed(pairs, each, each === question ? moves : null),
    ),
    ...[...pack.rules, ...pack.vetoes].flatMap(({ condition }, index) =>
      pairFactors(pairs, condition, tallyOf(at(margins, index))),
    ),
  ];
  return { forms: pack.forms, variables, base: noTally, factors: mergeByScope(factors), twins };
}

type Terms = ReturnType<typeof openTerms>;

interface Pairs {
  readonly variables: readonly Variable[];
  readonly termsBefore: (condition: CompiledCondition) => Terms;
  readonly termsAfter: (condition: CompiledCondition) => Terms;
  readonly positionOf: (variable: Variable) => number | undefined;
  readonly twinOf: (variable: Variable) => number | undefined;
}

/** The question and all questions whose answers it can imply, transitively. */
function affected(pack: CompiledPack, question: CompiledQuestion): ReadonlySet<CompiledQuestion> {
  const found = new Set([question]);
  for (const each of pack.implicationOrder) {
    if (each.implied.some(({ condition }) => questionsIn(condition).some((other) => found.has(other))))
      found.add(each);
  }
  return found;
}

function withTwins(
  variables: readonly Variable[],
  questions: ReadonlySet<CompiledQuestion>,
): { readonly variables: readonly Variable[]; readonly twins: readonly number[] } {
  const all = [...variables];
  const twins = variables.map((variable, position) =>
    questions.has(variable.question) ? all.push(variable) - 1 : position,
  );
  return { variables: all, twins };
}

/** After the change: the implied answer if there is one; else, except for the changed question, the answer before. */
function changed(pairs: Pairs, question: CompiledQuestion, moves: Moves | null): readonly Factor[] {
  const [own] = question.variables;
  if (own === undefined || question.several) return [];
  const [before, after] = [pairs.positionOf(own), pairs.twinOf(own)];
  if (before === undefined || after === undefined) return [];
  const implied = question.implied.map(({ condition, mask }) => ({
    terms: pairs.termsAfter(condition),
    mask,
  }));
  const stays = constraint(
    [before, after, ...implied.flatMap(({ terms }) => scopeOf(terms))],
    pairs.variables,
    (assignment) => {
      const holding = implied.find(({ terms }) => inSome(terms, assignment));
      if (holding !== undefined) return hasState(holding.mask, at(assignment, after));
      return moves !== null || assignment[before] === assignment[after];
    },
  );
  if (moves === null) return [stays];
  const moved = constraint([before, after], pairs.variables, (assignment) =>
    moves(at(assignment, before), at(assignment, after)),
  );
  return [stays, moved];
}

/** A rule that the change does not affect counts on both sides at once. */
function pairFactors(pairs: Pairs, condition: CompiledCondition, tally: Tally): readonly Factor[] {
  const [before, after] = [pairs.termsBefore(condition), pairs.termsAfter(condition)];
  if (before.length === 0) return [];
  const factor = (terms: Terms, first: Tally, second: Tally): Factor => ({
    ...tallyFactor(terms, pairs.variables, pairTally(first, second)),
    range: { ...pairRange(rangeOf(first), rangeOf(second)), oneSided: first === second ? 0 : 1 },
  });
  if (scopeOf(before).join() === scopeOf(after).join()) return [factor(before, tally, tally)];
  return [factor(before, tally, noTally), factor(after, noTally, tally)];
}

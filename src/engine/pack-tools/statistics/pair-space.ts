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
import { type OpenSpace, openSpaceOf } from "../../count/open-space.js";
import { signalsOfEntries } from "../../count/signals.js";
import { noTally, type Tally, tallyOf } from "../../count/tally.js";
import {
  type CompiledCondition,
  type CompiledQuestion,
  questionsIn,
  type Variable,
} from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { profileOf } from "../../score/fill-implied.js";
import { pairRange, pairTally } from "./pair-tally.js";

/**
 * Pairs of profiles that differ in the answer to one question and in what follows from it: that question, and those that
 * its answer can imply, have a *twin* variable each for the profile after the change. A question keeps its answer
 * unless the change implies one.
 */
export interface PairSpace extends OpenSpace {
  /** By position of a variable, the position of its twin; its own where it has none. */
  readonly twins: readonly number[];
}

/** Whether a change of a question with one answer, between two states, is looked at. */
export type Moves = (from: number, to: number) => boolean;

/**
 * The pairs for one question, by index; of a question that takes several, all changes are looked at.
 * @throws OutOfReach where a rule, veto or implication ties too much together
 */
export function pairSpaceOf(pack: CompiledPack, question: CompiledQuestion, moves: Moves): PairSpace {
  const profile = profileOf(pack, new Map());
  const before = openSpaceOf(pack, profile, { counts: () => false, required: null });
  const { variables, twins } = withTwins(before.variables, affected(pack, question));
  const positions = new Map(before.variables.map((variable, index) => [variable, index]));
  const first = (variable: Variable): number | undefined => positions.get(variable);
  const second = (variable: Variable): number | undefined => twins[positions.get(variable) ?? -1];
  const pairs: Pairs = {
    variables,
    termsBefore: (condition) => openTerms(condition, profile.possible, first),
    termsAfter: (condition) => openTerms(condition, profile.possible, second),
    positionsOf: (variable) => [first(variable) ?? -1, second(variable) ?? -1],
  };
  const signals = signalsOfEntries(pack);
  const factors = [
    ...before.factors,
    ...[...affected(pack, question)].flatMap((each) =>
      changed(pairs, each, each === question ? moves : null),
    ),
    ...[...pack.rules, ...pack.vetoes].flatMap(({ condition }, index) =>
      pairFactors(pairs, condition, tallyOf(signals[index] ?? [])),
    ),
  ];
  return { forms: pack.forms, variables, base: noTally, factors: mergeByScope(factors), twins };
}

type Terms = ReturnType<typeof openTerms>;

interface Pairs {
  readonly variables: readonly Variable[];
  readonly termsBefore: (condition: CompiledCondition) => Terms;
  readonly termsAfter: (condition: CompiledCondition) => Terms;
  /** Of a pack's variable and its twin. */
  readonly positionsOf: (variable: Variable) => readonly [number, number];
}

/** The question itself and all that implications hang on it, transitively. */
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

/** After the change: an implied answer wherever one is implied; else, but for the changed question, the answer before. */
function changed(pairs: Pairs, question: CompiledQuestion, moves: Moves | null): readonly Factor[] {
  const [own] = question?.variables ?? [];
  if (question === undefined || own === undefined || question.several) return [];
  const [before, after] = pairs.positionsOf(own);
  if (before < 0) return [];
  const implied = question.implied.map(({ condition, mask }) => ({
    terms: pairs.termsAfter(condition),
    mask,
  }));
  const stays = constraint(
    [before, after, ...implied.flatMap(({ terms }) => scopeOf(terms))],
    pairs.variables,
    (assignment) => {
      const holding = implied.find(({ terms }) => inSome(terms, assignment));
      if (holding !== undefined) return hasState(holding.mask, assignment[after]);
      return moves !== null || assignment[before] === assignment[after];
    },
  );
  if (moves === null) return [stays];
  const moved = constraint([before, after], pairs.variables, (assignment) =>
    moves(assignment[before] ?? 0, assignment[after] ?? 0),
  );
  return [stays, moved];
}

/** A rule that the change does not bear on counts on both sides at once. */
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

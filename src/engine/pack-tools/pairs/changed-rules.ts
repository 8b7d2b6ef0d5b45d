import type { CompiledQuestion, Term } from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import {
  impliedConstraint,
  type PairConstraint,
  type PairRule,
  type PairSpace,
  sameOnBothSides,
  singleStates,
} from "./pair-space.js";

/**
 * The profiles of a pack (those within `required`), each scored by two lists of rules, whose conditions must be over
 * the pack's variables.
 */
export function changedRules(
  pack: CompiledPack,
  before: readonly CompiledRule[],
  after: readonly CompiledRule[],
  required: Term = [],
): PairSpace {
  const allowed = new Map(required.map(({ variable, mask }) => [variable.index, mask]));
  const variables = pack.variables.map((variable) => {
    const within = allowed.get(variable.index) ?? variable.full;
    return sameOnBothSides(
      variable,
      singleStates(variable).filter((mask) => (mask & within) !== 0),
    );
  });
  const constraints = pack.questions.flatMap((question) =>
    impliedConstraint(question, (own) => own.impliedBefore === null || own.before === own.impliedBefore),
  );
  return { variables, constraints, rules: pairRules(before, after) };
}

/**
 * The same for all answers that people may give: questions may be left open, and a given answer need not be the one
 * that others imply.
 */
export function changedRulesOnAnyAnswers(
  pack: CompiledPack,
  before: readonly CompiledRule[],
  after: readonly CompiledRule[],
): PairSpace {
  const variables = pack.variables.map((variable) =>
    sameOnBothSides(variable, [...singleStates(variable), variable.full]),
  );
  const constraints = pack.questions.flatMap((question) => [
    ...answeredAsOne(question),
    ...openUnlessImplied(question),
  ]);
  return { variables, constraints, rules: pairRules(before, after) };
}

function pairRules(before: readonly CompiledRule[], after: readonly CompiledRule[]): readonly PairRule[] {
  const [first, second] = [new Set(before), new Set(after)];
  return [...new Set([...before, ...after])].map((rule) => ({
    rule: rule.entry,
    before: first.has(rule) ? rule.condition : null,
    after: second.has(rule) ? rule.condition : null,
  }));
}

/** A question that takes several is open in all its options or in none. */
function answeredAsOne({ variables }: CompiledQuestion): readonly PairConstraint[] {
  if (variables.length < 2) return [];
  const isOpen = (before: readonly number[], { index, full }: (typeof variables)[number]): boolean =>
    before[index] === full;
  return [
    {
      scope: variables.map(({ index }) => index),
      allows: (before) => new Set(variables.map((variable) => isOpen(before, variable))).size === 1,
    },
  ];
}

function openUnlessImplied(question: CompiledQuestion): readonly PairConstraint[] {
  const full = question.variables[0]?.full;
  return impliedConstraint(
    question,
    ({ before, impliedBefore }) => before !== full || impliedBefore === null,
  );
}

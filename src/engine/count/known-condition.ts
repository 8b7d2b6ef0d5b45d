import {
  type CompiledCondition,
  type CompiledQuestion,
  conjoin,
  type Literal,
} from "../model/compiled-condition.js";
import { cellLimit, OutOfReach } from "./cells.js";

/**
 * A condition as it can hold while the answers to some questions stay unknown: what it says of such a question holds
 * only through what implies an answer. (What several terms say together, whatever that answer is, is not seen.)
 * @throws OutOfReach if that gives too many terms
 */
export function knownCondition(
  condition: CompiledCondition,
  isUnknown: (question: CompiledQuestion) => boolean,
): CompiledCondition {
  const isAboutUnknown = ({ variable }: Literal): boolean => isUnknown(variable.question);
  const implying = ({ variable, mask }: Literal): CompiledCondition =>
    variable.question.implied
      .filter((implication) => (implication.mask & ~mask) === 0)
      .flatMap((implication) => knownCondition(implication.condition, isUnknown));
  return condition.flatMap((term) => {
    const about = term.filter(isAboutUnknown);
    if (about.length === 0) return [term];
    const rest: CompiledCondition = [term.filter((literal) => !isAboutUnknown(literal))];
    return about.reduce((terms, literal) => conjoinEach(terms, implying(literal), literal), rest);
  });
}

function conjoinEach(
  left: CompiledCondition,
  right: CompiledCondition,
  { variable }: Literal,
): CompiledCondition {
  const size = left.length * right.length;
  if (size > cellLimit) throw new OutOfReach([variable], [0], size);
  return left.flatMap((a) => right.map((b) => conjoin(a, b)).filter((both) => both !== null));
}

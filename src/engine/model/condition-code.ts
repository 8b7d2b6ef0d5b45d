import type { Box, CompiledCondition, Literal, Variable } from "./compiled-pack.js";

/** Boxes as a condition. */
export function conditionOf(boxes: readonly Box[]): CompiledCondition {
  return boxes.flatMap((box) => [box.length, ...box.flatMap(({ variable, mask }) => [variable, mask])]);
}

/** The boxes of a condition, in its order. */
export function boxesOf(condition: CompiledCondition): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0, end = 0; at < condition.length; at = end) {
    end = endOfBox(condition, at);
    const box: Literal[] = [];
    for (let literal = at + 1; literal < end; literal += 2)
      box.push({ variable: condition[literal] ?? -1, mask: condition[literal + 1] ?? 0 });
    boxes.push(box);
  }
  return boxes;
}

/** Where the next box of a condition begins, or its end. */
export function endOfBox(condition: CompiledCondition, at: number): number {
  return at + 1 + 2 * (condition[at] ?? 0);
}

/** Whether a condition has one box and no more. */
export function isConjunction(condition: CompiledCondition): boolean {
  return endOfBox(condition, 0) === condition.length;
}

/** Visits the variables that a condition binds: in its order, and one that several boxes bind as often. */
export function visitVariables(condition: CompiledCondition, visit: (variable: number) => void): void {
  for (let at = 0, end = 0; at < condition.length; at = end) {
    end = endOfBox(condition, at);
    for (let literal = at + 1; literal < end; literal += 2) visit(condition[literal] ?? -1);
  }
}

/** Indices of the questions that a condition binds, each once, ascending. */
export function questionsIn(condition: CompiledCondition, variables: readonly Variable[]): readonly number[] {
  const questionOf = (variable = -1): number => variables[variable]?.question ?? -1;
  // One literal, as most conditions have.
  if (condition.length === 3 && condition[0] === 1) return [questionOf(condition[1])];
  const questions: number[] = [];
  visitVariables(condition, (variable) => {
    const question = questionOf(variable);
    if (!questions.includes(question)) questions.push(question);
  });
  // Within a box they ascend already.
  return isConjunction(condition) ? questions : questions.sort((a, b) => a - b);
}

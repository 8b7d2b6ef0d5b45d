import { compiledCondition, toBoxes } from "../compile/boxes.js";
import { atomBoxes } from "../compile/variables.js";
import type { Box, CompiledCondition, CompiledPack } from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";
import { holds } from "../score/holds.js";
import { possibleOf } from "../witness/answers-of-box.js";

/** The boxes of a part of a condition of this pack; the condition as a whole has been compiled before. */
export function boxesOfCondition(pack: CompiledPack, condition: Condition): readonly Box[] {
  return toBoxes(condition, (id, options) => {
    const question = pack.questions[pack.questionIndex.get(id) ?? -1];
    const variables = question?.variables.flatMap((index) => pack.variables[index] ?? []) ?? [];
    return question === undefined
      ? { inside: [], outside: [] }
      : atomBoxes(question.question, variables, options);
  });
}

/** Whether a condition holds everywhere in each of the boxes. */
export function coversAll(pack: CompiledPack, boxes: readonly Box[], outer: CompiledCondition): boolean {
  return boxes.every((box) => holds(outer, possibleOf(pack, box)));
}

/** Boxes as a condition. */
export function conditionOfBoxes(pack: CompiledPack, boxes: readonly Box[]): CompiledCondition {
  return compiledCondition(boxes, (variable) => pack.variables[variable]?.question ?? -1);
}

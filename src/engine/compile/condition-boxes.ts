import type { Box, CompiledPack } from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";
import { TooComplex, toBoxes } from "./boxes.js";
import { atomBoxes } from "./variables.js";

/**
 * The boxes of a condition over the questions of a compiled pack: of a part of one of its own, or of one like it. Null
 * where there are too many: a part that stands under a `not`, or a condition like one of the pack's, can have more
 * boxes than any condition may.
 */
export function boxesOfCondition(pack: CompiledPack, condition: Condition): readonly Box[] | null {
  try {
    return toBoxes(condition, (id, options) => {
      const question = pack.questions[pack.questionIndex.get(id) ?? -1];
      if (question === undefined) return { inside: [], outside: [] };
      const variables = question.variables.flatMap((index) => pack.variables[index] ?? []);
      return atomBoxes(question.question, variables, options);
    });
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

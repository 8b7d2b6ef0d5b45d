import { conditionKey } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";

/** Whether two packs ask the same questions with the same options and implications, so that their conditions can be exchanged. */
export function sameQuestions(a: CompiledPack, b: CompiledPack): boolean {
  return meaningOf(a) === meaningOf(b);
}

function meaningOf({ variables, questions }: CompiledPack): string {
  const implied = questions.map((question) =>
    question.implied.map(({ condition, mask }) => [conditionKey(condition), mask]),
  );
  const states = variables.map(({ question, states: ids }) => [question.id, ids]);
  return JSON.stringify([states, implied]);
}

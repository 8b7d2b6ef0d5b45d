import type { CompiledQuestion, Variable } from "../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";

/** A question by its position or id. */
export function questionOf(pack: CompiledPack, key: number | string): CompiledQuestion {
  const found = typeof key === "number" ? pack.questions[key] : pack.questionsById.get(key);
  if (found === undefined) throw new Error(`the pack has no question ${key}`);
  return found;
}

export function variableOf(pack: CompiledPack, index: number): Variable {
  const found = pack.variables[index];
  if (found === undefined) throw new Error(`the pack has no variable ${index}`);
  return found;
}

import type { Answers } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { profileOf } from "../score/fill-implied.js";

/** The answer that the other answers imply for a question, and why. */
export interface Implied {
  readonly option: string;
  readonly because: string;
}

/** What the other answers imply for a question, whatever its own answer is; null when they imply nothing. */
export function implicationOf(pack: CompiledPack, answers: Answers, question: string): Implied | null {
  const compiled = pack.questions[pack.questionIndex.get(question) ?? -1];
  if (compiled === undefined || compiled.implied.length === 0) return null;
  const others = new Map(answers);
  others.delete(question);
  const profile = profileOf(pack, others);
  if (profile.standing[compiled.index] !== "implied") return null;
  const variable = compiled.variables[0] ?? -1;
  const option = pack.variables[variable]?.states.find(
    (_, state) => profile.possible[variable] === 2 ** state,
  );
  return option === undefined ? null : { option, because: profile.impliedBecause[compiled.index] ?? "" };
}

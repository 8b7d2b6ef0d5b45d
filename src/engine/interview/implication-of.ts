import type { Answers } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { maskOf } from "../model/profile.js";
import { profileOf } from "../score/fill-implied.js";
import { stateIn } from "../score/state-in.js";

/** The answer that the other answers imply for a question, and why. */
export interface Implied {
  readonly option: string;
  readonly because: string;
}

/** What the other answers imply for a question, whatever its own answer is; null when they imply nothing. */
export function implicationOf(pack: CompiledPack, answers: Answers, question: string): Implied | null {
  const compiled = pack.questionsById.get(question);
  const [variable] = compiled?.variables ?? [];
  if (compiled === undefined || variable === undefined || compiled.implied.length === 0) return null;
  const others = new Map(answers);
  others.delete(question);
  const profile = profileOf(pack, others);
  const because = profile.impliedBecause[compiled.index] ?? null;
  const option = variable.states[stateIn(maskOf(profile.possible, variable))];
  return option === undefined || because === null ? null : { option, because };
}

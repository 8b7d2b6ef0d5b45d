import type { Answers } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { maskOf, stateIn } from "../model/profile.js";
import { profileOf } from "../score/fill-implied.js";

/** The answer to a question that the other answers imply, and why. */
export interface Implied {
  readonly option: string;
  readonly because: string;
}

/** The answer to a question that the other answers imply, whatever its own answer is; null if there is none. */
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

/** The effect of a new answer on another question. */
export type Effect =
  /** It is implied now, or implied differently; `wasUnsure` if the person had said "not sure yet". */
  | ({ readonly kind: "implied"; readonly question: string; readonly wasUnsure: boolean } & Implied)
  /** It was implied, and is an open question again. */
  | { readonly kind: "no-longer-implied"; readonly question: string }
  /** The person's own answer overrides the answer `implied` that would otherwise be implied now. */
  | {
      readonly kind: "at-odds";
      readonly question: string;
      readonly given: string;
      readonly implied: string;
      readonly because: string;
    };

/** The effects on other questions when the answer to `changed` changes, in the pack's order. */
export function effectsOf(
  pack: CompiledPack,
  before: Answers,
  after: Answers,
  changed: string,
): readonly Effect[] {
  return pack.source.questions.flatMap(({ id }): readonly Effect[] => {
    if (id === changed) return [];
    const was = implicationOf(pack, before, id);
    const is = implicationOf(pack, after, id);
    const answer = after.get(id);
    if (is === null)
      return was !== null && answer?.kind !== "chosen" ? [{ kind: "no-longer-implied", question: id }] : [];
    if (was?.option === is.option) return [];
    if (answer?.kind !== "chosen")
      return [{ kind: "implied", question: id, ...is, wasUnsure: answer?.kind === "unsure" }];
    const [given] = answer.options;
    if (given === undefined || given === is.option) return [];
    return [{ kind: "at-odds", question: id, given, implied: is.option, because: is.because }];
  });
}

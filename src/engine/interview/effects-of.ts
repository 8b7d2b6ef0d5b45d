import type { Answers } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { implicationOf } from "./implication-of.js";

/** What a new answer does to another question. */
export type Effect =
  /** It is taken as answered from now on, or otherwise than before; `wasUnsure` when the person had said "not sure yet". */
  | {
      readonly kind: "implied";
      readonly question: string;
      readonly option: string;
      readonly because: string;
      readonly wasUnsure: boolean;
    }
  /** It was taken as answered, and is an open question again. */
  | { readonly kind: "no-longer-implied"; readonly question: string }
  /** The person's own answer stands, since it overrides; without it, `implied` would be taken instead. */
  | {
      readonly kind: "at-odds";
      readonly question: string;
      readonly given: string;
      readonly implied: string;
      readonly because: string;
    };

/** What changed for the other questions when the answer to `changed` did, in the pack's order. */
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
    if (answer?.kind !== "chosen") {
      return [{ kind: "implied", question: id, ...is, wasUnsure: answer?.kind === "unsure" }];
    }
    const given = answer.options[0] ?? "";
    if (given === is.option) return [];
    return [{ kind: "at-odds", question: id, given, implied: is.option, because: is.because }];
  });
}

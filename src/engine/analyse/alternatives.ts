import type { Change } from "../model/analysis.js";
import type { CompiledPack, CompiledQuestion } from "../model/compiled-pack.js";
import type { Question } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import { stateIn } from "../score/state-in.js";

/** Another state that a given variable could have. */
export interface Alternative {
  readonly variable: number;
  /** The state, as a mask with one bit. */
  readonly mask: number;
  readonly change: Change;
}

/** For each variable of the given answers, in the pack's order: the changes that can be made to it. */
export function changesOf(pack: CompiledPack, profile: Profile): readonly (readonly Alternative[])[] {
  return pack.questions
    .filter(({ index }) => profile.standing[index] === "given")
    .flatMap((question) =>
      question.variables.map((variable) => alternativesOf(pack, profile, question, variable)),
    );
}

/** Dropping the last chosen option leaves none; adding one to none drops `none`. */
function alternativesOf(
  pack: CompiledPack,
  profile: Profile,
  { question }: CompiledQuestion,
  variable: number,
): readonly Alternative[] {
  const states = pack.variables[variable]?.states ?? [];
  const current = profile.possible[variable] ?? 0;
  const from = nameOf(question, states, stateIn(current));
  const alternatives: Alternative[] = [];
  for (let state = 0; state < states.length; state += 1) {
    const mask = 1 << state;
    if (mask === current) continue;
    const to = nameOf(question, states, state);
    alternatives.push({ variable, mask, change: { question: question.id, from, to } });
  }
  return alternatives;
}

function nameOf({ several }: Question, states: readonly string[], state: number): string | null {
  return several && state === 0 ? null : (states[state] ?? null);
}

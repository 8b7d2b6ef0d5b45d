import type { Change } from "../model/analysis.js";
import type { CompiledQuestion, Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { type Profile, stateIn } from "../model/profile.js";
import type { Scenario } from "./scenario.js";

/** Another state that a given variable could have. */
export interface Alternative {
  readonly variable: Variable;
  /** The state, as a mask with one bit. */
  readonly mask: number;
  readonly change: Change;
  /** The scenario after this change alone. */
  readonly after: Scenario;
}

/** For each variable of the given answers, in the pack's order: the changes that can be made to it. */
export function alternativesOf(
  pack: CompiledPack,
  profile: Profile,
  scenario: Scenario,
): readonly (readonly Alternative[])[] {
  return pack.questions
    .filter(({ index }) => profile.answerStates[index] === "given")
    .flatMap((question) => question.variables.map((variable) => changesOf(scenario, question, variable)));
}

/** Dropping the last chosen option leaves `none`; adding an option drops it. */
function changesOf(
  scenario: Scenario,
  question: CompiledQuestion,
  variable: Variable,
): readonly Alternative[] {
  const { states } = variable;
  const current = scenario.maskOf(variable);
  const from = nameOf(question, states, stateIn(current));
  const alternatives: Alternative[] = [];
  for (let state = 0; state < states.length; state += 1) {
    const mask = 2 ** state;
    if (mask === current) continue;
    const change = { question: question.id, from, to: nameOf(question, states, state) };
    alternatives.push({ variable, mask, change, after: scenario.with(variable, mask) });
  }
  return alternatives;
}

function nameOf({ several }: CompiledQuestion, states: readonly string[], state: number): string | null {
  return several && state === 0 ? null : (states[state] ?? null);
}

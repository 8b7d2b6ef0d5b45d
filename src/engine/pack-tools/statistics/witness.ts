import { OutOfReach } from "../../count/cells.js";
import type { Answer } from "../../model/answers.js";
import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Finding, Witness } from "../../model/pack-statistics.js";
import { maskOf, type Possible, stateIn } from "../../model/profile.js";
import { holds } from "../../score/holds.js";
import { evaluate } from "../../score/score.js";

/** A complete profile as answers, without those that are implied by others. */
export function witnessOf(pack: CompiledPack, possible: Possible): Witness {
  const answers = new Map<string, Answer>();
  for (const question of pack.questions) {
    if (isImplied(question, possible)) continue;
    answers.set(question.id, {
      kind: "chosen",
      options: chosenOptions(question, possible),
      note: null,
    });
  }
  return { answers, verdict: evaluate(pack, possible).verdict };
}

/** Whether some implication of the question holds on a complete profile. */
function isImplied({ implied }: CompiledQuestion, possible: Possible): boolean {
  return implied.some(({ condition }) => holds(condition, possible));
}

function chosenOptions({ variables, options }: CompiledQuestion, possible: Possible): readonly string[] {
  const chosen = variables
    .flatMap((variable) => variable.states[stateIn(maskOf(possible, variable))] ?? [])
    .filter((option) => option !== "");
  return chosen.length > 0 ? chosen : options.filter(({ none }) => none).map(({ id }) => id);
}

/** The finding of an exhaustive search: shown, excluded, or unknown if its tables would be too large. */
export function settle<Shown>(search: () => Shown | null): Finding<Shown> {
  try {
    const witness = search();
    return witness === null ? { kind: "excluded" } : { kind: "shown", witness };
  } catch (error) {
    if (error instanceof OutOfReach) return { kind: "unknown" };
    throw error;
  }
}

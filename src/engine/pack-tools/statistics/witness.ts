import type { Answer } from "../../model/answers.js";
import type { CompiledPack, CompiledQuestion } from "../../model/compiled-pack.js";
import type { Witness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import { evaluate } from "../../score/evaluate.js";
import { holds } from "../../score/holds.js";

/** A complete profile as answers, without those that are implied by others. */
export function witnessOf(pack: CompiledPack, possible: Possible): Witness {
  const answers = new Map<string, Answer>();
  for (const question of pack.questions) {
    if (isImplied(question, possible)) continue;
    answers.set(question.question.id, {
      kind: "chosen",
      options: chosenOptions(pack, question, possible),
      note: null,
    });
  }
  return { answers, verdict: evaluate(pack, possible).verdict };
}

/** Whether some implication of the question holds on a complete profile. */
function isImplied({ implied }: CompiledQuestion, possible: Possible): boolean {
  return implied.some(({ condition }) => holds(condition, possible));
}

function chosenOptions(
  pack: CompiledPack,
  question: CompiledQuestion,
  possible: Possible,
): readonly string[] {
  const chosen = question.variables.flatMap((variable) => {
    const states = pack.variables[variable]?.states ?? [];
    const option = states.find((_, state) => possible[variable] === 1 << state);
    return option === undefined || option === "" ? [] : [option];
  });
  if (chosen.length > 0) return chosen;
  const none = question.question.options.find((option) => option.none);
  return none === undefined ? [] : [none.id];
}

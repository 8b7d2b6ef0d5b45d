import type { Answer } from "../../model/answers.js";
import type { CompiledQuestion } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Witness } from "../../model/pack-statistics.js";
import type { Possible } from "../../model/profile.js";
import type { Verdict } from "../../model/verdict.js";
import { holds } from "../../score/holds.js";
import { score } from "../../score/score.js";
import { chosenOptions } from "../witness/answers-of-profile.js";

/** A complete profile as answers, without those that are implied by others. */
export function witnessOf(
  pack: CompiledPack,
  possible: Possible,
  verdict: Verdict = score(pack, possible).verdict,
): Witness {
  const answers = new Map<string, Answer>();
  for (const question of pack.questions) {
    if (isImplied(question, possible)) continue;
    answers.set(question.id, {
      kind: "chosen",
      options: chosenOptions(question, possible),
      note: null,
    });
  }
  return { answers, verdict };
}

/** Whether some implication of the question holds on a complete profile. */
function isImplied({ implied }: CompiledQuestion, possible: Possible): boolean {
  return implied.some(({ condition }) => holds(condition, possible));
}

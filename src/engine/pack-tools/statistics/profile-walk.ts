import type { Variable } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { maskOf, type Possible } from "../../model/profile.js";
import { holds } from "../../score/holds.js";
import { randomNumbers } from "../witness/random-numbers.js";

/**
 * A fixed, endless series of complete profiles, spread over the space of answers: the same for every run. A hit
 * is a proof; a miss proves nothing and is left to an exact count.
 */
export function* profileWalk(pack: CompiledPack): Generator<Possible, never> {
  const random = randomNumbers(20_260_729);
  for (;;) {
    const possible = pack.variables.map(({ full }) => full);
    for (const question of pack.implicationOrder) {
      const implied = question.implied.find(({ condition }) => holds(condition, possible));
      for (const { index, states } of question.variables)
        possible[index] = implied?.mask ?? 1 << Math.floor(random() * states.length);
    }
    yield possible;
  }
}

/**
 * The profile after changing the answer to a variable's question: implied answers follow, all others stay. Null if the
 * question is itself implied, as it then has no other answer.
 */
export function changedProfile(
  pack: CompiledPack,
  possible: Possible,
  variable: Variable,
  mask: number,
): Possible | null {
  const changed = [...possible];
  changed[variable.index] = mask;
  for (const question of pack.implicationOrder) {
    const [own] = question.variables;
    const implied = question.implied.find(({ condition }) => holds(condition, changed));
    if (implied === undefined || own === undefined || maskOf(changed, own) === implied.mask) continue;
    if (own === variable) return null;
    changed[own.index] = implied.mask;
  }
  return changed;
}

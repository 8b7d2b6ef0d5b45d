import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Possible } from "../../model/profile.js";
import { holds } from "../../score/holds.js";
import { randomNumbers } from "../witness/random-numbers.js";

/** A fixed, endless series of complete profiles, spread over the space of answers: the same for every run. */
export function* profileWalk(pack: CompiledPack): Generator<Possible, never> {
  const random = randomNumbers(20_260_729);
  for (;;) {
    const possible = pack.variables.map(({ full }) => full);
    for (const question of pack.implicationOrder) {
      const implied = question.implied.find(({ condition }) => holds(condition, possible));
      for (const { index, states } of question.variables)
        possible[index] = implied?.mask ?? 2 ** Math.floor(random() * states.length);
    }
    yield possible;
  }
}

/** A complete profile with the answers that its own answers imply; all others stay. */
export function afterChange(pack: CompiledPack, possible: Possible): Possible {
  const changed = [...possible];
  for (const { implied, variables } of pack.implicationOrder) {
    const [own] = variables;
    if (implied.length === 0 || own === undefined) continue;
    const holding = implied.find(({ condition }) => holds(condition, changed));
    if (holding !== undefined) changed[own.index] = holding.mask;
  }
  return changed;
}

import type { CompiledPack } from "../model/compiled-pack.js";
import { someSetOverturns } from "./set-overturns.js";
import type { Trial } from "./trial.js";

/**
 * Whether some answer to an open question changes the verdict as it stands, all other questions left as they are.
 * Of a question that takes several, every set of its options is an answer.
 * @throws OutOfReach where too many of its options bear on one another
 */
export function overturns(pack: CompiledPack, trial: Trial, question: number): boolean {
  const { variables, question: asked } = pack.questions[question] ?? { variables: [], question: null };
  const [only] = variables;
  if (asked === null || only === undefined) return false;
  if (asked.several) return someSetOverturns(trial, variables, question);
  return asked.options.some((_, state) => {
    const now = trial.verdict;
    trial.change(only, 1 << state);
    const changed = trial.verdict !== now;
    trial.undo();
    return changed;
  });
}

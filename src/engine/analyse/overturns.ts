import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { Scenario } from "./scenario.js";
import { someSetOverturns } from "./set-overturns.js";

/**
 * Whether some answer to an open question changes the verdict as it stands, all other questions left as they are.
 * Of a question that takes several, every set of its options is an answer.
 * @throws OutOfReach where too many of its options bear on one another
 */
export function overturns(scenario: Scenario, question: CompiledQuestion): boolean {
  const { several, variables, options } = question;
  const [only] = variables;
  if (only === undefined) return false;
  if (several) return someSetOverturns(scenario, variables);
  return options.some((_, state) => scenario.with(only, 1 << state).verdict !== scenario.verdict);
}

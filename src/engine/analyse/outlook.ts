import type { Analysis, OpenQuestion } from "../model/analysis.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import { countCompletions } from "./counted-completions.js";
import { listCompletions } from "./listed-completions.js";
import { overturns } from "./overturns.js";
import type { Scenario } from "./scenario.js";

/** So many combinations of states of the open variables are gone through one by one. */
const listedAtMost = 64;

/**
 * What the open questions can still lead to, and what each of them is worth: the part that steers an interview.
 * @throws OutOfReach where open questions are tied together too closely for exact figures
 */
export function outlook(
  pack: CompiledPack,
  profile: Profile,
  scenario: Scenario,
): Pick<Analysis, "reach" | "open"> {
  const completions =
    combinations(pack, profile) <= listedAtMost
      ? listCompletions(pack, profile, scenario)
      : countCompletions(pack, profile);
  const open = pack.questions
    .filter(({ index }) => profile.standing[index] === "open" || profile.standing[index] === "unsure")
    .map(
      (question): OpenQuestion => ({
        question: question.id,
        valueOfInformation: completions.informationOf(question),
        overturns: overturns(scenario, question),
      }),
    )
    .sort((a, b) => b.valueOfInformation - a.valueOfInformation);
  return { reach: completions.reach, open };
}

/** Of the states of the open variables, whether implications rule some out or not. */
function combinations({ variables }: CompiledPack, { possible }: Profile): number {
  let product = 1;
  for (const { index, full, states } of variables) if (possible[index] === full) product *= states.length;
  return product;
}

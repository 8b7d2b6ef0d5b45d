import type { Reach } from "../model/analysis.js";
import type { Variable } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { maskOf, type Profile } from "../model/profile.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import { stateIn } from "../score/state-in.js";
import type { Completions } from "./completions.js";
import { mutualInformation } from "./mutual-information.js";
import type { Scenario } from "./scenario.js";

/** One way of answering all that is open. */
interface Completion {
  /** By position of open variable. */
  readonly states: readonly number[];
  readonly verdict: Verdict;
}

/** The completions of a profile, gone through one by one: where there are few, that takes less than counting them. */
export function listCompletions(pack: CompiledPack, profile: Profile, scenario: Scenario): Completions {
  const variables = inImplicationOrder(pack, profile);
  const completions: Completion[] = [];
  const states: number[] = [];
  // What implies an answer is given before: where an implication holds, one state is left when it comes to that.
  const complete = (now: Scenario, at: number): void => {
    const variable = variables[at];
    if (variable === undefined) {
      completions.push({ states: [...states], verdict: now.verdict });
      return;
    }
    const implied = stateIn(now.maskOf(variable));
    if (implied !== -1) {
      states[at] = implied;
      complete(now, at + 1);
      return;
    }
    for (const state of variable.states.keys()) {
      states[at] = state;
      complete(now.with(variable, 1 << state), at + 1);
    }
  };
  complete(scenario, 0);
  return {
    reach: countsOf(completions),
    informationOf: (question) => {
      const own = [...variables.keys()].filter((at) => variables[at]?.question === question);
      return own.length === 0 ? 0 : mutualInformation(classesOf(completions, own));
    },
  };
}

/** The variables with more than one state left, those before others that imply something of them. */
function inImplicationOrder(pack: CompiledPack, { possible }: Profile): readonly Variable[] {
  return pack.implicationOrder
    .flatMap((question) => question.variables)
    .filter((variable) => stateIn(maskOf(possible, variable)) === -1);
}

function countsOf(completions: readonly Completion[]): Reach {
  const reach: Record<Verdict, bigint> = { stateless: 0n, stateful: 0n, hybrid: 0n, undecided: 0n };
  for (const { verdict } of completions) reach[verdict] += 1n;
  return reach;
}

/** The completions by verdict for each answer to a question: for each way in which its own variables stand. */
function classesOf(completions: readonly Completion[], own: readonly number[]) {
  const classes = new Map<string, number[]>();
  for (const { states, verdict } of completions) {
    const answer = own.map((at) => states[at]).join();
    const counts = classes.get(answer) ?? verdicts.map(() => 0);
    const index = verdicts.indexOf(verdict);
    counts[index] = (counts[index] ?? 0) + 1;
    classes.set(answer, counts);
  }
  return [...classes.values()].map((counts) => ({ ways: 1, verdicts: counts }));
}

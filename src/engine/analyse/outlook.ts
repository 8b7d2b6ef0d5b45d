import { distributionOver, eliminate } from "../count/eliminate.js";
import { type AnswerClass, jointVerdicts } from "../count/joint-verdicts.js";
import { type Marginals, marginalsOf } from "../count/marginals.js";
import { type OpenSpace, openSpaceOf } from "../count/open-space.js";
import { reachOf } from "../count/verdict-counts.js";
import type { Analysis, OpenQuestion, Reach } from "../model/analysis.js";
import { at } from "../model/at.js";
import type { CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Profile } from "../model/profile.js";
import { verdicts } from "../model/verdict.js";
import { overturns } from "./overturns.js";
import type { Scenario } from "./scenario.js";

/**
 * The verdicts that open questions can still lead to, and what each question is worth: the part that an interview
 * needs.
 * @throws OutOfReach if open questions are tied together too closely for exact figures
 */
export function outlook(
  pack: CompiledPack,
  profile: Profile,
  scenario: Scenario,
): Pick<Analysis, "reach" | "open"> {
  const completions = countCompletions(pack, profile);
  const open = pack.questions
    .filter(({ index }) => profile.answerStates[index] === "open" || profile.answerStates[index] === "unsure")
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

/** Facts about the completions of a profile: see `open-space.ts`. */
interface Completions {
  readonly reach: Reach;
  /** The value of information of a question, in bits: see `mutualInformation`. 0 if it is not open. */
  readonly informationOf: (question: CompiledQuestion) => number;
}

/**
 * The completions of a profile, counted without listing them.
 * @throws OutOfReach if open questions are tied together too closely for exact figures
 */
function countCompletions(pack: CompiledPack, profile: Profile): Completions {
  const space = openSpaceOf(pack, profile);
  const elimination = eliminate(space);
  const root = distributionOver(elimination);
  if (root === null)
    throw new Error("a profile without completions: implications form no cycle, so there is always one");
  const marginals = marginalsOf(space, elimination.circuit, root);
  return {
    reach: reachOf(space, elimination.circuit, root),
    informationOf: (question) => valueOfInformation(space, marginals, question),
  };
}

/**
 * The value of information of an open question: the mutual information of its answer and the verdict, in bits. P(answer) is
 * the share of completions that have it: 1/n for each of n options that no implication affects, and less for one that is
 * ruled out whenever another is implied. For a question that takes several an answer is the whole set of chosen options.
 */
function valueOfInformation(space: OpenSpace, marginals: Marginals, question: CompiledQuestion): number {
  const positions = [...space.variables.keys()].filter(
    (position) => space.variables[position]?.question === question,
  );
  const [first] = positions;
  if (first === undefined) return 0;
  const classes =
    positions.length === 1
      ? at(marginals, first).map((counts): AnswerClass => ({ ways: 1, verdicts: counts }))
      : jointVerdicts(space, positions);
  return mutualInformation(classes);
}

/**
 * The mutual information of an answer and the verdict, in bits,
 *
 *     H(verdict) − Σ_answers P(answer) · H(verdict | answer)
 *
 * with every completion equally likely. Rounded to 10^-12, so that questions worth the same compare as equal.
 * @param classes the completions by answer and verdict
 */
export function mutualInformation(classes: readonly AnswerClass[]): number {
  const all = verdicts.map((verdict) =>
    sumOf(classes.map(({ ways, verdicts: counts }) => ways * counts[verdict])),
  );
  const total = sumOf(all);
  const expected = sumOf(
    classes.map(({ ways, verdicts: byVerdict }) => {
      const counts = verdicts.map((verdict) => byVerdict[verdict]);
      return ((ways * sumOf(counts)) / total) * entropyOf(counts);
    }),
  );
  return Math.max(0, Math.round((entropyOf(all) - expected) * 1e12) / 1e12);
}

/** Shannon entropy of the shares of `counts`, in bits; 0 if all counts are 0. */
function entropyOf(counts: readonly number[]): number {
  const total = sumOf(counts);
  let entropy = 0;
  for (const count of counts) {
    if (count === 0) continue;
    const share = count / total;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

import { withinReach } from "../count/cells.js";
import { type AnswerCounts, type Completions, completionsIn, completionsOf } from "../count/completions.js";
import { spaceToAsk } from "../count/open-space.js";
import type { Analysis, OpenQuestion } from "../model/analysis.js";
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
  const completions = completionsOf(pack, profile);
  const ifAsked = completionsIfAsked(pack, profile) ?? completions;
  const values = pack.questions
    .filter(({ index }) => profile.answerStates[index] === "open" || profile.answerStates[index] === "unsure")
    .map((question) => {
      const unsure = profile.answerStates[question.index] === "unsure";
      const value = mutualInformation(completions.answersTo(question));
      const asked = ifAsked === completions ? value : mutualInformation(ifAsked.answersTo(question));
      return {
        question,
        unsure,
        valueOfInformation: value,
        valueOfAsking: unsure ? 0 : asked,
        overturns: overturns(scenario, question),
      };
    });
  // Answers can decide together of what none tells anything, such as whether two of them are the same.
  const onlyTogether =
    verdicts.some((verdict) => verdict !== scenario.verdict && ifAsked.reach[verdict] > 0n) &&
    values.every(({ unsure, valueOfAsking, ...each }) => unsure || (valueOfAsking === 0 && !each.overturns));
  const open = values
    .map(
      ({ question, unsure, ...value }): OpenQuestion => ({
        ...value,
        question: question.id,
        bearsOnVerdict: value.valueOfAsking > 0 || (onlyTogether && !unsure && ifAsked.isNamed(question)),
      }),
    )
    .sort((a, b) => b.valueOfInformation - a.valueOfInformation);
  return { reach: completions.reach, open };
}

/** The completions in which what is unsure stays so; null if nothing is, or if they cannot be counted. */
function completionsIfAsked(pack: CompiledPack, profile: Profile): Completions | null {
  if (!profile.answerStates.includes("unsure")) return null;
  const space = spaceToAsk(pack, profile);
  return space && withinReach(() => completionsIn(space));
}

/**
 * The mutual information of an answer and the verdict, in bits,
 *
 *     H(verdict) − Σ_answers P(answer) · H(verdict | answer)
 *
 * with every completion equally likely: P(answer) is 1/n for each of n options that no implication affects, and less for
 * one that is ruled out whenever another is implied. For a question that takes several an answer is the whole set of
 * chosen options. Rounded to 10^-12, so that questions worth the same compare as equal.
 * @param answers for each answer the completions that have it, by verdict
 */
export function mutualInformation(answers: readonly AnswerCounts[]): number {
  const all = verdicts.map((verdict) => sumOf(answers.map((counts) => counts[verdict])));
  const total = sumOf(all);
  if (total === 0) return 0;
  const expected = sumOf(
    answers.map((byVerdict) => {
      const counts = verdicts.map((verdict) => byVerdict[verdict]);
      return (sumOf(counts) / total) * entropyOf(counts);
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlook } from "../../../src/engine/analyse/outlook.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { answersTo, withAnswer } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { questionOf } from "../lookup.js";

const run = { seed: 20_271, numRuns: 150 };

function openQuestions(pack: CompiledPack, answers: Answers) {
  const profile = profileOf(pack, answers);
  return outlook(pack, profile, Scenario.of(pack, profile)).open;
}

describe("the open questions", () => {
  it("overturn when some answer to them alone gives another verdict", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const verdictOn = (changed: Answers) => score(pack, profileOf(pack, changed).possible).verdict;
        for (const { question, overturns } of openQuestions(pack, answers)) {
          const expected = answersTo(questionOf(pack, question)).some(
            (answer) => verdictOn(withAnswer(answers, question, answer)) !== verdictOn(answers),
          );
          expect(overturns, question).toBe(expected);
        }
      }),
      run,
    );
  });

  it("are listed once each, most telling first, then in the pack's order", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const open = openQuestions(pack, answers);
        const { answerStates } = profileOf(pack, answers);
        const expected = pack.questions.filter(({ index }) =>
          ["open", "unsure"].includes(answerStates[index] ?? ""),
        );
        expect(open.map(({ question }) => question).toSorted()).toEqual(
          expected.map(({ id }) => id).toSorted(),
        );
        const order = (id: string): number => questionOf(pack, id).index;
        for (const [index, next] of open.slice(1).entries()) {
          const before = open[index];
          if (before === undefined) continue;
          expect(before.valueOfInformation).toBeGreaterThanOrEqual(next.valueOfInformation);
          if (before.valueOfInformation === next.valueOfInformation)
            expect(order(before.question)).toBeLessThan(order(next.question));
        }
      }),
      run,
    );
  });
});

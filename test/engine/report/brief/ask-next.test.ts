import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answers } from "../../../../src/engine/model/answers.js";
import type { CompiledQuestion } from "../../../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { verdicts } from "../../../../src/engine/model/verdict.js";
import { wholeBrief } from "../../../../src/engine/report/brief/whole-brief.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { score } from "../../../../src/engine/score/score.js";
import { recommended } from "../../advise/recommended.js";
import { answersTo, completionsOf, withAnswer } from "../../completions.js";
import { generatedCase } from "../../generated-pack.js";

/** The verdict, the places and the patterns, as a text. */
function outcomeOf(pack: CompiledPack, answers: Answers): string {
  const { verdict, concerns } = recommended(pack, answers, false);
  const homes = concerns.map(({ placement }) => {
    const { place, pattern, backedBy } = placement ?? {};
    return [place, pattern?.id, backedBy?.pattern.id].join(" ");
  });
  return [verdict, ...homes].join("; ");
}

/** Whether an answer alone changes the outcome. */
function changesAlone(pack: CompiledPack, answers: Answers, question: CompiledQuestion): boolean {
  const now = outcomeOf(pack, answers);
  return answersTo(question).some(
    (answer) => outcomeOf(pack, withAnswer(answers, question.id, answer)) !== now,
  );
}

/** Whether the shares of the completions that end in each verdict depend on the answer, by listing them all. */
function bearsOnVerdict(pack: CompiledPack, answers: Answers, { variables }: CompiledQuestion): boolean {
  const counts = new Map<string, Map<string, number>>();
  for (const possible of completionsOf(pack, profileOf(pack, answers))) {
    const answer = variables.map(({ index }) => possible[index]).join();
    const found = counts.get(answer) ?? new Map<string, number>();
    const { verdict } = score(pack, possible);
    counts.set(answer, found.set(verdict, (found.get(verdict) ?? 0) + 1));
  }
  const all = [...counts.values()].map((found) => verdicts.map((verdict) => found.get(verdict) ?? 0));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return all.some((a) => all.some((b) => a.some((count, at) => count * sum(b) !== (b[at] ?? 0) * sum(a))));
}

it("a brief asks what bears on the verdict or changes a place, and nothing else", () => {
  const seen = { asked: 0, notAsked: 0, onlyWithOthers: 0, placeOnly: 0 };
  fc.assert(
    fc.property(generatedCase({ questions: 4, rules: 8 }), ({ pack, answers }) => {
      const from = recommended(pack, answers);
      const asked = wholeBrief(from).askNext?.map(({ question }) => question) ?? [];
      const open = new Set(from.open.filter(({ unsure }) => !unsure).map(({ question }) => question));
      for (const question of pack.questions.filter(({ id }) => open.has(id))) {
        const alone = changesAlone(pack, answers, question);
        const bears = bearsOnVerdict(pack, answers, question);
        expect({ id: question.id, asked: asked.includes(question.id) }).toEqual({
          id: question.id,
          asked: alone || bears,
        });
        seen[alone || bears ? "asked" : "notAsked"] += 1;
        if (bears && !alone) seen.onlyWithOthers += 1;
        if (alone && !bears) seen.placeOnly += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { analysisOf } from "../../../src/engine/advise/recommend.js";
import { tryAnalyse } from "../../../src/engine/analyse/analyse.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { answersTo } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { tinyPack } from "../tiny-pack.js";

it("gives each profile the result of its own analysis, in any order and repeatedly", () => {
  fc.assert(
    fc.property(generatedCase({ questions: 4, rules: 6 }), ({ pack, answers }) => {
      const others: readonly Answers[] = pack.questions.flatMap((question) => [
        new Map([...answers].filter(([id]) => id !== question.id)),
        new Map([...answers, [question.id, { kind: "unsure", note: null }]]),
        ...answersTo(question).map((answer): Answers => new Map([...answers, [question.id, answer]])),
      ]);
      for (const each of [...others, answers, ...others.toReversed()]) {
        const profile = profileOf(pack, each);
        expect(analysisOf(pack, profile)).toEqual(tryAnalyse(pack, profile));
      }
    }),
    { numRuns: 20 },
  );
});

it("is made once for answers that are alike, keeps the latest thousand, and those of each pack apart", () => {
  const pack = () =>
    tinyPack({
      questions: Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((id) => [id, ["x", "y", "z"]])),
      rules: [[{ a: "x" }, { need: -5 }]],
    });
  const [one, other] = [pack(), pack()];
  /** Numbers in base 4, one digit per question, where 3 means no answer: 1024 profiles over five questions. */
  const numbered = (number: number) =>
    profileOf(
      one,
      new Map(
        ["a", "b", "c", "d", "e"].flatMap((id, digit) => {
          const option = ["x", "y", "z"][Math.floor(number / 4 ** digit) % 4];
          return option === undefined ? [] : [[id, { kind: "chosen", options: [option], note: null }]];
        }),
      ),
    );
  const first = analysisOf(one, numbered(0));
  for (let number = 1; number < 1000; number += 1) analysisOf(one, numbered(number));
  expect(analysisOf(one, numbered(0))).toBe(first);
  expect(analysisOf(other, numbered(0))).not.toBe(first);
  analysisOf(one, numbered(1000));
  expect(analysisOf(one, numbered(0))).not.toBe(first);
  expect(analysisOf(one, numbered(0))).toEqual(first);
});

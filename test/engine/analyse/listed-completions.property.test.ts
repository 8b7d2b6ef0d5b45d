import fc from "fast-check";
import { expect, it } from "vitest";
import { countCompletions } from "../../../src/engine/analyse/counted-completions.js";
import { listCompletions } from "../../../src/engine/analyse/listed-completions.js";
import { Trial } from "../../../src/engine/analyse/trial.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { generatedCase } from "../generated-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

it("tells of the completions of a profile what counting them does, and leaves the trial as it was", () => {
  let implying = 0;
  fc.assert(
    fc.property(generatedCase({ questions: 5, rules: 6 }), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      const trial = new Trial(pack, profile);
      const before = [trial.verdict, ...pack.variables.map(({ index }) => trial.maskOf(index))];
      const listed = listCompletions(pack, profile, trial);
      const counted = countCompletions(pack, profile);
      expect(listed.reach).toEqual(counted.reach);
      for (const { index } of pack.questions)
        expect(listed.informationOf(index)).toBeCloseTo(counted.informationOf(index), 11);
      expect([trial.verdict, ...pack.variables.map(({ index }) => trial.maskOf(index))]).toEqual(before);
      if (
        pack.questions.some(({ index, implied }) => implied.length > 0 && profile.standing[index] === "open")
      )
        implying += 1;
    }),
    { numRuns: 150 },
  );
  expect(implying).toBeGreaterThan(0);
});

it("takes an implied answer alone where the implication holds, and every option where it does not", () => {
  const pack = tinyPack({
    questions: { style: ["plain", "rich"], depth: ["none", "some", "deep"] },
    rules: [
      [{ depth: "deep" }, { N: 5 }],
      [{ depth: "some" }, { L: 5 }],
    ],
    implied: [["depth", { style: "plain" }, "deep"]],
  });
  const profile = profileOf(pack, answersOf({}));
  const { reach, informationOf } = listCompletions(pack, profile, new Trial(pack, profile));
  // plain with deep; rich with none, some and deep.
  expect(reach).toEqual({ stateful: 2n, stateless: 1n, hybrid: 0n, undecided: 1n });
  // H = 1.5 bits. Plain leaves none of them, rich log2 3, and is 3 of 4.
  expect(informationOf(0)).toBeCloseTo(1.5 - 0.75 * Math.log2(3), 11);
  // The depth tells all.
  expect(informationOf(1)).toBeCloseTo(1.5, 11);
});

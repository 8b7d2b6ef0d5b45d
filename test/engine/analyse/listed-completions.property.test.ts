import fc from "fast-check";
import { expect, it } from "vitest";
import { countCompletions } from "../../../src/engine/analyse/counted-completions.js";
import { listCompletions } from "../../../src/engine/analyse/listed-completions.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { generatedCase } from "../generated-pack.js";
import { questionOf } from "../lookup.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

it("tells of the completions of a profile what counting them does", () => {
  let implying = 0;
  fc.assert(
    fc.property(generatedCase({ questions: 5, rules: 6 }), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      const listed = listCompletions(pack, profile, Scenario.of(pack, profile));
      const counted = countCompletions(pack, profile);
      expect(listed.reach).toEqual(counted.reach);
      for (const question of pack.questions)
        expect(listed.informationOf(question)).toBeCloseTo(counted.informationOf(question), 11);
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
  const { reach, informationOf } = listCompletions(pack, profile, Scenario.of(pack, profile));
  // plain with deep; rich with none, some and deep.
  expect(reach).toEqual({ stateful: 2n, stateless: 1n, hybrid: 0n, undecided: 1n });
  // H = 1.5 bits. Plain leaves none of them, rich log2 3, and is 3 of 4.
  expect(informationOf(questionOf(pack, 0))).toBeCloseTo(1.5 - 0.75 * Math.log2(3), 11);
  // The depth tells all.
  expect(informationOf(questionOf(pack, 1))).toBeCloseTo(1.5, 11);
});

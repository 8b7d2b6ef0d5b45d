import fc from "fast-check";
import { expect, it } from "vitest";
import { mutualInformation } from "../../../src/engine/analyse/outlook.js";
import { jointVerdicts } from "../../../src/engine/count/joint-verdicts.js";
import { type OpenSpace, openSpaceOf } from "../../../src/engine/count/open-space.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

/** Six options of one question, each with a rule of its own and one shared with another question. */
const kinds = ["a", "b", "c", "d", "e", "f"];
const spaces = fc
  .record({
    own: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }),
    shared: fc.array(fc.constantFrom("x", "y", "z"), { minLength: 6, maxLength: 6 }),
  })
  .map(({ own, shared }): OpenSpace => {
    const pack = tinyPack({
      questions: { base: ["x", "y", "z"], kinds },
      several: ["kinds"],
      rules: [
        ...kinds.map((kind, index) => [{ kinds: kind }, { L: own[index] ?? 1 }] as const),
        ...kinds.map((kind, index) => [{ kinds: kind, base: shared[index] ?? "x" }, { N: 4 }] as const),
      ],
    });
    return openSpaceOf(pack, profileOf(pack, answersOf({})));
  });

const run = { seed: 20_265, numRuns: 60 };

it("where sets of options are not kept apart, what they tell is bounded from below", () => {
  let strictly = 0;
  fc.assert(
    fc.property(spaces, fc.constantFrom(1, 8, 40), (space, limit) => {
      const positions = [...space.variables.keys()].filter(
        (position) => space.variables[position]?.question.index === 1,
      );
      const exact = jointVerdicts(space, positions);
      const coarse = jointVerdicts(space, positions, limit);
      expect(mutualInformation(coarse)).toBeLessThanOrEqual(mutualInformation(exact) + 1e-12);
      if (mutualInformation(coarse) < mutualInformation(exact) - 1e-9) strictly += 1;
      // Either way all 3 · 2^6 completions are there.
      const completions = [exact, coarse].map((classes) =>
        classes.reduce(
          (sum, { ways, verdicts: counts }) => sum + ways * Object.values(counts).reduce((a, b) => a + b, 0),
          0,
        ),
      );
      expect(completions).toEqual([192, 192]);
    }),
    run,
  );
  expect(strictly).toBeGreaterThan(0);
});

it("counts each set of options once", () => {
  fc.assert(
    fc.property(spaces, (space) => {
      const positions = [...space.variables.keys()].filter(
        (position) => space.variables[position]?.question.index === 1,
      );
      const classes = jointVerdicts(space, positions);
      expect(classes.reduce((sum, { ways }) => sum + ways, 0)).toBe(64);
      for (const { verdicts: counts } of classes) expect(Object.keys(counts)).toEqual(verdicts);
    }),
    run,
  );
});

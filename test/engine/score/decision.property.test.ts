import fc from "fast-check";
import { expect, it } from "vitest";
import { concerns, followers, verdicts } from "../../../src/engine/model/verdict.js";
import { scoreOf } from "../../../src/engine/score/score.js";
import { allOf, bareRule, type Effect } from "../bare-pack.js";
import { naiveDecision } from "../naive-decision.js";

const concern = fc.constantFrom(...concerns);
const points = fc.constantFrom(-2, -1, 1, 2);
const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ need: points, concern }) },
  { weight: 3, arbitrary: points.map((place) => ({ place })) },
  { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must", "must-not"), concern }) },
  { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must-bind", "may-not-bind") }) },
  { weight: 1, arbitrary: fc.constantFrom(...followers).map((follows) => ({ follows })) },
);

it("whatever fires, the verdict and the classes are those of the definition", () => {
  const [seenVerdicts, seenClasses] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(fc.array(effect, { maxLength: 10 }), (effects) => {
      const fired = effects.map((each, index) => bareRule(`r${index}`, allOf({}), each));
      const { verdict, concerns: decided } = scoreOf(fired.map((entry) => ({ entry, condition: [[]] })));
      const classes = Object.fromEntries(concerns.map((each) => [each, decided[each].class]));
      expect({ verdict, classes }).toEqual(naiveDecision(fired));
      seenVerdicts.add(verdict);
      seenClasses.add(Object.values(classes).join());
    }),
    { numRuns: 2000 },
  );
  expect(seenVerdicts).toEqual(new Set(verdicts));
  // There are 34: a bound conversation leaves its followers three classes each and copies two; otherwise nothing is bound.
  expect(seenClasses.size).toBeGreaterThan(10);
});

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Box, Variable } from "../../../src/engine/model/compiled-pack.js";
import {
  boxesOf,
  conditionOf,
  isConjunction,
  questionsIn,
  visitVariables,
} from "../../../src/engine/model/condition-code.js";

const boxes: fc.Arbitrary<readonly Box[]> = fc.array(
  fc.array(fc.record({ variable: fc.nat(40), mask: fc.integer({ min: 1, max: 63 }) }), { maxLength: 4 }),
  { maxLength: 4 },
);

it("is box after box, each its number of literals, then variable and mask of each", () => {
  const two: readonly Box[] = [
    [
      { variable: 1, mask: 2 },
      { variable: 3, mask: 5 },
    ],
    [{ variable: 2, mask: 1 }],
  ];
  expect(conditionOf(two)).toEqual([2, 1, 2, 3, 5, 1, 2, 1]);
  expect([conditionOf([]), conditionOf([[]])]).toEqual([[], [0]]);
});

it("gives back the boxes that it was made of, and tells what they bind", () => {
  fc.assert(
    fc.property(boxes, (given) => {
      const condition = conditionOf(given);
      expect(boxesOf(condition)).toEqual(given);
      expect(isConjunction(condition)).toBe(given.length === 1);
      const visited: number[] = [];
      visitVariables(condition, (variable) => visited.push(variable));
      expect(visited).toEqual(given.flat().map(({ variable }) => variable));
    }),
    { seed: 20_271, numRuns: 200 },
  );
});

it("binds the questions of its variables, each once and in order", () => {
  const variables: readonly Variable[] = [0, 1, 2, 2, 2].map((question, index) => ({
    ...{ index, question },
    ...{ states: ["a", "b"], full: 3 },
  }));
  expect(questionsIn([1, 3, 1], variables)).toEqual([2]);
  expect(questionsIn([2, 0, 1, 4, 1], variables)).toEqual([0, 2]);
  expect(questionsIn([2, 2, 1, 3, 2, 2, 1, 2, 3, 1], variables)).toEqual([1, 2]);
  for (const unbound of [[], [0], [0, 0, 0]]) expect(questionsIn(unbound, variables)).toEqual([]);
});

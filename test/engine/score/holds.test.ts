import { describe, expect, it } from "vitest";
import type { Term } from "../../../src/engine/model/compiled-condition.js";
import { holds } from "../../../src/engine/score/holds.js";
import { variableOf } from "../lookup.js";
import { tinyPack } from "../tiny-pack.js";

const two = tinyPack({ questions: { a: ["x", "y", "z"], b: ["x", "y", "z"] }, rules: [] });
const masks = [1, 2, 3, 4, 5, 6, 7] as const;

/** A term over two variables of three states; a variable that may be anything is not part of it. */
const termOf = (...literals: readonly number[]): Term =>
  literals.flatMap((mask, variable) => (mask === 7 ? [] : [{ variable: variableOf(two, variable), mask }]));

/** Whether every possible combination of both variables lies in a term. */
function naive(terms: readonly Term[], possible: readonly number[]): boolean {
  const statesOf = (mask = 0): readonly number[] => [1, 2, 4].filter((state) => (mask & state) !== 0);
  return statesOf(possible[0]).every((first) =>
    statesOf(possible[1]).every((second) =>
      terms.some((term) => term.every(({ variable, mask }) => ([first, second][variable.index] ?? 0) & mask)),
    ),
  );
}

describe("a condition holds on what is known", () => {
  it("when each way of answering the rest lies in one of its terms: one term or two, all of them", () => {
    const terms = masks.flatMap((first) => masks.map((second) => termOf(first, second)));
    const wrong: unknown[] = [];
    for (const [at, term] of terms.entries()) {
      for (const other of terms.slice(at)) {
        for (const possible of [
          [7, 7],
          [3, 7],
          [6, 5],
          [2, 4],
        ]) {
          const pair = other === term ? [term] : [term, other];
          if (holds(pair, possible) !== naive(pair, possible)) wrong.push({ pair, possible });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each<[what: string, terms: readonly Term[], possible: readonly number[], held: boolean]>([
    ["no term at all", [], [7, 7], false],
    ["a term without literals", [[]], [7, 7], true],
    ["three terms, a state each", [termOf(1, 7), termOf(2, 7), termOf(4, 7)], [7, 7], true],
    ["two of those three", [termOf(1, 7), termOf(4, 7)], [7, 7], false],
    ["two of those three, the other state being out", [termOf(1, 7), termOf(4, 7)], [5, 7], true],
    ["terms that cross", [termOf(3, 7), termOf(4, 3), termOf(7, 4)], [7, 7], true],
    ["terms that leave a corner", [termOf(3, 7), termOf(7, 3)], [7, 7], false],
    ["terms that leave the lowest corner", [termOf(6, 7), termOf(7, 6)], [7, 7], false],
  ])("%s", (_, terms, possible, held) => {
    expect(naive(terms, possible)).toBe(held);
    expect(holds(terms, possible)).toBe(held);
  });
});

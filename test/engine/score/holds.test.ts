import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/engine/model/compiled-pack.js";
import { conditionOf } from "../../../src/engine/model/condition-code.js";
import { holds } from "../../../src/engine/score/holds.js";

const masks = [1, 2, 3, 4, 5, 6, 7] as const;

/** A box over two variables of three states; a variable that may be anything is not part of it. */
const boxOf = (...literals: readonly number[]): Box =>
  literals.flatMap((mask, variable) => (mask === 7 ? [] : [{ variable, mask }]));

/** Whether every state of both variables that is possible lies in a box. */
function naive(boxes: readonly Box[], possible: readonly number[]): boolean {
  const statesOf = (mask = 0): readonly number[] => [1, 2, 4].filter((state) => (mask & state) !== 0);
  return statesOf(possible[0]).every((first) =>
    statesOf(possible[1]).every((second) =>
      boxes.some((box) => box.every(({ variable, mask }) => ([first, second][variable] ?? 0) & mask)),
    ),
  );
}

describe("a condition holds on what is known", () => {
  it("when each way of answering the rest lies in one of its boxes: one box or two, all of them", () => {
    const boxes = masks.flatMap((first) => masks.map((second) => boxOf(first, second)));
    const wrong: unknown[] = [];
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at)) {
        for (const possible of [
          [7, 7],
          [3, 7],
          [6, 5],
          [2, 4],
        ]) {
          const pair = other === box ? [box] : [box, other];
          if (holds(conditionOf(pair), possible) !== naive(pair, possible)) wrong.push({ pair, possible });
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each<[what: string, boxes: readonly Box[], possible: readonly number[], held: boolean]>([
    ["no box at all", [], [7, 7], false],
    ["a box without literals", [[]], [7, 7], true],
    ["three boxes, a state each", [boxOf(1, 7), boxOf(2, 7), boxOf(4, 7)], [7, 7], true],
    ["two of those three", [boxOf(1, 7), boxOf(4, 7)], [7, 7], false],
    ["two of those three, the other state being out", [boxOf(1, 7), boxOf(4, 7)], [5, 7], true],
    ["boxes that cross", [boxOf(3, 7), boxOf(4, 3), boxOf(7, 4)], [7, 7], true],
    ["boxes that leave a corner", [boxOf(3, 7), boxOf(7, 3)], [7, 7], false],
    ["boxes that leave the lowest corner", [boxOf(6, 7), boxOf(7, 6)], [7, 7], false],
  ])("%s", (_, boxes, possible, held) => {
    expect(naive(boxes, possible)).toBe(held);
    expect(holds(conditionOf(boxes), possible)).toBe(held);
  });
});

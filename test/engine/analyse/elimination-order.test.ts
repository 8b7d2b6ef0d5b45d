import { describe, expect, it } from "vitest";
import { eliminationOrder, tableCells, widest } from "../../../src/engine/analyse/elimination-order.js";

/** Steps as `[variable, ...scope]`. */
function orderOf(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  keep?: readonly number[],
): readonly (readonly number[])[] {
  const steps = eliminationOrder(sizes, scopes, keep === undefined ? undefined : new Set(keep));
  return steps.map(({ variable, scope }) => [variable, ...scope]);
}

describe("variables are eliminated", () => {
  it("first where that ties the fewest others together, then where the table is smaller, then in order", () => {
    // A star around 0: its points tie nothing together. With one point left, that or the centre can go.
    const sizes = [4, 2, 2, 3];
    const star = [
      [0, 1],
      [2, 0],
      [0, 3],
    ];
    expect(orderOf(sizes, star)).toEqual([[1, 0], [2, 0], [0, 3], [3]]);
    // 2 · 4 + 2 · 4 + 4 · 3 + 3.
    const steps = eliminationOrder(sizes, star);
    expect(tableCells(sizes, steps)).toBe(31);
    expect(widest(sizes, steps)).toEqual([0, 3]);
  });

  it("with those that their message ties together counted as tied", () => {
    // A ring: 0 or 2 leave a table of 9, 1 or 3 one of 10. Then 1 and 3 are tied, and 2 has the smaller table still.
    const ring = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ];
    expect(orderOf([2, 3, 5, 3], ring)).toEqual([[0, 1, 3], [2, 1, 3], [1, 3], [3]]);
  });

  it("but for those that are kept, and those that tie several of these together", () => {
    const scopes = [
      [0, 2],
      [1, 2],
      [0, 3],
      [3, 4],
    ];
    expect(orderOf([2, 2, 2, 2, 2], scopes, [0, 1])).toEqual([
      [4, 3],
      [3, 0],
    ]);
    // Without 2, its message ties 3 to both.
    const chain = [
      [0, 2],
      [2, 3],
      [3, 1],
    ];
    expect(orderOf([2, 2, 2, 2], chain, [0, 1])).toEqual([[2, 0, 3]]);
  });
});

it("nothing is as wide as nothing", () => {
  expect(widest([], [])).toEqual([]);
  expect(tableCells([], [])).toBe(0);
});

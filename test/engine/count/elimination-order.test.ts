import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EliminationStep, eliminationOrder } from "../../../src/engine/count/elimination-order.js";

/** Each step as `variable<scope`. */
const told = (steps: readonly EliminationStep[]) =>
  steps.map(({ variable, scope }) => `${variable}<${scope.join(",")}`).join(" ");

const chain = [
  [0, 1],
  [1, 2],
];
const ring = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
];

describe("the order of elimination, worked out by hand", () => {
  it.each([
    ["a chain is taken from its end", [2, 2, 2], chain, [0, 1, 2], "0<1 1<2 2<"],
    // Leaf 3 and the centre have one neighbour each by then, and the centre comes first.
    [
      "a star is taken from its tips",
      [2, 2, 2, 2],
      [
        [0, 1, 1],
        [2, 0],
        [0, 3],
      ],
      [0, 1, 2, 3],
      "1<0 2<0 0<3 3<",
    ],
    // 0 would tie 1 and 3, as 2 would; 1 and 3 would tie 0 and 2. All lack one tie, so the smallest message goes first:
    // 1 and then 3, with 4 cells each.
    ["a ring is cut where its message is smallest", [2, 3, 2, 3], ring, [0, 1, 2, 3], "1<0,2 3<0,2 0<2 2<"],
    ["of two neighbours, the one that leaves fewer cells", [2, 3], [[0, 1]], [0, 1], "1<0 0<"],
    ["what nothing ties to another has no scope", [2, 3], [[0], [1]], [0, 1], "0< 1<"],
    // 1 has no neighbours beside those that stay, so it lacks one tie; 2 lacks none.
    ["what stays is still in the scopes", [2, 2, 2], chain, [1, 2], "2<1 1<0"],
    ["nothing is to go", [2, 2], [[0, 1]], [], ""],
  ])("%s", (_, sizes, scopes, eliminated, expected) => {
    expect(told(eliminationOrder(sizes, scopes, eliminated))).toBe(expected);
  });

  it("sums out all unless told otherwise", () => {
    expect(told(eliminationOrder([2, 2], [[0, 1]]))).toBe("0<1 1<");
  });
});

describe("the order of elimination against a naive one", () => {
  it("takes what lacks the fewest ties, then has the smallest message, then comes first", () => {
    const variable = fc.nat({ max: 6 });
    const graph = fc.record({
      sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 7, maxLength: 7 }),
      scopes: fc.array(fc.array(variable, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 9 }),
      eliminated: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    });
    fc.assert(
      fc.property(graph, ({ sizes, scopes, eliminated }) => {
        expect(told(eliminationOrder(sizes, scopes, eliminated))).toBe(naiveOrder(sizes, scopes, eliminated));
      }),
      { numRuns: 150 },
    );
  });
});

function naiveOrder(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  eliminated: readonly number[],
): string {
  const tied = sizes.map((_, a) =>
    sizes.map((_size, b) => a !== b && scopes.some((scope) => scope.includes(a) && scope.includes(b))),
  );
  const gone = new Set<number>();
  const around = (variable: number) => [...sizes.keys()].filter((b) => !gone.has(b) && tied[variable]?.[b]);
  const lacking = (variable: number) =>
    around(variable).flatMap((a) => around(variable).filter((b) => a < b && !tied[a]?.[b])).length;
  const message = (variable: number) => around(variable).reduce((cells, b) => cells * (sizes[b] ?? 0), 1);
  const steps: string[] = [];
  for (;;) {
    const [next] = eliminated
      .filter((variable) => !gone.has(variable))
      .sort((a, b) => lacking(a) - lacking(b) || message(a) - message(b) || a - b);
    if (next === undefined) return steps.join(" ");
    const scope = around(next);
    steps.push(`${next}<${scope.join(",")}`);
    for (const a of scope) for (const b of scope) if (a !== b) tied[a]?.splice(b, 1, true);
    gone.add(next);
  }
}

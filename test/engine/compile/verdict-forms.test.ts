import { describe, expect, it } from "vitest";
import { leastCommonMultiple } from "../../../src/engine/model/divisors.js";
import { verdictForms } from "../../../src/engine/score/verdict-of.js";
import { barePack } from "../bare-pack.js";

const forms = (needBoundaryPercent: number, boundBoundaryPercent: number) =>
  verdictForms(
    barePack({ settings: { needBoundaryPercent, boundBoundaryPercent, minimumEvidence: 7 } }).settings,
  );

describe("the boundaries of the verdict as whole numbers", () => {
  it.each([
    // (1 − β)F ≥ (1 + β)L, and (1 − η)N ≥ ηK
    [0, 50, { needStateful: 1, needStateless: 1, boundLive: 1, boundKept: 1 }],
    [20, 25, { needStateful: 2, needStateless: 3, boundLive: 3, boundKept: 1 }],
    [-50, 80, { needStateful: 3, needStateless: 1, boundLive: 1, boundKept: 4 }],
    [33, 37, { needStateful: 67, needStateless: 133, boundLive: 63, boundKept: 37 }],
  ])("for %i and %i hundredths are as small as can be", (need, bound, expected) => {
    expect(forms(need, bound)).toEqual({ ...expected, minimumEvidence: 7 });
  });

  it("have one common multiple for the numbers of questions that rules bind", () => {
    expect([[], [1], [2, 3], [1, 2, 3, 4], [6, 4], [4, 4]].map(leastCommonMultiple)).toEqual([
      1, 1, 6, 12, 12, 4,
    ]);
  });
});

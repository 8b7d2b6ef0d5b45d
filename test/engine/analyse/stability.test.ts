import { describe, expect, it } from "vitest";
import { stabilityOf } from "../../../src/engine/analyse/stability.js";
import type { Stability } from "../../../src/engine/model/analysis.js";
import { verdictForms, verdictOf } from "../../../src/engine/score/verdict-of.js";

type Vetoed = "" | "stateless" | "stateful" | "both";

/** The stability of live, kept and stateless points, with boundaries in percent (0 and 50 unless given). */
function stable(
  [live, kept, stateless]: readonly [number, number, number],
  vetoed: Vetoed = "",
  [need, bound, minimumEvidence]: readonly [number, number, number] = [0, 50, 1],
): Stability {
  const forms = verdictForms({
    needBoundaryPercent: need,
    boundBoundaryPercent: bound,
    minimumEvidence,
    firmRadius: 0,
    fragileRadius: 0,
  });
  const forbidsStateless = vetoed === "stateless" || vetoed === "both";
  const forbidsStateful = vetoed === "stateful" || vetoed === "both";
  const verdict = verdictOf(forms, live, kept, stateless, forbidsStateless, forbidsStateful);
  return stabilityOf(forms, { live, kept, stateless, forbidsStateless, forbidsStateful, verdict });
}

const nothing = { radius: null, boundary: null, verdict: null };

describe("the stability radius, worked out by hand", () => {
  it.each<readonly [string, readonly [number, number, number], Vetoed, object]>([
    [
      "stateful, nearer to no need: |8 − 4| / 12",
      [6, 2, 4],
      "",
      { radius: 1 / 3, boundary: "need", verdict: "stateless" },
    ],
    [
      "stateful, nearer to unbound: |5 − 3| / 8",
      [5, 3, 1],
      "",
      { radius: 1 / 4, boundary: "bound", verdict: "hybrid" },
    ],
    [
      "need wins a tie: |6 − 3| / 9 and |4 − 2| / 6",
      [4, 2, 3],
      "",
      { radius: 1 / 3, boundary: "need", verdict: "stateless" },
    ],
    [
      "hybrid, nearer to no need: |4 − 2| / 6",
      [1, 3, 2],
      "",
      { radius: 1 / 3, boundary: "need", verdict: "stateless" },
    ],
    [
      "hybrid with nothing against need: bound alone, |1 − 3| / 4",
      [1, 3, 0],
      "",
      { radius: 1 / 2, boundary: "bound", verdict: "stateful" },
    ],
    [
      "stateless and bound: |1 − 3| / 4",
      [1, 0, 3],
      "",
      { radius: 1 / 2, boundary: "need", verdict: "stateful" },
    ],
    [
      "stateless and not bound: |1 − 3| / 4",
      [0, 1, 3],
      "",
      { radius: 1 / 2, boundary: "need", verdict: "hybrid" },
    ],
    ["only stateless points: no weight brings a need", [0, 0, 3], "", nothing],
    ["only live points: none leads away", [3, 0, 0], "", nothing],
    ["only kept points: no weight brings boundness", [0, 3, 0], "", nothing],
    ["on the boundary of need", [2, 0, 2], "", { radius: 0, boundary: "need", verdict: "stateless" }],
    ["on the boundary of boundness", [2, 2, 0], "", { radius: 0, boundary: "bound", verdict: "hybrid" }],
    // No need is hybrid as well, so only boundness counts: |1 − 3| / 4.
    [
      "hybrid, stateless forbidden",
      [1, 3, 3],
      "stateless",
      { radius: 1 / 2, boundary: "bound", verdict: "stateful" },
    ],
    // Bound or not is hybrid, so only need counts: |4 − 3| / 7.
    [
      "bound, stateful forbidden",
      [3, 1, 3],
      "stateful",
      { radius: 1 / 7, boundary: "need", verdict: "stateless" },
    ],
    ["both forbidden: hybrid whatever the weights", [2, 1, 3], "both", nothing],
    [
      "no need, stateless forbidden, bound: |1 − 3| / 4",
      [1, 0, 3],
      "stateless",
      { radius: 1 / 2, boundary: "need", verdict: "stateful" },
    ],
  ])("%s", (_, scores, vetoed, expected) => {
    expect(stable(scores, vetoed)).toEqual(expected);
  });

  it("knows nothing of what is undecided", () => {
    expect(stable([2, 1, 0], "", [0, 50, 4])).toEqual(nothing);
    expect(stable([2, 1, 0], "", [0, 50, 3])).toMatchObject({ radius: 1 / 3 });
  });

  it("weighs both sides by their boundaries", () => {
    // β = 0.2: 80 F against 120 L, so 2 · 6 against 3 · 2. η = 0.75: 25 N against 75 K, so 5 against 3 · 1.
    expect(stable([5, 1, 2], "", [20, 75, 1])).toEqual({
      radius: 2 / 8,
      boundary: "bound",
      verdict: "hybrid",
    });
    expect(stable([5, 1, 3], "", [20, 75, 1])).toEqual({
      radius: 3 / 21,
      boundary: "need",
      verdict: "stateless",
    });
  });
});

describe("stateless forbidden, neither needed nor bound: both boundaries at once", () => {
  const across = (radius: number) => ({ radius, boundary: "both", verdict: "stateful" });

  it.each<readonly [string, readonly [number, number, number], number]>([
    // |3 − 5| / 8; need |8 − 9| / 17; and 6 (1 + r) ≥ 9 (1 − r) from r = 1/5 on.
    ["boundness is the farthest", [3, 5, 9], 2 / 8],
    // |4 − 5| / 9; need |9 − 27| / 36; 8 (1 + r) ≥ 27 (1 − r) from r = 19/35 on.
    ["both together are the farthest", [4, 5, 27], 19 / 35],
  ])("%s", (_, scores, radius) => {
    expect(stable(scores, "stateless")).toEqual(across(radius));
  });

  it("goes by the boundary of boundness in both thresholds", () => {
    // η = 0.75: N against 3 K. |4 − 6| / 10; need |6 − 30| / 36; K' ≤ N (1 + r) / 3, so 16 (1 + r) / 3 ≥ 30 (1 − r).
    expect(stable([4, 2, 30], "stateless", [0, 75, 1])).toEqual(across(74 / 106));
  });

  it("is out of reach without live points", () => {
    expect(stable([0, 4, 8], "stateless")).toEqual(nothing);
  });
});

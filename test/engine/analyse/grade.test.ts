import { describe, expect, it } from "vitest";
import { gradeOf, onlyVerdict } from "../../../src/engine/analyse/grade.js";
import type { Reach } from "../../../src/engine/model/analysis.js";

const settings = {
  needBoundaryPercent: 0,
  boundBoundaryPercent: 50,
  minimumEvidence: 1,
  firmRadius: 0.25,
  fragileRadius: 0.1,
};
const only: Reach = { stateless: 5n, stateful: 0n, hybrid: 0n, undecided: 0n };
const both: Reach = { stateless: 5n, stateful: 0n, hybrid: 1n, undecided: 0n };
const stability = (radius: number | null) => ({ radius, boundary: null, verdict: null });
const open = (overturns: boolean) => [{ question: "q", valueOfInformation: 0.5, overturns }];

describe("grade", () => {
  it.each([
    { radius: 0.25, reach: only, overturns: false, grade: "firm" },
    { radius: null, reach: only, overturns: false, grade: "firm" },
    { radius: 0.24, reach: only, overturns: false, grade: "fair" },
    { radius: 0.25, reach: both, overturns: false, grade: "fair" },
    { radius: 0.1, reach: both, overturns: false, grade: "fair" },
    { radius: 0.09, reach: only, overturns: false, grade: "fragile" },
    { radius: 0.9, reach: both, overturns: true, grade: "fragile" },
  ])("radius $radius, one verdict in reach or more, overturns $overturns: $grade", (row) => {
    expect(gradeOf("stateless", settings, stability(row.radius), row.reach, open(row.overturns))).toBe(
      row.grade,
    );
  });

  it("is not firm if every completion leads elsewhere", () => {
    expect(gradeOf("hybrid", settings, stability(0.5), only, [])).toBe("fair");
  });

  it("is none without a verdict", () => {
    expect(gradeOf("undecided", settings, stability(null), only, [])).toBeNull();
  });
});

it("names the only verdict in reach, if there is one", () => {
  expect(onlyVerdict(only)).toBe("stateless");
  expect(onlyVerdict(both)).toBeNull();
});

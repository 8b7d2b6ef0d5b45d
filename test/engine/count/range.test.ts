import { describe, expect, it } from "vitest";
import { addRanges, noRange, subtractRange } from "../../../src/engine/count/tally.js";

describe("ranges", () => {
  const one = { needLow: -1, needHigh: 20, boundLow: -300, boundHigh: 4000, oneSided: 1 };
  const other = { needLow: -5, needHigh: 60, boundLow: -700, boundHigh: 8000, oneSided: 2 };
  const both = { needLow: -6, needHigh: 80, boundLow: -1000, boundHigh: 12_000, oneSided: 3 };

  it("add up end by end", () => {
    expect(addRanges(one, other)).toEqual(both);
    expect(addRanges(one, noRange)).toEqual(one);
  });

  it("leave what is left of a sum without one of its parts", () => {
    expect(subtractRange(both, other)).toEqual(one);
    expect(subtractRange(both, both)).toEqual({
      needLow: 0,
      needHigh: 0,
      boundLow: 0,
      boundHigh: 0,
      oneSided: 0,
    });
  });
});

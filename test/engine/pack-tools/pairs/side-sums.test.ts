import { describe, expect, it } from "vitest";
import { OutOfReach } from "../../../../src/engine/count/cells.js";
import { flag } from "../../../../src/engine/count/tally.js";
import { noSideRange, SideSums } from "../../../../src/engine/pack-tools/pairs/side-sums.js";

const sum = (need: number, place = 0, flags = 0) => ({ need, place, flags });

describe("sums by name", () => {
  it("are the same for the same sum, and no more than allowed", () => {
    const sums = new SideSums(2);
    const name = sums.named(sum(3));
    expect(sums.named(sum(3))).toBe(name);
    expect(sums.sumOf(name)).toEqual(sum(3));
    expect(() => sums.named(sum(4))).toThrow(OutOfReach);
  });

  it.each([
    [
      "points that are decided, to the least that decides",
      sum(9),
      sum(1),
      { needLow: -2, needHigh: 4 },
      sum(3),
    ],
    ["points that can decide no more", sum(-9), sum(1), { needLow: -2, needHigh: 4 }, sum(-4)],
    ["points that are still open not at all", sum(1), sum(1), { needLow: -2, needHigh: 4 }, sum(2)],
    [
      "points of need away once it is settled",
      sum(2),
      sum(3, 0, flag.must),
      noSideRange,
      sum(0, 0, flag.must),
    ],
    [
      "what loses to a must",
      sum(0, 0, flag.mustNot),
      sum(0, 0, flag.must),
      noSideRange,
      sum(0, 0, flag.must),
    ],
    [
      "what loses to a may-not-bind",
      sum(0, 4),
      sum(0, 0, flag.mustBind | flag.mayNotBind),
      noSideRange,
      sum(0, 0, flag.mayNotBind),
    ],
  ])("cut %s", (_, first, second, rest, shortest) => {
    const sums = new SideSums(20);
    const add = sums.adder({ ...noSideRange, ...rest });
    expect(sums.sumOf(add(sums.named(first), sums.named(second)))).toEqual(shortest);
  });
});

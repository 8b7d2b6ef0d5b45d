import { describe, expect, it } from "vitest";
import type { Range } from "../../../../src/engine/count/tally.js";
import { PairCollector } from "../../../../src/engine/pack-tools/statistics/find-pair.js";
import { packed, packedVetoes, pairRange } from "../../../../src/engine/pack-tools/statistics/pair-space.js";

/** Need, bound, evidence and vetoes of one side. */
type Side = readonly [number, number, number, number];

function rangeOf(low: number, high: number): Range {
  return { needLow: low, needHigh: high, boundLow: low, boundHigh: high, oneSided: 0 };
}

/** Where pairs are kept, of parts up to 9 either way, when from −2 to 3 is still to come on each side. */
function slotsOf(oneSided: number, ...pairs: readonly (readonly [Side, Side])[]): readonly number[] {
  const rest = rangeOf(-2, 3);
  const own = rangeOf(-9, 9);
  const collector = new PairCollector({
    own: pairRange(own, own),
    rest: { ...pairRange(rest, rest), oneSided },
    enough: 5,
    vetoes: 0,
  });
  return pairs.map(([[need, bound, total, vetoes], second]) =>
    collector.add(
      packed(need, second[0]),
      packed(bound, second[1]),
      packed(total, second[2]),
      packedVetoes(vetoes, second[3]),
      1,
    ),
  );
}

describe("pairs of tallies", () => {
  const open: Side = [1, 1, 4, 0];
  const other: Side = [0, 1, 4, 0];

  it("are kept as one where the sides are alike and stay so", () => {
    expect(slotsOf(0, [open, open], [other, other])).toEqual([0, 0]);
  });

  it("are kept apart if something to come may count on one side only", () => {
    expect(slotsOf(1, [open, open], [other, other])).toEqual([0, 1]);
  });

  it.each<readonly [string, Side]>([
    ["need", [0, 1, 4, 0]],
    ["boundness", [1, 0, 4, 0]],
    ["evidence", [1, 1, 3, 0]],
    ["vetoes", [1, 1, 4, 1]],
  ])("are kept apart where the sides differ in %s", (_, side) => {
    expect(slotsOf(0, [open, open], [open, side], [side, open])).toEqual([0, 1, 2]);
  });

  it("are one where either side differs only in what can no longer matter", () => {
    // Below −3 need stays negative, and boundness says nothing. From 2 on both stay as they are. Five is evidence enough.
    const unneeded: Side = [-4, 1, 5, 0];
    const farFromNeeded: Side = [-8, 3, 6, 2];
    const bound: Side = [2, 2, 5, 0];
    const wellBound: Side = [7, 5, 9, 1];
    expect(slotsOf(0, [unneeded, bound], [farFromNeeded, wellBound], [bound, unneeded])).toEqual([0, 0, 1]);
    expect(slotsOf(0, [unneeded, farFromNeeded], [bound, wellBound])).toEqual([0, 0]);
  });
});

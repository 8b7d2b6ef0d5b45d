import fc from "fast-check";
import { expect, it } from "vitest";
import { packed } from "../../../src/engine/analyse/pair-tally.js";
import { TallyIndex } from "../../../src/engine/analyse/tally-index.js";

it("keeps every tally once, in the order of coming, with its counts added up", () => {
  const number = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc
      .tuple(fc.integer({ min: -2, max: 2 }), fc.nat({ max: 2 }))
      .map(([first, second]) => packed(first, second)),
  );
  const tally = fc.tuple(number, number, fc.nat({ max: 2 }), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(fc.array(tally, { minLength: 1, maxLength: 300, size: "max" }), (tallies) => {
      const index = new TallyIndex();
      const naive = new Map<string, { slot: number; count: number }>();
      const slots = tallies.map(([need, bound, total, vetoes], at) => {
        const key = [need, bound, total, vetoes].join();
        const known = naive.get(key) ?? { slot: naive.size, count: 0 };
        naive.set(key, { slot: known.slot, count: known.count + at });
        return [index.add(need, bound, total, vetoes, at), known.slot];
      });
      expect(slots.filter(([slot, expected]) => slot !== expected)).toEqual([]);
      const { id, need, bound, total, vetoes, counts } = index.distribution(7);
      const kept = need.map((value, slot) => [value, bound[slot], total[slot], vetoes[slot]].join());
      expect({ id, kept, counts }).toEqual({
        id: 7,
        kept: [...naive.keys()],
        counts: [...naive.values()].map(({ count }) => count),
      });
    }),
    { seed: 20_272, numRuns: 20 },
  );
});

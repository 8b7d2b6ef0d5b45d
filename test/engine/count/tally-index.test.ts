import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TallyIndex } from "../../../src/engine/count/tally-collector.js";

type Added = readonly [need: number, bound: number, total: number, vetoes: number, count: number];

/** Tallies in the order in which they first came, with their counts; and the slot that each addition was given. */
function naive(additions: readonly Added[]) {
  const known = new Map<string, number>();
  const counts: number[] = [];
  const slots = additions.map(([need, bound, total, vetoes, count]) => {
    const key = `${need} ${bound} ${total} ${vetoes}`;
    const slot = known.get(key) ?? known.size;
    known.set(key, slot);
    counts[slot] = (counts[slot] ?? 0) + count;
    return slot;
  });
  return { slots, tallies: [...known].map(([key, slot]) => `${key}: ${counts[slot]}`) };
}

function indexed(additions: readonly Added[]) {
  const index = new TallyIndex();
  const slots = additions.map((added) => index.add(...added));
  const tallies = index
    .distribution(7)
    .tallies.map(({ need, bound, total, vetoes, count }) => `${need} ${bound} ${total} ${vetoes}: ${count}`);
  return { slots, tallies };
}

describe("counting tallies", () => {
  it("adds up what is alike and keeps apart what differs in one number, however many there are", () => {
    const few = fc.integer({ min: -2, max: 2 });
    // Two numbers in one, as pairs of profiles have them.
    const number = fc.oneof(
      few,
      fc.tuple(few, few).map(([a, b]) => a * 2 ** 26 + b),
    );
    const added = fc.tuple(
      number,
      number,
      fc.nat({ max: 3 }),
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(added, { size: "large", maxLength: 300 }), (additions) => {
        expect(indexed(additions)).toEqual(naive(additions));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps its slots while it grows, and tallies apart that differ in one number", () => {
    const once = Array.from({ length: 500 }, (_, at) =>
      [0, 1, 2, 3].map((vetoes): Added => [at, -at, at % 7, vetoes, 1]),
    ).flat();
    expect(indexed([...once, ...once])).toEqual(naive([...once, ...once]));
  });

  it("has the id that it is given, and nothing before something is added", () => {
    expect(new TallyIndex().distribution(3)).toEqual({ id: 3, tallies: [] });
  });
});

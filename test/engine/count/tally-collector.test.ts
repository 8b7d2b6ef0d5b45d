import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "../../../src/engine/count/tally.js";
import { CanonicalForm, TallyCollector } from "../../../src/engine/count/tally-collector.js";

const [none, stateless, stateful, both] = [0, 1, 2, 3];

type Form = readonly [need: number, bound: number, vetoes: number];

function rangeOf(need: readonly [number, number], bound: readonly [number, number]): Range {
  return { needLow: need[0], needHigh: need[1], boundLow: bound[0], boundHigh: bound[1], oneSided: 0 };
}

function canonical(own: Range, rest: Range, [need, bound, vetoes]: Form, always = none): Form {
  const form = new CanonicalForm({ own, rest, enough: 9, vetoes: always });
  form.set(need, bound, vetoes);
  return [form.need, form.bound, form.vetoes];
}

describe("the canonical form of a tally, worked out by hand", () => {
  const own = rangeOf([-9, 9], [-9, 9]);
  // Below −3 need stays negative, from 2 on it does not get there; bound likewise below −1 and from 4 on.
  const rest = rangeOf([-2, 3], [-4, 1]);

  it.each<readonly [string, Form, Form]>([
    ["what need can still become is kept as it is", [1, 3, none], [1, 3, none]],
    ["so is what it may yet cease to be", [-3, -1, stateless], [-3, -1, stateless]],
    ["no state needed: the nearest such need, and no boundness", [-7, 5, none], [-4, 0, none]],
    ["no state needed: a veto of stateful says nothing", [-4, 0, both], [-4, 0, stateless]],
    [
      "state needed: the nearest such need, and a veto of stateless says nothing",
      [8, 1, stateless],
      [2, 1, none],
    ],
    ["just needed", [2, 1, stateless], [2, 1, none]],
    ["not bound: the nearest such value", [1, -8, none], [1, -2, none]],
    ["bound: the nearest such value", [1, 9, none], [1, 4, none]],
    ["just bound", [1, 4, none], [1, 4, none]],
    ["stateful is out of the question, and boundness with it", [1, 9, stateful], [1, 0, stateful]],
    ["both are out of the question, and nothing else matters", [1, 9, both], [0, 0, both]],
  ])("%s", (_, given, expected) => {
    expect(canonical(own, rest, given)).toEqual(expected);
  });

  it("counts vetoes that fire in any case", () => {
    expect(canonical(own, rest, [1, 9, none], stateful)).toEqual([1, 0, stateful]);
    expect(canonical(own, rest, [1, 9, stateless], stateful)).toEqual([0, 0, both]);
  });

  it("stays within what the part itself can come to", () => {
    const narrow = rangeOf([-1, 1], [-1, 1]);
    // −5 or 5 would be the nearest.
    expect(canonical(narrow, rangeOf([-9, -6], [0, 0]), [0, 0, none])).toEqual([1, 0, none]);
    expect(canonical(narrow, rangeOf([6, 9], [-9, -6]), [0, 0, none])).toEqual([-1, 1, none]);
    expect(canonical(narrow, rangeOf([6, 9], [6, 9]), [0, 0, none])).toEqual([-1, -1, none]);
  });

  it("equals another only if all three are the same", () => {
    const form = (given: Form) => {
      const set = new CanonicalForm({ own, rest, enough: 9, vetoes: none });
      set.set(...given);
      return set;
    };
    const one = form([1, 3, none]);
    expect(one.equals(form([1, 3, none]))).toBe(true);
    for (const other of [form([0, 3, none]), form([1, 2, none]), form([1, 3, stateless])])
      expect(one.equals(other)).toBe(false);
  });
});

describe("the canonical form of any tally", () => {
  const low = fc.integer({ min: -6, max: 0 });
  const high = fc.nat({ max: 6 });
  const ownRange = fc.tuple(fc.tuple(low, high), fc.tuple(low, high));
  const interval = fc
    .tuple(fc.integer({ min: -6, max: 6 }), fc.nat({ max: 5 }))
    .map(([from, width]): [number, number] => [from, from + width]);
  const cases = fc
    .record({
      own: ownRange,
      rest: fc.tuple(interval, interval),
      need: fc.integer({ min: -6, max: 6 }),
      bound: fc.integer({ min: -6, max: 6 }),
      vetoes: fc.nat({ max: 3 }),
    })
    .filter(({ own: [need, bound], ...of }) => within(of.need, need) && within(of.bound, bound));

  it("comes to the same verdict as the tally, whatever the rest adds, and lies within what the part can come to", () => {
    fc.assert(
      fc.property(cases, ({ own, rest: [needs, bounds], need, bound, vetoes }) => {
        const form = canonical(rangeOf(...own), rangeOf(needs, bounds), [need, bound, vetoes]);
        const verdictsOn = ([n, b, v]: Form) =>
          upTo(needs).flatMap((restNeed) =>
            upTo(bounds).flatMap((restBound) =>
              [none, stateless, stateful, both].map((more) =>
                verdictOf(n + restNeed, b + restBound, v | more),
              ),
            ),
          );
        expect(verdictsOn(form)).toEqual(verdictsOn([need, bound, vetoes]));
        expect(within(form[0], own[0]) && within(form[1], own[1])).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe("gathering tallies", () => {
  it("takes those for one that differ in what no longer matters, evidence beyond enough among it", () => {
    const collector = new TallyCollector({
      own: rangeOf([-9, 9], [-9, 9]),
      rest: rangeOf([-2, 3], [-4, 1]),
      enough: 5,
      vetoes: none,
    });
    const slots = [
      collector.add(2, 4, 5, none, 1),
      collector.add(3, 7, 8, stateless, 20),
      collector.add(2, 4, 4, none, 300),
    ];
    expect(slots).toEqual([0, 0, 1]);
    expect(collector.distribution(6)).toEqual({
      id: 6,
      tallies: [
        { need: 2, bound: 4, total: 5, vetoes: none, count: 21 },
        { need: 2, bound: 4, total: 4, vetoes: none, count: 300 },
      ],
    });
  });
});

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return from <= value && value <= to;
}

function upTo([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function verdictOf(need: number, bound: number, vetoes: number): string {
  if (need < 0) return (vetoes & stateless) === 0 ? "stateless" : "hybrid";
  return bound >= 0 && (vetoes & stateful) === 0 ? "stateful" : "hybrid";
}

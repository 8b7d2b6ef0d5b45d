import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PairCollector } from "../../../src/engine/analyse/pair-collector.js";
import { packed, packedVetoes, pairRange } from "../../../src/engine/analyse/pair-tally.js";
import { noRange, type Range } from "../../../src/engine/analyse/range.js";
import { signal, verdictOfSigns } from "../../../src/engine/analyse/signals.js";
import { vetoBit } from "../../../src/engine/analyse/tally.js";
import {
  CanonicalForm,
  type Surroundings,
  TallyCollector,
} from "../../../src/engine/analyse/tally-collector.js";
import { verdictForms } from "../../../src/engine/compile/verdict-forms.js";

const { stateless, stateful } = vetoBit;
const wide: Range = { needLow: -9, needHigh: 9, boundLow: -9, boundHigh: 9, oneSided: 0 };
const rest: Range = { needLow: -2, needHigh: 3, boundLow: -1, boundHigh: 4, oneSided: 0 };
const around: Surroundings = { own: wide, rest, enough: 5, vetoes: 0 };

function formOf(within: Surroundings, need: number, bound: number, vetoes: number) {
  const form = new CanonicalForm(within);
  form.set(need, bound, vetoes);
  return { need: form.need, bound: form.bound, vetoes: form.vetoes };
}

describe("tallies that no rest can tell apart have one form", () => {
  // The rest adds from −2 to 3 to the need and from −1 to 4 to the bound.
  it.each([
    { what: "never needs state", from: [-4, 5, stateful], to: [-4, 0, 0] },
    { what: "needs it even less", from: [-9, -9, 0], to: [-4, 0, 0] },
    { what: "never needs state, which is vetoed", from: [-7, 2, stateless], to: [-4, 0, stateless] },
    { what: "may need state, always bound", from: [-3, 5, stateless], to: [-3, 1, stateless] },
    { what: "may need state, just bound", from: [1, 1, 0], to: [1, 1, 0] },
    { what: "always needs state, may be bound", from: [2, 0, 0], to: [2, 0, 0] },
    { what: "needs it even more", from: [7, -4, stateless], to: [2, -4, 0] },
    { what: "never bound", from: [1, -5, 0], to: [1, -5, 0] },
    { what: "bound even less", from: [1, -9, 0], to: [1, -5, 0] },
    { what: "forbids stateful", from: [1, -9, stateful], to: [1, 0, stateful] },
    { what: "always needs state and forbids it", from: [9, 9, stateful], to: [2, 0, stateful] },
    { what: "forbids both", from: [1, 6, stateless | stateful], to: [0, 0, stateless | stateful] },
  ])("$what", ({ from, to }) => {
    const [need = 0, bound = 0, vetoes = 0] = from;
    const [toNeed, toBound, toVetoes] = to;
    expect(formOf(around, need, bound, vetoes)).toEqual({ need: toNeed, bound: toBound, vetoes: toVetoes });
  });

  it("that lies within what the part itself can come to", () => {
    const low = { ...wide, needHigh: -6, boundHigh: -7 };
    expect(formOf({ ...around, own: low }, -8, 0, 0)).toEqual({ need: -6, bound: 0, vetoes: 0 });
    expect(formOf({ ...around, own: { ...low, needHigh: 9 } }, 0, -9, 0)).toMatchObject({ bound: -7 });
    const high = { ...wide, needLow: 6, boundLow: 7 };
    expect(formOf({ ...around, own: high }, 8, 9, 0)).toEqual({ need: 6, bound: 7, vetoes: 0 });
  });

  it("counts the vetoes that fire in any case", () => {
    expect(formOf({ ...around, vetoes: stateful }, 1, -9, 0)).toEqual({
      need: 1,
      bound: 0,
      vetoes: stateful,
    });
  });

  it("and one verdict with every rest", () => {
    const point = fc.record({
      need: fc.integer({ min: -9, max: 9 }),
      bound: fc.integer({ min: -9, max: 9 }),
      vetoes: fc.nat({ max: 3 }),
    });
    const forms = verdictForms({
      needBoundaryPercent: 0,
      boundBoundaryPercent: 50,
      minimumEvidence: 1,
      firmRadius: 0,
      fragileRadius: 0,
    });
    const verdictOf = (need: number, bound: number, vetoes: number) =>
      verdictOfSigns(
        forms,
        (need >= 0 ? 1 << signal.need : 0) |
          (bound >= 0 ? 1 << signal.bound : 0) |
          (1 << signal.evidence) |
          ((vetoes & stateless) !== 0 ? 1 << signal.forbidsStateless : 0) |
          ((vetoes & stateful) !== 0 ? 1 << signal.forbidsStateful : 0),
      );
    fc.assert(
      fc.property(point, fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 3 }), (tally, n, b, v) => {
        const form = formOf(around, tally.need, tally.bound, tally.vetoes);
        const [need, bound] = [rest.needLow + n, rest.boundLow + b];
        expect(verdictOf(form.need + need, form.bound + bound, form.vetoes | v)).toBe(
          verdictOf(tally.need + need, tally.bound + bound, tally.vetoes | v),
        );
      }),
      { seed: 20_271, numRuns: 200 },
    );
  });
});

describe("collected", () => {
  it("tallies of one form, with enough evidence or the same, are counted together", () => {
    const collector = new TallyCollector(around);
    const slots = [
      collector.add(-4, 5, 5, stateful, 2),
      collector.add(-9, -9, 8, 0, 3),
      collector.add(-9, -9, 4, 0, 7),
    ];
    expect(slots).toEqual([0, 0, 1]);
    expect(collector.distribution(6)).toEqual({
      id: 6,
      need: [-4, -4],
      bound: [0, 0],
      total: [5, 4],
      vetoes: [0, 0],
      counts: [5, 7],
    });
  });

  it.each([
    { oneSided: 0, what: "and all pairs that are alike as one, once nothing counts on one side only" },
    { oneSided: 1, what: "and pairs that are alike apart, while something counts on one side only" },
  ])("pairs are, each side in its form, $what", ({ oneSided }) => {
    const collector = new PairCollector({
      own: pairRange(wide, wide),
      rest: { ...pairRange(rest, rest), oneSided },
      enough: 5,
      vetoes: 0,
    });
    const add = (first: readonly number[], second: readonly number[]): number => {
      const both = [0, 1, 2].map((index) => packed(first[index] ?? 0, second[index] ?? 0));
      const vetoes = packedVetoes(first[3] ?? 0, second[3] ?? 0);
      return collector.add(both[0] ?? 0, both[1] ?? 0, both[2] ?? 0, vetoes, 1);
    };
    const slots = [
      add([-4, 5, 5, stateful], [-9, -9, 8, 0]),
      add([2, 1, 5, 0], [9, 9, 5, stateless]),
      add([2, 1, 5, 0], [9, 9, 4, stateless]),
      add([2, 1, 5, 0], [1, 1, 5, 0]),
      add([2, 1, 5, stateful], [2, 1, 5, 0]),
      add([-9, 0, 9, 0], [9, 0, 9, stateful]),
      add([-4, 1, 5, stateful], [2, 9, 6, stateful]),
    ];
    const pairs = [packed(2, 2), packed(2, 1), packed(2, 2), packed(-4, 2)];
    const { need } = collector.distribution(0);
    if (oneSided === 0) {
      expect(slots).toEqual([0, 0, 1, 2, 3, 4, 4]);
      expect(need).toEqual([0, ...pairs]);
    } else {
      expect(slots).toEqual([0, 1, 2, 3, 4, 5, 5]);
      expect(need).toEqual([packed(-4, -4), packed(2, 2), ...pairs]);
    }
  });

  it("pairs of nothing are nothing", () => {
    const collector = new PairCollector({ own: noRange, rest: noRange, enough: 0, vetoes: 0 });
    collector.add(0, 0, 0, 0, 4);
    expect(collector.distribution(1)).toMatchObject({ need: [0], bound: [0], total: [0], counts: [4] });
  });
});

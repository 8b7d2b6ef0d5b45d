import fc from "fast-check";
import { expect, it } from "vitest";
import { CanonicalForm } from "../../../src/engine/count/canonical-form.js";
import {
  addRanges,
  addTallies,
  flag,
  noRange,
  noTally,
  rangeOf,
  type Tally,
} from "../../../src/engine/count/tally.js";
import { componentsOf } from "../../../src/engine/count/ways.js";

/** A rule of the conversation, or of another concern, which does not bear on whether too little is known. */
const rule: fc.Arbitrary<Tally> = fc.boolean().chain((bears) => {
  const bit = bears ? flag.bears : 0;
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.integer({ min: -3, max: 3 }).map((need) => ({ ...noTally, need, flags: bit })),
    },
    { weight: 3, arbitrary: fc.integer({ min: -3, max: 3 }).map((place) => ({ ...noTally, place })) },
    fc.constant({ ...noTally, flags: flag.must | bit }),
    fc.constant({ ...noTally, flags: flag.mustNot | bit }),
    fc.constant({ ...noTally, flags: flag.mustBind }),
    fc.constant({ ...noTally, flags: flag.mayNotBind }),
  );
});

const rules = fc.array(rule, { maxLength: 4 });
const run = { seed: 20_266, numRuns: 400 };

function subsets(of: readonly Tally[]): readonly Tally[] {
  return of.reduce<readonly Tally[]>(
    (sums, each) => sums.concat(sums.map((sum) => addTallies(sum, each))),
    [noTally],
  );
}

/** The form of a part of the rules, with the others and with what fires in any case still to come. */
function formOf(own: readonly Tally[], others: readonly Tally[], base: Tally): CanonicalForm {
  const ranges = (of: readonly Tally[]) => of.map(rangeOf).reduce(addRanges, noRange);
  const fixed = {
    ...noRange,
    needLow: base.need,
    needHigh: base.need,
    placeLow: base.place,
    placeHigh: base.place,
  };
  return new CanonicalForm({
    own: ranges(own),
    rest: addRanges(ranges(others), fixed),
    flags: base.flags,
  });
}

it("nothing that may still fire tells a tally and its form apart", () => {
  fc.assert(
    fc.property(rules, rules, rules, (own, others, always) => {
      const base = always.reduce(addTallies, noTally);
      const form = formOf(own, others, base);
      for (const tally of subsets(own)) {
        form.set(tally.need, tally.place, tally.flags);
        const { need, place, flags } = form;
        for (const more of subsets(others)) {
          const rest = addTallies(more, base);
          expect(componentsOf(addTallies({ need, place, flags }, rest))).toBe(
            componentsOf(addTallies(tally, rest)),
          );
        }
      }
    }),
    run,
  );
});

it("forms of two parts go together", () => {
  // Each part relies on the range of the other, so its form must stay in its own.
  fc.assert(
    fc.property(rules, rules, (first, second) => {
      const [left, right] = [formOf(first, second, noTally), formOf(second, first, noTally)];
      for (const a of subsets(first)) {
        for (const b of subsets(second)) {
          left.set(a.need, a.place, a.flags);
          right.set(b.need, b.place, b.flags);
          expect(componentsOf(addTallies(left, right))).toBe(componentsOf(addTallies(a, b)));
        }
      }
    }),
    run,
  );
});

it("with nothing to come only what matters is kept apart: not kept, elsewhere, bound, and whether anything is known", () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), (own) => {
      const form = formOf(own, [], noTally);
      const byForm = new Map<string, number>();
      for (const tally of subsets(own)) {
        form.set(tally.need, tally.place, tally.flags);
        byForm.set(`${form.need} ${form.place} ${form.flags}`, componentsOf(tally));
      }
      // Kept by points or by `must`: told apart only as one of them is quiet.
      expect(byForm.size).toBeLessThanOrEqual(8);
    }),
    run,
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tryAnalyse, tryOutlook } from "../../../src/engine/analyse/analyse.js";
import { cellIndex } from "../../../src/engine/count/cells.js";
import { eliminate, multiply } from "../../../src/engine/count/eliminate.js";
import { type OpenSpace, openSpaceOf } from "../../../src/engine/count/open-space.js";
import type { Distribution } from "../../../src/engine/count/tally.js";
import { PlainCollector } from "../../../src/engine/count/tally-collector.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Possible, Profile } from "../../../src/engine/model/profile.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { evaluate } from "../../../src/engine/score/score.js";
import { completionsOf } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { tinyPack } from "../tiny-pack.js";

describe("elimination against listing every completion", () => {
  it("counts the completions of each tally, for every assignment of what is kept", () => {
    const cases = generatedCase({ questions: 4, rules: 6 });
    fc.assert(
      fc.property(cases, fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 3 }), (drawn, kept) => {
        const profile = profileOf(drawn.pack, drawn.answers);
        const space = openSpaceOf(drawn.pack, profile);
        const keep = new Set(kept.filter((position) => position < space.variables.length));
        const elimination = eliminate(space, { keep, collectorWithin: () => new PlainCollector() });
        const left = new Set([...keep, ...elimination.tables.flatMap(({ scope }) => scope)]);
        const expected = naiveTallies(drawn.pack, profile, space, [...left]);
        for (const assignment of assignmentsOf(space, [...left])) {
          const found = multiply(elimination, elimination.tables, ({ scope }) =>
            cellIndex(scope, space.variables, assignment),
          );
          const key = [...left].map((position) => assignment[position]).join();
          expect(talliesOf(space, found), key).toEqual(expected.get(key) ?? new Map());
        }
      }),
      { numRuns: 40 },
    );
  });
});

it.each<readonly [number, { readonly questions: readonly string[]; readonly cells: number } | null]>([
  [4, null],
  [3, { questions: ["b"], cells: 4 }],
  [2, { questions: ["b"], cells: 4 }],
  [1, { questions: ["a", "b"], cells: 2 }],
])(
  "gives up where more than %i tallies have been gone through, and says at which questions",
  (most, told) => {
    const pack = tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y"] },
      rules: [[{ a: "x", b: "x" }, { L: 1 }]],
    });
    // For each answer to b, the two answers to a are processed, one tally each; then their sums, for both answers to b.
    const work = () => eliminate(openSpaceOf(pack, profileOf(pack, new Map())), { most });
    if (told === null) expect(work).not.toThrow();
    else
      expect(work).toThrow(
        expect.objectContaining({
          questions: told.questions.map((id) => expect.objectContaining({ id })),
          cells: told.cells,
        }),
      );
  },
);

describe("a mistake", () => {
  const pack: CompiledPack = {
    ...tinyPack({ questions: { talk: ["once", "ways"] }, rules: [] }),
    get rules(): never {
      throw new RangeError("a mistake");
    },
  };

  it("is not taken for what is out of reach", () => {
    const profile = profileOf(tinyPack({ questions: { talk: ["once", "ways"] }, rules: [] }), new Map());
    expect(() => tryAnalyse(pack, profile)).toThrow("a mistake");
    expect(() => tryOutlook(pack, profile)).toThrow("a mistake");
  });
});

/** All ways of setting these open variables. */
function assignmentsOf(space: OpenSpace, positions: readonly number[]): readonly (readonly number[])[] {
  return positions.reduce<readonly (readonly number[])[]>(
    (before, position) =>
      before.flatMap((assignment) =>
        (space.variables[position]?.states ?? []).map((_, state) => {
          const extended = [...assignment];
          extended[position] = state;
          return extended;
        }),
      ),
    [[]],
  );
}

/** Counts by tally, including what fires in any case. */
function talliesOf({ base }: OpenSpace, found: Distribution | null): ReadonlyMap<string, number> {
  const tallies = new Map<string, number>();
  for (const { need, bound, total, vetoes, count } of found?.tallies ?? []) {
    const tally = [base.need + need, base.bound + bound, base.total + total, base.vetoes | vetoes].join();
    tallies.set(tally, (tallies.get(tally) ?? 0) + count);
  }
  return tallies;
}

/** By the states of the kept variables: the number of completions with each tally. */
function naiveTallies(
  pack: CompiledPack,
  profile: Profile,
  space: OpenSpace,
  positions: readonly number[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const possible of completionsOf(pack, profile)) {
    const states = positions.map((position) =>
      Math.log2(possible[space.variables[position]?.index ?? 0] ?? 0),
    );
    const tallies = counts.get(states.join()) ?? new Map<string, number>();
    const tally = tallyOf(pack, possible);
    counts.set(states.join(), tallies.set(tally, (tallies.get(tally) ?? 0) + 1));
  }
  return counts;
}

function tallyOf(pack: CompiledPack, possible: Possible): string {
  const { needStateful, needStateless, boundLive, boundKept } = pack.forms;
  const { live, kept, stateless, forbidsStateless, forbidsStateful } = evaluate(pack, possible);
  return [
    needStateful * (live + kept) - needStateless * stateless,
    boundLive * live - boundKept * kept,
    live + kept + stateless,
    (forbidsStateless ? 1 : 0) + (forbidsStateful ? 2 : 0),
  ].join();
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Placement } from "../../../../src/engine/model/pack.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import { shadowing } from "../../../../src/engine/pack-tools/lint/shadowing.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { allOf, type When } from "../../bare-pack.js";
import { generatedPack } from "../../generated-pack.js";
import { minimalPlacements } from "../../minimal-placements.js";
import { tinyPack } from "../../tiny-pack.js";

/** Every profile in which each variable has one state or is open. */
function partlyAnswered({ variables }: CompiledPack): readonly Possible[] {
  return variables.reduce<readonly Possible[]>(
    (prefixes, { states, full }) =>
      prefixes.flatMap((prefix) =>
        [full, ...states.map((_, state) => 2 ** state)].map((mask) => [...prefix, mask]),
      ),
    [[]],
  );
}

describe("what is shadowed", () => {
  it("is exactly what is the first to hold on no profile, however much of it is open", () => {
    fc.assert(
      fc.property(generatedPack({ questions: 3, rules: 1 }), (pack) => {
        const profiles = partlyAnswered(pack);
        const { placements } = pack;
        for (const [index, { condition }] of placements.entries()) {
          if (condition === null) continue;
          const earlier = placements.slice(0, index).filter((each) => each.condition !== null);
          const by = shadowing(pack, condition, earlier);
          const holding = profiles.filter((possible) => holds(condition, possible));
          const others = (list: CompiledPack["placements"]) =>
            holding.filter((possible) => !list.some((each) => holds(each.condition ?? [[]], possible)));
          // Those that are named leave nothing; where none are, all of them together leave something.
          expect(others(by.length === 0 ? earlier : by).length === 0).toBe(
            by.length > 0 || holding.length === 0,
          );
        }
      }),
    );
  });

  it("is found in conditions of many questions only if one entry covers it", () => {
    // Seven questions of four options, each of them one of two, leave 5^7 ways to answer them.
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const both: When = Object.fromEntries(names.map((name) => [name, ["one", "two"]]));
    const placed = (id: string, when: When): Placement => ({
      id,
      concern: "sync",
      when: allOf(when),
      place: "nowhere",
      pattern: null,
      beside: null,
      because: "",
      sources: [],
    });
    const pack = tinyPack({
      questions: Object.fromEntries(names.map((name) => [name, ["one", "two", "three", "four"]])),
      rules: [],
      parts: {
        placements: [
          placed("first", { a: "one" }),
          placed("second", { a: "two" }),
          placed("third", { b: ["one", "two"] }),
          placed("last", both),
          ...minimalPlacements,
        ],
      },
    });
    const [first, second, third, last] = pack.placements;
    if (!first || !second || !third || !last?.condition) throw new Error("four placements have conditions");
    expect(shadowing(pack, last.condition, [first, second, third])).toEqual([third]);
    expect(shadowing(pack, last.condition, [first, second])).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import { afterChange, profileWalk } from "../../../../src/engine/pack-tools/statistics/profile-walk.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { completionsOf } from "../../completions.js";
import { generatedPack } from "../../generated-pack.js";
import { tinyPack } from "../../tiny-pack.js";

const size = { questions: 4, rules: 2 };

function walked(pack: CompiledPack, count: number): readonly string[] {
  const walk = profileWalk(pack);
  return Array.from({ length: count }, () => walk.next().value.join());
}

function allOf(pack: CompiledPack): readonly Possible[] {
  return completionsOf(pack, profileOf(pack, new Map()));
}

describe("a walk over profiles", () => {
  it("comes by complete profiles with their implications alone", () => {
    fc.assert(
      fc.property(generatedPack(size), (pack) => {
        const all = allOf(pack).map((possible) => possible.join());
        for (const possible of walked(pack, 20)) expect(all).toContain(possible);
      }),
      { numRuns: 50 },
    );
  });

  it("comes by every profile of a small pack before long, and the same way every time", () => {
    const pack = tinyPack({
      questions: { talk: ["once", "ways", "stream"], kinds: ["game", "shop"], depth: ["flat", "deep"] },
      several: ["kinds"],
      rules: [],
      implied: [["depth", { talk: "once" }, "flat"]],
    });
    // 4 sets of kinds with talk once, and 8 with each of the two others.
    expect(new Set(walked(pack, 400)).size).toBe(4 + 8 + 8);
    expect(walked(pack, 20)).toEqual(walked(pack, 20));
  });
});

describe("a profile with one answer changed", () => {
  it("takes the answers that are then implied, and keeps all others", () => {
    fc.assert(
      fc.property(generatedPack(size), fc.nat(), (pack, seed) => {
        const all = allOf(pack);
        const possible = all[seed % all.length] ?? [];
        for (const { index, states } of pack.variables)
          for (const state of states.keys()) {
            const changed = possible.with(index, 2 ** state);
            expect(afterChange(pack, changed)).toEqual(naivelyFollowed(pack, changed));
          }
      }),
      { numRuns: 50 },
    );
  });

  it("follows implications of what is implied, and leaves the profile before as it was", () => {
    const pack = tinyPack({
      // Each comes before the questions that imply it.
      questions: { last: ["no", "yes"], middle: ["no", "yes"], first: ["no", "yes"] },
      rules: [],
      implied: [
        ["last", { middle: "yes" }, "yes"],
        ["middle", { first: "yes" }, "yes"],
      ],
    });
    const before = [1, 1, 2];
    expect(afterChange(pack, before)).toEqual([2, 2, 2]);
    expect(afterChange(pack, [2, 1, 1])).toEqual([2, 1, 1]);
    expect(before).toEqual([1, 1, 2]);
  });
});

/** Sets whatever is implied and not so, again and again. */
function naivelyFollowed(pack: CompiledPack, changed: Possible): Possible {
  let possible = changed;
  for (;;) {
    const [wrong] = pack.questions.flatMap(({ implied, variables }) => {
      const own = variables[0]?.index ?? -1;
      const holding = implied.find(({ condition }) => holds(condition, possible));
      return holding === undefined || possible[own] === holding.mask ? [] : [{ own, mask: holding.mask }];
    });
    if (wrong === undefined) return possible;
    possible = possible.with(wrong.own, wrong.mask);
  }
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../../src/engine/model/profile.js";
import { changedProfile, profileWalk } from "../../../../src/engine/pack-tools/statistics/profile-walk.js";
import { profileOf } from "../../../../src/engine/score/fill-implied.js";
import { holds } from "../../../../src/engine/score/holds.js";
import { completionsOf } from "../../completions.js";
import { generatedPack } from "../../generated-pack.js";
import { variableOf } from "../../lookup.js";
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
  it("has the answers that are then implied, all others as before, and is none where the answer is implied", () => {
    fc.assert(
      fc.property(generatedPack(size), fc.nat(), (pack, seed) => {
        const all = allOf(pack);
        const possible = all[seed % all.length] ?? [];
        for (const variable of pack.variables) {
          const { index, states } = variable;
          for (const state of states.keys()) {
            if (possible[index] === 1 << state) continue;
            const changed = changedProfile(pack, possible, variable, 1 << state);
            expect(changed).toEqual(naivelyChanged(pack, possible, index, 1 << state));
          }
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
    const before = [1, 1, 1];
    const [middle, first] = [variableOf(pack, 1), variableOf(pack, 2)];
    expect(changedProfile(pack, before, first, 2)).toEqual([2, 2, 2]);
    expect(changedProfile(pack, [2, 2, 2], middle, 1)).toBeNull();
    expect(changedProfile(pack, [2, 2, 1], middle, 1)).toEqual([2, 1, 1]);
    expect(before).toEqual([1, 1, 1]);
  });
});

/** Sets whatever is implied and not so, again and again. */
function naivelyChanged(
  pack: CompiledPack,
  before: Possible,
  variable: number,
  mask: number,
): Possible | null {
  let possible = before.with(variable, mask);
  for (;;) {
    const wrong = pack.questions.flatMap(({ implied, variables }) => {
      const own = variables[0]?.index ?? -1;
      const holding = implied.find(({ condition }) => holds(condition, possible));
      return holding === undefined || possible[own] === holding.mask ? [] : [{ own, mask: holding.mask }];
    });
    const [first] = wrong;
    if (wrong.some(({ own }) => own === variable)) return null;
    if (first === undefined) return possible;
    possible = possible.with(first.own, first.mask);
  }
}

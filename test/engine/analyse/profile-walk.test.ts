import fc from "fast-check";
import { expect, it } from "vitest";
import { changedProfile, profileWalk } from "../../../src/engine/analyse/profile-walk.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../src/engine/model/profile.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { completionsOf } from "../completions.js";
import { generatedPack } from "../generated-pack.js";

const size = { questions: 4, rules: 1 };

function profilesOf(pack: CompiledPack): readonly Possible[] {
  return completionsOf(pack, profileOf(pack, new Map()));
}

it("walks over profiles that there are, the same on every run, and soon over each state that there is", () => {
  fc.assert(
    fc.property(generatedPack(size), (pack) => {
      const walk = (): readonly string[] => {
        const profiles = profileWalk(pack);
        return Array.from({ length: 400 }, () => profiles.next().value.join());
      };
      const walked = walk();
      const there = profilesOf(pack).map((possible) => possible.join());
      expect(walked.filter((possible) => !there.includes(possible))).toEqual([]);
      expect(walk()).toEqual(walked);
      const statesOf = (profiles: readonly string[]): readonly string[] =>
        [
          ...new Set(profiles.flatMap((profile) => profile.split(",").map((mask, at) => `${at} ${mask}`))),
        ].sort();
      expect(statesOf(walked)).toEqual(statesOf(there));
    }),
    { seed: 20_273, numRuns: 40 },
  );
});

it("changes an answer to the one profile that keeps all others but for what is implied, if there is one", () => {
  fc.assert(
    fc.property(generatedPack(size), fc.nat(), (pack, any) => {
      const profiles = profilesOf(pack);
      const possible = profiles[any % profiles.length] ?? [];
      for (const { index, states } of pack.variables) {
        for (const mask of states.map((_, state) => 1 << state)) {
          if (possible[index] === mask) continue;
          const found = profiles.filter((to) => to[index] === mask && keepsOthers(pack, possible, to, index));
          expect([changedProfile(pack, possible, index, mask)]).toEqual(found.length === 0 ? [null] : found);
        }
      }
    }),
    { seed: 20_274, numRuns: 40 },
  );
});

function keepsOthers(pack: CompiledPack, from: Possible, to: Possible, changed: number): boolean {
  return pack.variables.every(
    ({ index, question }) =>
      index === changed ||
      to[index] === from[index] ||
      pack.questions[question]?.implied.some(({ condition }) => holds(condition, to)) === true,
  );
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countProfiles,
  profilesWhere,
  profileWhere,
  profileWith,
  verdictCounts,
} from "../../../src/engine/count/whole-space.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Possible } from "../../../src/engine/model/profile.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { score } from "../../../src/engine/score/score.js";
import { completionsOf } from "../completions.js";
import { generatedPack } from "../generated-pack.js";

const run = { seed: 20_267, numRuns: 40 };

function everyProfile(pack: CompiledPack): readonly Possible[] {
  return completionsOf(pack, profileOf(pack, new Map()));
}

describe("against listing every profile", () => {
  it("counts them, and by verdict, and shows one of each", () => {
    fc.assert(
      fc.property(generatedPack(), (pack) => {
        const all = everyProfile(pack);
        expect(countProfiles(pack)).toBe(BigInt(all.length));
        const counts = verdictCounts(pack);
        for (const verdict of verdicts) {
          const expected = all.filter((possible) => score(pack, possible).verdict === verdict);
          expect(counts[verdict], verdict).toBe(BigInt(expected.length));
          expectOneOf(expected, profileWith(pack, verdict));
        }
      }),
      run,
    );
  });

  it("counts those on which a condition holds, and shows one on which it does and one on which it does not", () => {
    fc.assert(
      fc.property(generatedPack(), (pack) => {
        const all = everyProfile(pack);
        for (const { condition } of pack.rules) {
          const firing = all.filter((possible) => holds(condition, possible));
          expect(profilesWhere(pack, condition)).toBe(BigInt(firing.length));
          expectOneOf(firing, profileWhere(pack, condition, true));
          expectOneOf(
            all.filter((possible) => !firing.includes(possible)),
            profileWhere(pack, condition, false),
          );
        }
      }),
      run,
    );
  });
});

function expectOneOf(expected: readonly Possible[], found: Possible | null): void {
  if (found === null) expect(expected).toEqual([]);
  else expect(expected.map((possible) => possible.join())).toContain(found.join());
}

import fc from "fast-check";
import { expect, it } from "vitest";
import { distributionOver, eliminate } from "../../../src/engine/count/eliminate.js";
import { marginalsOf } from "../../../src/engine/count/marginals.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Profile } from "../../../src/engine/model/profile.js";
import { verdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { evaluate } from "../../../src/engine/score/score.js";
import { completionsOf } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { tinyPack } from "../tiny-pack.js";

function marginals(pack: CompiledPack, profile: Profile) {
  const space = openSpaceOf(pack, profile);
  const elimination = eliminate(space);
  const root = distributionOver(elimination);
  if (root === null) return null;
  return marginalsOf(space, elimination.circuit, root).map((states) =>
    states.map((counts) => verdicts.map((verdict) => counts[verdict])),
  );
}

it("counts the completions with each state by verdict, as listing them all does", () => {
  fc.assert(
    fc.property(generatedCase({ questions: 4, rules: 6 }), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      expect(marginals(pack, profile)).toEqual(naiveMarginals(pack, profile));
    }),
    { seed: 20_271, numRuns: 40 },
  );
});

it("counts along a chain of questions, each tied to the next, beside one that is tied to none", () => {
  const yesNo = ["yes", "no"];
  const pack = tinyPack({
    questions: { a: yesNo, b: yesNo, c: yesNo, free: yesNo },
    rules: [
      [{ a: "yes", b: "yes" }, { L: 1 }],
      [{ b: "yes", c: "yes" }, { N: 2 }],
      [{ free: "yes" }, { K: 1 }],
    ],
  });
  // Stateless: a and b alone. Stateful: b and c, with or without the others. Hybrid: the free one, but for b with c, as it
  // is kept and no less than what is against. For all others nothing counts.
  expect(marginals(pack, profileOf(pack, new Map()))).toEqual([
    [
      [1, 2, 3, 2],
      [0, 2, 3, 3],
    ],
    [
      [1, 4, 2, 1],
      [0, 0, 4, 4],
    ],
    [
      [0, 4, 2, 2],
      [1, 0, 4, 3],
    ],
    [
      [0, 2, 6, 0],
      [1, 2, 0, 5],
    ],
  ]);
});

/** By open variable, then by state. */
function naiveMarginals(pack: CompiledPack, profile: Profile): readonly (readonly (readonly number[])[])[] {
  const completions = completionsOf(pack, profile).map((possible) => ({
    possible,
    verdict: evaluate(pack, possible).verdict,
  }));
  return openSpaceOf(pack, profile).variables.map(({ index: variable, states }) =>
    states.map((_, state) => {
      const having = completions.filter(({ possible }) => possible[variable] === 1 << state);
      return verdicts.map((name) => having.filter(({ verdict }) => verdict === name).length);
    }),
  );
}

import { expect, it } from "vitest";
import { canDiffer, verdictOfSigns } from "../../../src/engine/count/margins.js";
import type { Verdict } from "../../../src/engine/model/verdict.js";
import { tinyPack } from "../tiny-pack.js";

// A bit for each margin that is not negative, in order.
const need = 1;
const bound = 2;
const evidence = 4;
const forbidsStateless = 8;
const forbidsStateful = 16;

it.each<readonly [string, number, number, Verdict, boolean]>([
  ["no sign is open", evidence, 0, "stateless", false],
  ["no sign is open, but another verdict is asked about", evidence, 0, "hybrid", true],
  ["boundness is open where no state is needed", evidence, bound, "stateless", false],
  ["a veto of stateful is, too", evidence, bound | forbidsStateful, "stateless", false],
  ["need is open", evidence | bound, need, "stateless", true],
  ["a veto of stateless is open", evidence, forbidsStateless, "stateless", true],
  ["need alone is open, and stateless is vetoed", evidence | forbidsStateless, need, "hybrid", false],
  ["boundness is open, too", evidence | forbidsStateless, need | bound, "hybrid", true],
  ["signs are open without evidence", 0, need | bound | forbidsStateless, "undecided", false],
])("whether a verdict can differ where %s", (_, signs, open, now, expected) => {
  const { forms } = tinyPack({ questions: { q: ["x", "y"] }, rules: [] });
  expect(canDiffer((pattern) => verdictOfSigns(forms, pattern), signs, open, now)).toBe(expected);
});

import { describe, expect, it } from "vitest";
import { witnessOf } from "../../../../src/engine/pack-tools/statistics/witness.js";
import { type TinyPack, tinyPack } from "../../tiny-pack.js";

/** Variables: talk, then one an option of `kinds`, then depth. */
const table: TinyPack = {
  questions: { talk: ["once", "ways"], kinds: ["game", "shop"], depth: ["flat", "deep"] },
  several: ["kinds"],
  rules: [
    [{ talk: "once" }, { need: -2 }],
    [{ kinds: "game" }, { need: 3 }],
    [{ kinds: "game" }, { place: 1 }],
    [{ depth: "deep" }, { given: "must", concern: "workflow" }],
  ],
  implied: [["depth", { talk: "once" }, "flat"]],
};

describe("a profile as answers", () => {
  it.each([
    [
      "leaves out what is implied, and says none where none is chosen",
      [1, 1, 1, 1],
      { talk: ["once"], kinds: ["none"] },
      "stateless",
    ],
    [
      "names the options that are chosen of several",
      [1, 2, 2, 1],
      { talk: ["once"], kinds: ["game", "shop"] },
      "stateful",
    ],
    [
      "names one of several alone",
      [2, 1, 2, 1],
      { talk: ["ways"], kinds: ["shop"], depth: ["flat"] },
      "undecided",
    ],
    [
      "names what would be implied by another answer",
      [2, 1, 1, 2],
      { talk: ["ways"], kinds: ["none"], depth: ["deep"] },
      "hybrid",
    ],
  ])("%s", (_, possible, options, verdict) => {
    const witness = witnessOf(tinyPack(table), possible);
    expect(Object.fromEntries(witness.answers)).toEqual(
      Object.fromEntries(
        Object.entries(options).map(([id, chosen]) => [id, { kind: "chosen", options: chosen, note: null }]),
      ),
    );
    expect(witness.verdict).toBe(verdict);
  });
});

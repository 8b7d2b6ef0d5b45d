import { expect, it } from "vitest";
import { witnessOf } from "../../../src/engine/analyse/witness.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

it.each([
  // Variables: style, depth, game, shop.
  { possible: [1, 1, 1, 1], answers: { style: "plain", kinds: "none" }, verdict: "undecided" },
  { possible: [2, 1, 2, 1], answers: { style: "rich", depth: "none", kinds: "game" }, verdict: "stateful" },
  {
    possible: [2, 2, 2, 2],
    answers: { style: "rich", depth: "deep", kinds: ["game", "shop"] },
    verdict: "stateless",
  },
])(
  "of $possible the answers are $answers, without those that others imply",
  ({ possible, answers, verdict }) => {
    const pack = tinyPack({
      questions: { style: ["plain", "rich"], depth: ["none", "deep"], kinds: ["game", "shop"] },
      several: ["kinds"],
      rules: [
        [{ kinds: "game" }, { N: 1 }],
        [{ kinds: "shop" }, { L: 2 }],
      ],
      implied: [["depth", { style: "plain" }, "none"]],
    });
    expect(witnessOf(pack, possible)).toEqual({ answers: answersOf(answers), verdict });
  },
);

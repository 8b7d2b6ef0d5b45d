import { describe, expect, it } from "vitest";
import { withinReach } from "../../../src/engine/count/cells.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { answersOf, type TinyPack, tinyPack } from "../tiny-pack.js";

const nothing = { need: 0, bound: 0, total: 0, vetoes: 0 };

function spaceOf(table: TinyPack, answers: Readonly<Record<string, string>>) {
  const pack = tinyPack(table);
  return openSpaceOf(pack, profileOf(pack, answersOf(answers)));
}

describe("what answers leave open", () => {
  it("holds what fires in any case once, and what can no longer fire not at all", () => {
    const { base, factors } = spaceOf(
      {
        questions: { talk: ["once", "ways"], keep: ["yes", "no"] },
        rules: [
          [{ talk: "once" }, { L: 2 }],
          [{ talk: "ways" }, { N: 3 }],
          [{ talk: "once", keep: "yes" }, { K: 1 }],
        ],
        vetoes: [[{ talk: "once" }, "stateful"]],
      },
      { talk: "once" },
    );
    // Need is F − L, bound is N − K; a veto against stateful is the second bit.
    expect(base).toEqual({ need: -2, bound: 0, total: 2, vetoes: 2 });
    expect(factors).toEqual([
      {
        scope: [0],
        cells: [{ need: 1, bound: -1, total: 1, vetoes: 0 }, nothing],
        range: { needLow: 0, needHigh: 1, boundLow: -1, boundHigh: 0, oneSided: 0 },
      },
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, readonly unknown[]]>([
    // Of none and plain, none and rich, deep and plain, deep and rich the third is ruled out.
    ["is open, with what it hangs on", {}, [{ scope: [0, 1], cells: [nothing, nothing, null, nothing] }]],
    ["hangs on an answer that implies nothing", { style: "rich" }, []],
    ["is given", { depth: "deep" }, []],
    ["is implied", { style: "plain" }, []],
  ])("an implication rules answers out where its question %s", (_, answers, expected) => {
    const { factors } = spaceOf(
      {
        questions: { depth: ["none", "deep"], style: ["plain", "rich"] },
        rules: [],
        implied: [["depth", { style: "plain" }, "none"]],
      },
      answers,
    );
    expect(factors.map(({ scope, cells }) => ({ scope, cells }))).toEqual(expected);
  });

  it.each([
    [16, 1],
    [17, null],
  ])("ties %i options of two together by one rule at most", (length, rules) => {
    // 2^16 cells are fewer than the limit of 100,000, 2^17 are more.
    const names = Array.from({ length }, (_, index) => `q${index}`);
    const table = {
      questions: Object.fromEntries(names.map((name) => [name, ["a", "b"]])),
      rules: [[Object.fromEntries(names.map((name) => [name, "a"])), { N: 1 }]],
    } as const;
    expect(withinReach(() => spaceOf(table, {}))?.factors.length ?? null).toBe(rules);
  });
});

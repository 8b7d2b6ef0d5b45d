import { describe, expect, it } from "vitest";
import { analyse, tryAnalyse, tryOutlook } from "../../../src/engine/analyse/analyse.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { tangledPack } from "../tangled-pack.js";
import { answersOf, type TinyPack, tinyPack } from "../tiny-pack.js";

/** `talk` gives N = 6 or L = 3, `keep` K = 2 or nothing, `size` L = 4 or nothing. */
const table: TinyPack = {
  questions: { talk: ["both-ways", "once"], keep: ["yes", "no"], size: ["large", "small"] },
  rules: [
    [{ talk: "both-ways" }, { N: 6 }],
    [{ talk: "once" }, { L: 3 }],
    [{ keep: "yes" }, { K: 2 }],
    [{ size: "large" }, { L: 4 }],
  ],
};

function analysed(pack: TinyPack, answers: Readonly<Record<string, string | readonly string[]>>) {
  const compiled = tinyPack(pack);
  return analyse(compiled, profileOf(compiled, answersOf(answers)));
}

describe("worked examples", () => {
  it("all answered: N = 6, K = 2, L = 4 is stateful", () => {
    const analysis = analysed(table, { talk: "both-ways", keep: "yes", size: "large" });
    // Need: (8 − 4)/(8 + 4) = 1/3. Bound: (6 − 2)/(6 + 2) = 1/2. The nearer one counts.
    expect(analysis.stability).toEqual({ radius: 1 / 3, boundary: "need", verdict: "stateless" });
    expect(analysis.reach).toEqual({ stateless: 0n, stateful: 1n, hybrid: 0n, undecided: 0n });
    expect(analysis.open).toEqual([]);
    expect(analysis.grade).toBe("firm");
    // Without the exchange both ways: K = 2 against L = 7. The other two alone change nothing.
    expect(analysis.tippingPoints).toEqual({
      points: [{ changes: [{ question: "talk", from: "both-ways", to: "once" }], verdict: "stateless" }],
      left: 0,
      complete: true,
      searched: 1,
    });
  });

  it("`keep` and `size` open: four completions, all alike", () => {
    const analysis = analysed(table, { talk: "once" });
    // L = 3 or 7 against K = 2 or 0: always stateless.
    expect(analysis.reach).toEqual({ stateless: 4n, stateful: 0n, hybrid: 0n, undecided: 0n });
    // L = 3 alone: (0 − 3) / (0 + 3), which no perturbation short of all turns.
    expect(analysis.stability).toEqual({ radius: null, boundary: null, verdict: null });
    expect(analysis.grade).toBe("firm");
  });

  it("only `talk` open: half of the completions each way, so its answer is worth one bit", () => {
    const analysis = analysed(table, { keep: "yes", size: "small" });
    // N = 6, K = 2 is stateful; K = 2, L = 3 is stateless.
    expect(analysis.reach).toEqual({ stateless: 1n, stateful: 1n, hybrid: 0n, undecided: 0n });
    // Unchanged: K = 2 alone is hybrid.
    expect(analysis.open).toEqual([{ question: "talk", valueOfInformation: 1, overturns: true }]);
    expect(analysis.grade).toBe("fragile");
  });

  it("nothing answered: values of information by hand", () => {
    const analysis = analysed(table, {});
    // talk both-ways: N = 6, K = 2 or 0, L = 4 or 0: stateful in all four. Once: L = 3 or 7, K = 2 or 0: stateless in all four.
    expect(analysis.reach).toEqual({ stateless: 4n, stateful: 4n, hybrid: 0n, undecided: 0n });
    expect(analysis.open.map(({ question, valueOfInformation }) => [question, valueOfInformation])).toEqual([
      ["talk", 1],
      ["keep", 0],
      ["size", 0],
    ]);
    expect(analysis.grade).toBeNull();
  });

  it("an implied question has one option left in the completions that imply it", () => {
    const pack: TinyPack = {
      questions: { style: ["plain", "rich"], depth: ["none", "some", "deep"] },
      rules: [
        [{ depth: "none" }, { L: 1 }],
        [{ depth: ["some", "deep"] }, { N: 1 }],
      ],
      implied: [["depth", { style: "plain" }, "none"]],
    };
    const analysis = analysed(pack, {});
    // plain → none; rich → none, some, deep: two stateless, two stateful.
    expect(analysis.reach).toEqual({ stateless: 2n, stateful: 2n, hybrid: 0n, undecided: 0n });
    // style: 1 − 3/4 · H(1/3); depth decides the verdict: one bit.
    const third = -(1 / 3) * Math.log2(1 / 3) - (2 / 3) * Math.log2(2 / 3);
    expect(analysis.open[0]).toEqual({ question: "depth", valueOfInformation: 1, overturns: true });
    expect(analysis.open[1]?.question).toBe("style");
    expect(analysis.open[1]?.valueOfInformation).toBeCloseTo(1 - 0.75 * third, 10);
  });

  it("a question that takes several is worth what its whole set of options tells", () => {
    const pack: TinyPack = {
      questions: { kinds: ["game", "shop"], base: ["yes", "no"] },
      several: ["kinds"],
      rules: [
        [{ kinds: "game" }, { N: 4 }],
        [{ kinds: "shop" }, { L: 3 }],
        [{ base: "yes" }, { L: 2 }],
      ],
    };
    const { open, reach, tippingPoints } = analysed(pack, { base: "yes" });
    // none: L 2; game: N 4, L 2; shop: L 5; both: N 4, L 5: one of four stateful.
    expect(reach).toEqual({ stateless: 3n, stateful: 1n, hybrid: 0n, undecided: 0n });
    const quarter = -0.25 * Math.log2(0.25) - 0.75 * Math.log2(0.75);
    expect(open[0]?.valueOfInformation).toBeCloseTo(quarter, 10);
    expect(open[0]?.overturns).toBe(true);
    // Leaving the stateless evidence out leaves nothing.
    expect(tippingPoints.points).toEqual([
      { changes: [{ question: "base", from: "yes", to: "no" }], verdict: "undecided" },
    ]);
    // N = 4 against L = 5: either of the two stateless points less is enough.
    const given = analysed(pack, { base: "yes", kinds: ["game", "shop"] });
    expect(given.tippingPoints.points).toEqual([
      { changes: [{ question: "kinds", from: "shop", to: null }], verdict: "stateful" },
      { changes: [{ question: "base", from: "yes", to: "no" }], verdict: "stateful" },
    ]);
  });

  it("takes two changes where one is not enough", () => {
    const pack: TinyPack = {
      questions: { a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] },
      rules: [
        [{ a: "x" }, { L: 3 }],
        [{ b: "x" }, { L: 3 }],
        [{ c: "x" }, { L: 1 }],
        [{ a: ["x", "y"], b: ["x", "y"], c: "x" }, { N: 2 }],
      ],
    };
    // L = 7, N = 2. Without a and b: L = 1, N = 2. Every other pair leaves L = 3 at least, N = 0.
    expect(analysed(pack, { a: "x", b: "x", c: "x" }).tippingPoints).toEqual({
      points: [
        {
          changes: [
            { question: "a", from: "x", to: "y" },
            { question: "b", from: "x", to: "y" },
          ],
          verdict: "stateful",
        },
      ],
      left: 0,
      complete: true,
      searched: 2,
    });
  });

  it("crosses both boundaries at once where a veto makes all but stateful the same", () => {
    const pack: TinyPack = {
      questions: { q: ["x", "y"] },
      rules: [
        [{ q: "x" }, { N: 1 }],
        [{ q: "x" }, { K: 3 }],
        [{ q: "x" }, { L: 8 }],
      ],
      vetoes: [[{ q: "x" }, "stateless"]],
    };
    // Thresholds: bound (3 − 1)/(3 + 1) = 1/2; need (8 − 4)/(8 + 4) = 1/3;
    // the K' that h allows, at most N(1 + r), must reach L(1 − r) − N(1 + r): 8(1 − r) ≤ 2(1 + r), r ≥ 3/5.
    expect(analysed(pack, { q: "x" }).stability).toEqual({
      radius: 3 / 5,
      boundary: "both",
      verdict: "stateful",
    });
  });

  it("names the boundary of need if both are as near", () => {
    const pack: TinyPack = {
      questions: { q: ["x", "y"] },
      rules: [
        [{ q: "x" }, { N: 4 }],
        [{ q: "x" }, { K: 2 }],
        [{ q: "x" }, { L: 3 }],
      ],
    };
    // Need: (6 − 3)/(6 + 3); bound: (4 − 2)/(4 + 2).
    expect(analysed(pack, { q: "x" }).stability).toEqual({
      radius: 1 / 3,
      boundary: "need",
      verdict: "stateless",
    });
  });

  it("counts beyond 2^53 exactly", () => {
    const names = Array.from({ length: 70 }, (_, index) => `q${index}`);
    const pack: TinyPack = {
      questions: Object.fromEntries(names.map((name) => [name, ["x", "y"]])),
      rules: names.map((name) => [{ [name]: "x" }, { L: 1 }]),
      settings: { minimumEvidence: 3 },
    };
    // Undecided with none, one or two of 70: 1 + 70 + 70 · 69 / 2.
    const undecided = 1n + 70n + 2415n;
    expect(analysed(pack, {}).reach).toEqual({
      stateless: 2n ** 70n - undecided,
      stateful: 0n,
      hybrid: 0n,
      undecided,
    });
  });
});

describe("questions that are tied too closely", () => {
  const pack = tangledPack();

  it("are reported, while they are open", () => {
    const profile = profileOf(pack, answersOf({}));
    expect(tryAnalyse(pack, profile)).toEqual({
      kind: "out-of-reach",
      questions: pack.questions,
    });
    expect(tryOutlook(pack, profile)).toBeNull();
  });

  it("are analysed once enough are answered", () => {
    const ids = pack.questions.map(({ id }) => id);
    const profile = profileOf(pack, answersOf(Object.fromEntries(ids.slice(1).map((id) => [id, "b"]))));
    // With an a before eleven b it is stateless; otherwise there is no evidence.
    const { reach, open } = analyse(pack, profile);
    expect(reach).toEqual({ stateless: 1n, stateful: 0n, hybrid: 0n, undecided: 3n });
    expect(tryOutlook(pack, profile)).toEqual({ reach, open });
    expect(tryAnalyse(pack, profile)).toMatchObject({ kind: "analysed", analysis: { reach, open } });
  });

  it("are no reason to hide what else is wrong", () => {
    const broken = { ...pack, rules: null } as never;
    const profile = profileOf(pack, answersOf({}));
    expect(() => tryAnalyse(broken, profile)).toThrow(TypeError);
    expect(() => tryOutlook(broken, profile)).toThrow(TypeError);
  });
});

import { describe, expect, it } from "vitest";
import { analyse, tryAnalyse, tryOutlook } from "../../../src/engine/analyse/analyse.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { smallPack } from "../small-pack.js";
import { tangledPack } from "../tangled-pack.js";
import { answersOf, type TinyPack, tinyPack } from "../tiny-pack.js";

/** `talk` says whether the conversation is kept, `keep` the task, and `size` speaks about the place. */
const table: TinyPack = {
  questions: { talk: ["both-ways", "once"], keep: ["yes", "no"], size: ["large", "small"] },
  rules: [
    [{ talk: "both-ways" }, { need: 3 }],
    [{ talk: "both-ways" }, { place: 3 }],
    [{ talk: "once" }, { need: -3 }],
    [{ keep: "yes" }, { need: 2, concern: "workflow" }],
    [{ size: "large" }, { place: -1 }],
  ],
};

const noReach = { stateless: 0n, stateful: 0n, hybrid: 0n, undecided: 0n };

function analysed(pack: TinyPack, answers: Readonly<Record<string, string | readonly string[]>>) {
  const compiled = tinyPack(pack);
  return analyse(compiled, profileOf(compiled, answersOf(answers)));
}

describe("worked examples", () => {
  it("all answered: A = 3, P = 3, Q = 1 is stateful", () => {
    const analysis = analysed(table, { talk: "both-ways", keep: "yes", size: "large" });
    const once = { question: "talk", from: "both-ways", to: "once" };
    expect(analysis).toEqual({
      // ρ = 3 / 3, π = (3 − 1) / (3 + 1): the nearer one counts.
      stability: { radius: 1 / 2, at: { concern: "interaction", form: "place" }, verdict: "hybrid" },
      reach: { ...noReach, stateful: 1n },
      open: [],
      trust: { grade: "firm", answers: "settled", weights: "robust", caps: [] },
      // Without the exchange both ways the task is still kept. The other two alone change nothing.
      tippingPoints: {
        points: [{ changes: [once], verdict: "hybrid" }],
        left: 0,
        complete: true,
        searched: 1,
      },
      concernTippingPoints: [
        { concern: "interaction", change: once, class: "not-kept" },
        { concern: "workflow", change: { question: "keep", from: "yes", to: "no" }, class: "not-kept" },
      ],
    });
  });

  it("`keep` and `size` open: four completions, half of them with a task that is kept", () => {
    const analysis = analysed(table, { talk: "once" });
    expect(analysis.reach).toEqual({ ...noReach, stateless: 2n, hybrid: 2n });
    // B = 3 alone: (3 − 0) / (3 + 0).
    expect(analysis.stability).toMatchObject({ radius: 1, verdict: "hybrid" });
    expect(analysis.open).toEqual([
      { question: "keep", valueOfInformation: 1, valueOfAsking: 1, bearsOnVerdict: true, overturns: true },
      { question: "size", valueOfInformation: 0, valueOfAsking: 0, bearsOnVerdict: false, overturns: false },
    ]);
    expect(analysis.trust).toEqual({ grade: "fragile", answers: "open", weights: "robust", caps: [] });
  });

  it("the same with a harmless option for what could change it", () => {
    const { trust } = analysed({ ...table, harmless: { keep: "no" } }, { talk: "once" });
    expect(trust).toEqual({ grade: "fair", answers: "assumed", weights: "robust", caps: [] });
  });

  it("only `talk` open: half of the completions each way, so its answer is worth one bit", () => {
    const analysis = analysed(table, { keep: "no", size: "small" });
    expect(analysis).toEqual({
      stability: { radius: null, at: null, verdict: null },
      reach: { ...noReach, stateless: 1n, stateful: 1n },
      open: [
        { question: "talk", valueOfInformation: 1, valueOfAsking: 1, bearsOnVerdict: true, overturns: true },
      ],
      trust: null,
      // A task that is kept says nothing about the conversation, nor does the place.
      tippingPoints: { points: [], left: 0, complete: true, searched: 2 },
      concernTippingPoints: [
        { concern: "workflow", change: { question: "keep", from: "no", to: "yes" }, class: "elsewhere" },
      ],
    });
  });

  it("nothing answered: values of information by hand", () => {
    const analysis = analysed(table, {});
    // Both ways: P = 3, Q = 1 or 0: stateful in all four. Once: hybrid in two and stateless in two.
    expect(analysis.reach).toEqual({ ...noReach, stateless: 2n, stateful: 4n, hybrid: 2n });
    // H(verdict) = 3/2. talk: half of the time nothing is left, else one bit. keep: one bit is left either way.
    expect(analysis.open.map(({ question, valueOfInformation }) => [question, valueOfInformation])).toEqual([
      ["talk", 1],
      ["keep", 0.5],
      ["size", 0],
    ]);
    expect(analysis.trust).toBeNull();
  });

  it("an implied question has one option left in the completions that imply it", () => {
    const pack: TinyPack = {
      questions: { style: ["plain", "rich"], depth: ["none", "some", "deep"] },
      rules: [
        [{ depth: "none" }, { need: -1 }],
        [{ depth: ["some", "deep"] }, { need: 1 }],
      ],
      implied: [["depth", { style: "plain" }, "none"]],
    };
    const analysis = analysed(pack, {});
    // plain → none; rich → none, some, deep: two stateless, two hybrid.
    expect(analysis.reach).toEqual({ ...noReach, stateless: 2n, hybrid: 2n });
    // style: 1 − 3/4 · H(1/3); depth decides the verdict: one bit.
    const third = -(1 / 3) * Math.log2(1 / 3) - (2 / 3) * Math.log2(2 / 3);
    const depth = {
      question: "depth",
      valueOfInformation: 1,
      valueOfAsking: 1,
      bearsOnVerdict: true,
      overturns: true,
    };
    expect(analysis.open[0]).toEqual(depth);
    expect(analysis.open[1]?.question).toBe("style");
    expect(analysis.open[1]?.valueOfInformation).toBeCloseTo(1 - 0.75 * third, 10);
  });

  it("what matters only together with an unsure answer is not worth asking, unless that answer may be implied", () => {
    const pack = tinyPack({
      questions: {
        base: ["any", "none"],
        held: ["yes", "no"],
        shared: ["yes", "no"],
        kind: ["booking", "other"],
      },
      rules: [
        [{ base: "any" }, { need: -1 }],
        [{ held: "yes", shared: "yes" }, { need: 2 }],
      ],
      implied: [["held", { kind: "booking" }, "yes"]],
    });
    const values = (given: Readonly<Record<string, string>>) => {
      const answers = new Map([...answersOf(given), ["held", { kind: "unsure", note: null } as const]]);
      const { open } = analyse(pack, profileOf(pack, answers));
      return new Map(open.map((each) => [each.question, each]));
    };
    // Kept in one of four ways, which have `shared`: H(1/4) − 1/2 · H(1/2).
    const quarter = -0.25 * Math.log2(0.25) - 0.75 * Math.log2(0.75);
    const other = values({ base: "any", kind: "other" });
    expect(other.get("shared")?.valueOfInformation).toBeCloseTo(quarter - 0.5, 10);
    expect(other.get("shared")?.valueOfAsking).toBe(0);
    // With `kind` open, `held` is known in two of the four ways to answer `kind` and `shared`; kept in one of them.
    const open = values({ base: "any" });
    expect(open.get("shared")?.valueOfAsking).toBeCloseTo(quarter - 0.5, 10);
    expect(open.get("kind")?.valueOfAsking).toBeCloseTo(quarter - 0.5, 10);
    expect(open.get("held")?.valueOfAsking).toBe(0);
  });

  it.each<[what: string, kept: readonly Readonly<Record<string, string>>[]]>([
    [
      "two answers that are the same",
      [
        { from: "a", to: "a" },
        { from: "b", to: "b" },
      ],
    ],
    ["any two answers", ["a", "b"].flatMap((from) => ["a", "b"].map((to) => ({ from, to })))],
  ])("answers bear on a verdict that changes with %s, though each tells nothing of it", (_, kept) => {
    const pack: TinyPack = {
      questions: { base: ["any", "none"], from: ["a", "b"], to: ["a", "b"], idle: ["a", "b"] },
      rules: [[{ base: "any" }, { need: -1 }], ...kept.map((when) => [when, { need: 2 }] as const)],
    };
    const bearing = (answers: Readonly<Record<string, string>>) =>
      analysed(pack, answers)
        .open.filter(({ bearsOnVerdict }) => bearsOnVerdict)
        .map(({ question, valueOfAsking, overturns }) => [question, valueOfAsking, overturns]);
    expect(bearing({ base: "any" })).toEqual([
      ["from", 0, false],
      ["to", 0, false],
    ]);
    expect(bearing({ base: "any", from: "a", to: "a" })).toEqual([]);
  });

  it("a question that takes several is worth what its whole set of options tells", () => {
    const pack: TinyPack = {
      questions: { kinds: ["game", "shop"], base: ["yes", "no"] },
      several: ["kinds"],
      rules: [
        [{ kinds: "game" }, { need: 4 }],
        [{ kinds: "shop" }, { need: -3 }],
        [{ base: "yes" }, { need: -2 }],
      ],
    };
    const { open, reach, tippingPoints } = analysed(pack, { base: "yes" });
    // Against two points: none, three more against, four for, or four for and three more against: one of four is kept.
    expect(reach).toEqual({ ...noReach, stateless: 3n, hybrid: 1n });
    const quarter = -0.25 * Math.log2(0.25) - 0.75 * Math.log2(0.75);
    expect(open[0]?.valueOfInformation).toBeCloseTo(quarter, 10);
    expect(open[0]?.overturns).toBe(true);
    // Without the points against nothing is known.
    expect(tippingPoints.points).toEqual([
      { changes: [{ question: "base", from: "yes", to: "no" }], verdict: "undecided" },
    ]);
    // Four against five: either of the two against less is enough.
    const given = analysed(pack, { base: "yes", kinds: ["game", "shop"] });
    expect(given.tippingPoints.points).toEqual([
      { changes: [{ question: "kinds", from: "shop", to: null }], verdict: "hybrid" },
      { changes: [{ question: "base", from: "yes", to: "no" }], verdict: "hybrid" },
    ]);
  });

  it("takes two changes where one is not enough", () => {
    const pack: TinyPack = {
      questions: { a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] },
      rules: [
        [{ a: "x" }, { need: -3 }],
        [{ b: "x" }, { need: -3 }],
        [{ c: "x" }, { need: -1 }],
        [{ a: ["x", "y"], b: ["x", "y"], c: "x" }, { need: 2 }],
      ],
    };
    // Two against seven. Without a and b: two against one. Every other pair leaves three against at least, or none for.
    expect(analysed(pack, { a: "x", b: "x", c: "x" }).tippingPoints).toEqual({
      points: [
        {
          changes: [
            { question: "a", from: "x", to: "y" },
            { question: "b", from: "x", to: "y" },
          ],
          verdict: "hybrid",
        },
      ],
      left: 0,
      complete: true,
      searched: 2,
    });
  });

  it("counts beyond 2^53 exactly", () => {
    const names = Array.from({ length: 70 }, (_, index) => `q${index}`);
    const pack: TinyPack = {
      questions: Object.fromEntries(names.map((name) => [name, ["x", "y"]])),
      rules: names.map((name) => [{ [name]: "x" }, { need: -1 }]),
    };
    // Undecided with none.
    expect(analysed(pack, {}).reach).toEqual({ ...noReach, stateless: 2n ** 70n - 1n, undecided: 1n });
  });

  it("trusts a verdict less where answers do not fit each other", () => {
    const trustIn = (order: string) => {
      const pack = smallPack();
      const answers = answersOf({ style: "apart", load: "few", kinds: ["neither"], order });
      return analyse(pack, profileOf(pack, answers)).trust;
    };
    expect(trustIn("any")).toEqual({ grade: "firm", answers: "settled", weights: "robust", caps: [] });
    expect(trustIn("strict")).toEqual({
      grade: "fair",
      answers: "settled",
      weights: "robust",
      caps: ["clash"],
    });
  });
});

describe("questions that are tied too closely", () => {
  const pack = tangledPack();

  it("are reported, while they are open", () => {
    const profile = profileOf(pack, answersOf({}));
    const analysed = tryAnalyse(pack, profile);
    const named = analysed.kind === "out-of-reach" ? analysed.questions : [];
    expect(named.length).toBeGreaterThan(1);
    expect(named).toEqual(pack.questions.filter((question) => named.includes(question)));
    expect(tryOutlook(pack, profile)).toBeNull();
  });

  it("are analysed once enough are answered", () => {
    const ids = pack.questions.map(({ id }) => id);
    const profile = profileOf(pack, answersOf(Object.fromEntries(ids.slice(1).map((id) => [id, "b"]))));
    // With an a before eleven b it is stateless; otherwise nothing is known.
    const { reach, open } = analyse(pack, profile);
    expect(reach).toEqual({ ...noReach, stateless: 1n, undecided: 3n });
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

import { describe, expect, it } from "vitest";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import type { ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import type {
  Backing,
  Clash,
  Guidance,
  Implication,
  Pack,
  Placement,
  Question,
  Tradeoff,
} from "../../../src/engine/model/pack.js";
import { allOf, barePack, bareQuestion, bareRule, compiled } from "../bare-pack.js";
import { tinyPack } from "../tiny-pack.js";

const kept = { need: 1 };

function implied(when: Condition, answer: string): Implication {
  return { when, answer, because: "" };
}

/** The compiler's problems with a pack whose entries have no known place. */
function problemsOf(pack: Pack): readonly ProblemDetail[] {
  const outcome = compilePack(pack);
  if (outcome.kind === "ok") return [];
  return outcome.problems.map(({ severity, file, at, ...detail }) => {
    expect({ severity, file, at }).toEqual({ severity: "error", file: "", at: null });
    return detail;
  });
}

/** Questions that can be answered with yes or no. */
function yesOrNo(...ids: readonly string[]): readonly Question[] {
  return ids.map((id) => bareQuestion(id, ["yes", "no"]));
}

describe("a compiled pack", () => {
  it("has its conditions as terms, its entries in their order, and its questions so that those that imply come first", () => {
    const when = allOf({ load: "few", kinds: "games" });
    const placement: Placement = {
      ...{ id: "here", concern: "session", place: "nowhere", pattern: null, beside: null },
      ...{ because: "", sources: [] },
      when: null,
    };
    const tradeoff: Tradeoff = {
      ...{ id: "fast", style: "stateful", kind: "advantage", places: null, text: "", mitigation: null },
      ...{ sources: [], when },
    };
    const guidance: Guidance = {
      ...{ id: "again", topic: "retries", verdict: null, places: null, text: "", because: "", sources: [] },
      when,
    };
    const backing: Backing = { id: "log", pattern: "", because: "", sources: [], when };
    const clash: Clash = { id: "clash", when, because: "", reconsider: "load" };
    const implication = implied(allOf({ load: "many" }), "steps");
    const pack = barePack({
      questions: [
        bareQuestion("style", ["apart", "steps"], { implied: [implication] }),
        bareQuestion("load", ["few", "some", "many"]),
        bareQuestion("kinds", [], {
          several: true,
          options: [
            ...bareQuestion("", ["games", "shops"]).options,
            { id: "neither", label: "", help: "", examples: [], none: true },
          ],
        }),
      ],
      rules: [
        bareRule("rule", when, kept),
        bareRule("given", { kind: "not", of: allOf({ style: "apart" }) }, { given: "may-not-bind" }),
      ],
      placements: [placement, { ...placement, id: "there", concern: "workflow", when }],
      backings: [backing, { ...backing, id: "store", when: null }],
      clashes: [clash],
      tradeoffs: [tradeoff, { ...tradeoff, id: "spread", when: null }],
      guidance: [guidance, { ...guidance, id: "once", when: null }],
      criteria: [{ id: "claim", from: null, section: "", claim: "", contested: null }],
      references: [{ id: "paper", title: "", url: null }],
      patterns: [],
    });
    const found = compiled(pack);
    const [style, load, kinds] = found.questions;
    expect(found.variables).toEqual([
      { index: 0, question: style, states: ["apart", "steps"], full: 3 },
      { index: 1, question: load, states: ["few", "some", "many"], full: 7 },
      { index: 2, question: kinds, states: ["", "games"], full: 3 },
      { index: 3, question: kinds, states: ["", "shops"], full: 3 },
    ]);
    const [ofStyle, ofLoad, games, shops] = found.variables;
    expect(found.questions).toEqual([
      {
        ...pack.questions[0],
        index: 0,
        variables: [ofStyle],
        implied: [{ ...implication, condition: [[{ variable: ofLoad, mask: 4 }]], mask: 2 }],
      },
      { ...pack.questions[1], index: 1, variables: [ofLoad] },
      { ...pack.questions[2], index: 2, variables: [games, shops] },
    ]);
    // One term of two literals.
    const condition = [
      [
        { variable: ofLoad, mask: 0b01 },
        { variable: games, mask: 0b10 },
      ],
    ];
    const { variables, questions, ...rest } = found;
    expect(rest).toEqual({
      source: pack,
      questionsById: new Map([
        ["style", style],
        ["load", load],
        ["kinds", kinds],
      ]),
      implicationOrder: [load, style, kinds],
      rules: [
        { entry: pack.rules[0], condition },
        { entry: pack.rules[1], condition: [[{ variable: ofStyle, mask: 2 }]] },
      ],
      placements: [
        { entry: pack.placements[0], condition: null },
        { entry: pack.placements[1], condition },
      ],
      backings: [
        { entry: pack.backings[0], condition },
        { entry: pack.backings[1], condition: null },
      ],
      clashes: [{ entry: pack.clashes[0], condition }],
      tradeoffs: [
        { entry: pack.tradeoffs[0], condition },
        { entry: pack.tradeoffs[1], condition: null },
      ],
      guidance: [
        { entry: pack.guidance[0], condition },
        { entry: pack.guidance[1], condition: null },
      ],
      patterns: new Map(),
      criteria: new Map([["claim", pack.criteria[0]]]),
      references: new Map([["paper", pack.references[0]]]),
      shares: 2,
    });
  });

  it("has no cases of what a question that it does not have says, or does not say", () => {
    const other: Condition = { kind: "answer", question: "other", options: ["x"] };
    const tradeoff: Tradeoff = {
      ...{ id: "fast", style: "stateful", kind: "advantage", places: null, text: "", mitigation: null },
      ...{ sources: [], when: other },
    };
    const not: Tradeoff = { ...tradeoff, id: "slow", when: { kind: "not", of: other } };
    const { tradeoffs } = compiled(barePack({ questions: yesOrNo("a", "b"), tradeoffs: [tradeoff, not] }));
    expect(tradeoffs.map(({ condition }) => condition)).toEqual([[], []]);
  });

  it("shares the points of its rules exactly among any number of the questions that each binds", () => {
    const questions = { a: ["x", "y"], b: ["x", "y"], c: ["x", "y"], d: ["x", "y"] };
    const sharesOf = (...whens: readonly Readonly<Record<string, string>>[]): number =>
      tinyPack({ questions, rules: whens.map((when) => [when, { need: -1 }]) }).shares;
    expect(sharesOf()).toBe(1);
    expect(sharesOf({ a: "x" }, { b: "x" })).toBe(1);
    expect(sharesOf({ a: "x", b: "x", c: "x" }, { b: "x" })).toBe(6);
    // Two of the four may bind it alone, or three: thirds are needed as well as quarters.
    expect(sharesOf({ a: "x", b: "x", c: "x", d: "x" })).toBe(12);
  });

  it("orders questions behind all that can imply their answers, however many steps away, and else as they are written", () => {
    const chain = tinyPack({
      questions: { d: ["x", "y"], c: ["x", "y"], z: ["x", "y"], b: ["x", "y"], a: ["x", "y"] },
      rules: [],
      implied: [
        ["d", { c: "x" }, "x"],
        ["c", { a: "x", b: "x" }, "x"],
        ["b", { a: "y" }, "y"],
      ],
    });
    const names = chain.implicationOrder.map(({ id }) => id);
    expect(names).toEqual(["z", "a", "b", "c", "d"]);
  });
});

describe("a pack that cannot be compiled", () => {
  it("has implications that form a circle: its questions are named, not those that lead into it", () => {
    const questions = [
      ...yesOrNo("free"),
      bareQuestion("in", ["yes", "no"], { implied: [implied(allOf({ a: "yes" }), "yes")] }),
      bareQuestion("a", ["yes", "no"], { implied: [implied(allOf({ free: "no", b: "yes" }), "yes")] }),
      bareQuestion("b", ["yes", "no"], { implied: [implied(allOf({ c: "yes" }), "yes")] }),
      bareQuestion("c", ["yes", "no"], { implied: [implied(allOf({ a: "no" }), "no")] }),
    ];
    const circle = { code: "implication-cycle", questions: ["a", "b", "c"] };
    expect(problemsOf(barePack({ questions }))).toEqual([circle]);
    const told = compilePack(barePack({ questions }), (id) => ({ file: `${id}.yaml`, at: null }));
    expect(told).toEqual({
      kind: "failed",
      problems: [{ severity: "error", file: "a.yaml", at: null, ...circle }],
    });
  });

  it.each<[what: string, implied: readonly Implication[], answers: readonly string[] | null]>([
    [
      "can hold at once and disagree",
      [implied(allOf({ a: "yes" }), "yes"), implied(allOf({ b: "yes" }), "no")],
      ["yes", "no"],
    ],
    ["exclude each other", [implied(allOf({ a: "yes" }), "yes"), implied(allOf({ a: "no" }), "no")], null],
    ["agree", [implied(allOf({ a: "yes" }), "no"), implied(allOf({ b: "yes" }), "no")], null],
    [
      "meet in one of their cases alone",
      [
        implied({ kind: "any", of: [allOf({ a: "yes", b: "yes" }), allOf({ a: "no", b: "no" })] }, "no"),
        implied({ kind: "any", of: [allOf({ a: "yes", b: "no" }), allOf({ a: "no", c: "yes" })] }, "yes"),
      ],
      ["no", "yes"],
    ],
    [
      "disagree, two that agree with each other standing between them",
      [
        implied(allOf({ a: "yes" }), "yes"),
        implied(allOf({ a: "yes", b: "yes" }), "yes"),
        implied(allOf({ a: "no" }), "no"),
        implied(allOf({ a: "no", c: "yes" }), "no"),
      ],
      null,
    ],
  ])("has implications of one question that %s", (_, all, answers) => {
    const questions = [...yesOrNo("a", "b", "c"), bareQuestion("d", ["yes", "no"], { implied: all })];
    expect(problemsOf(barePack({ questions }))).toEqual(
      answers === null ? [] : [{ code: "implication-conflict", question: "d", answers }],
    );
  });

  it("has implications whose cases are too many to compare with each other", () => {
    const letters = Array.from({ length: 25 }, (_, index) => `o${index}`);
    const others = Array.from({ length: 16 }, (_, index) => `q${index}`);
    /** This many terms, each of twenty questions, none of which holds if `x` is answered differently. */
    const cases = (x: string, count: number): Condition => ({
      kind: "any",
      of: Array.from({ length: count }, (_, index) =>
        allOf({
          a: `o${index % 25}`,
          b: `o${Math.floor(index / 25)}`,
          x,
          ...Object.fromEntries(others.map((id) => [id, "yes"])),
        }),
      ),
    });
    const packWith = (count: number): Pack =>
      barePack({
        questions: [
          ...[bareQuestion("a", letters), bareQuestion("b", letters), ...yesOrNo("x", ...others)],
          bareQuestion("z", ["yes", "no"], {
            implied: [implied(cases("yes", 400), "yes"), implied(cases("no", count), "no")],
          }),
        ],
      });
    expect(problemsOf(packWith(25))).toEqual([]);
    expect(problemsOf(packWith(150))).toEqual([{ code: "condition-too-complex", id: "z", limit: 512 }]);
  });

  it("implies an answer to a question that takes several", () => {
    const several = bareQuestion("s", [], {
      several: true,
      options: [
        { id: "x", label: "", help: "", examples: [], none: false },
        { id: "none", label: "", help: "", examples: [], none: true },
      ],
      implied: [implied(allOf({ a: "yes" }), "x")],
    });
    expect(problemsOf(barePack({ questions: [...yesOrNo("a"), several] }))).toEqual([
      { code: "implication-of-several", question: "s" },
    ]);
  });

  it("has rules and clashes that always hold", () => {
    const always: Condition = { kind: "any", of: [allOf({ a: "yes" }), allOf({ a: "no" })] };
    const pack = barePack({
      questions: yesOrNo("a"),
      rules: [bareRule("at-times", allOf({ a: "yes" }), kept), bareRule("always", always, kept)],
      clashes: [{ id: "ever", when: always, because: "", reconsider: "a" }],
    });
    expect(problemsOf(pack)).toEqual([
      { code: "always-holds", id: "always" },
      { code: "always-holds", id: "ever" },
    ]);
  });

  it("has no rule that falls into few cases and whose negation falls into too many", () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const when: Condition = {
      kind: "any",
      of: numbers.map((n) => allOf({ [`p${n}`]: "yes", [`q${n}`]: "yes" })),
    };
    const questions = yesOrNo(...numbers.flatMap((n) => [`p${n}`, `q${n}`]));
    expect(problemsOf(barePack({ questions, rules: [bareRule("rule", when, kept)] }))).toEqual([]);
    const negation = bareRule("rule", { kind: "not", of: when }, kept);
    expect(problemsOf(barePack({ questions, rules: [negation] }))).toEqual([
      { code: "condition-too-complex", id: "rule", limit: 512 },
    ]);
  });

  it("has a rule that binds more questions than points can be shared among", () => {
    const ruleOver = (count: number): Pack => {
      const ids = Array.from({ length: count }, (_, index) => `q${index}`);
      const when = allOf(Object.fromEntries(ids.map((id) => [id, "yes"])));
      return barePack({ questions: yesOrNo(...ids), rules: [bareRule("rule", when, kept)] });
    };
    expect(problemsOf(ruleOver(20))).toEqual([]);
    expect(problemsOf(ruleOver(21))).toEqual([
      { code: "too-many", what: "questions in one rule", limit: 20 },
    ]);
  });

  it("has conditions that fall into too many cases: each is reported where it is", () => {
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const when: Condition = {
      kind: "all",
      of: numbers.map((n) => ({
        kind: "any",
        of: [allOf({ [`p${n}`]: "yes" }), allOf({ [`q${n}`]: "yes" })],
      })),
    };
    const pack = barePack({
      questions: [
        ...yesOrNo(...numbers.flatMap((n) => [`p${n}`, `q${n}`])),
        bareQuestion("z", ["yes", "no"], { implied: [implied(when, "yes")] }),
      ],
      rules: [bareRule("fine", allOf({ p0: "yes" }), kept), bareRule("rule", when, kept)],
      clashes: [{ id: "clash", when, because: "", reconsider: "p0" }],
      backings: [{ id: "log", when, pattern: "any-store", because: "", sources: [] }],
      tradeoffs: [
        {
          ...{ id: "fast", style: "stateful", kind: "advantage", places: null, text: "", mitigation: null },
          ...{ sources: [], when },
        },
      ],
    });
    const at = (id: string) => ({ file: `${id}.yaml`, line: 1, column: 1, width: 1, lineText: id });
    expect(compilePack(pack, (id) => ({ file: `${id}.yaml`, at: at(id) }))).toEqual({
      kind: "failed",
      problems: ["z", "rule", "clash", "log", "fast"].map((id) => ({
        ...{ severity: "error", file: `${id}.yaml`, at: at(id) },
        ...{ code: "condition-too-complex", id, limit: 512 },
      })),
    });
  });
});

import { describe, expect, it } from "vitest";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Guidance, Placement, Tradeoff } from "../../../src/engine/model/pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type When } from "../bare-pack.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

const nothing = { live: 0, kept: 0, stateful: 0, stateless: 0 };

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

/** Rules and vetoes that fired, each with the questions that made it fire. */
const firedIn = ({ rules, vetoes }: Recommendation) => [
  ...rules.map(({ rule, questions }) => [rule.id, ...questions]),
  ...vetoes.map(({ veto, questions }) => [veto.id, ...questions]),
];

describe("a recommendation on the small pack", () => {
  it("shows what decided, heaviest first, and concerns without state", () => {
    const all = { style: "apart", load: "many", kinds: ["shops", "games"], order: "strict" };
    const shown = recommended(smallPack(), answersOf(all));
    // N = 1, K = 2, L = 4; the rule over two questions gives each of them half of its points.
    expect(shown).toMatchObject({ verdict: "stateless", balance: -1 / 7, boundness: 1 / 3 });
    expect(firedIn(shown)).toEqual([
      ["alone", "style"],
      ["ordered-games", "kinds", "order"],
      ["crowds", "load"],
    ]);
    const half = { implied: false, live: 1, kept: 2, stateless: 0, denominator: 2 };
    expect(shown.contributions).toEqual([
      { ...half, question: "style", live: 0, kept: 0, stateless: 6 },
      { ...half, question: "kinds" },
      { ...half, question: "order" },
      { ...half, question: "load", live: 0, kept: 0, stateless: 2 },
    ]);
    const placement = { id: "nothing-there", place: "nowhere", pattern: null, because: "There is none." };
    const stateless = (points: number) => ({ ...nothing, stateless: points });
    expect(shown.concerns).toMatchObject([
      { concern: "interaction", scores: stateless(3), balance: -1, placement },
      {
        concern: "session",
        scores: { live: 1, kept: 2, stateful: 3, stateless: 0 },
        balance: 1,
        placement: null,
      },
      { concern: "workflow", scores: nothing, balance: null, placement: null },
      { concern: "sync", scores: nothing, balance: null, placement: null },
      { concern: "operation", scores: stateless(1), balance: -1, placement: null },
    ]);
    expect([idsOf(shown.tradeoffs), idsOf(shown.guidance), shown.open]).toEqual([["spread"], ["retry"], []]);
    expect([...shown.questions.keys()]).toEqual(["style", "load", "kinds", "order"]);
  });

  it("shows the veto, the pattern that holds the state, and what its place brings and costs", () => {
    const shown = recommended(smallPack(), answersOf({ style: "stream" }));
    expect(firedIn(shown)).toEqual([
      ["streams", "style"],
      ["stream-needs-state", "style"],
    ]);
    expect(shown.concerns[0]?.placement).toMatchObject({
      id: "on-the-wire",
      place: "connection",
      pattern: { id: "socket", title: "Socket" },
    });
    expect([idsOf(shown.tradeoffs), idsOf(shown.guidance)]).toEqual([["fast", "lost"], []]);
  });

  it("distinguishes given answers from implied ones, with notes and reasons, options in the pack's order", () => {
    const answers: Answers = new Map([
      ["style", { kind: "chosen", options: ["apart"], note: "By contract." }],
      ["kinds", { kind: "chosen", options: ["shops", "games"], note: null }],
      ["order", { kind: "unsure", note: "Ask them." }],
    ]);
    const shown = recommended(smallPack(), answers);
    const talk = { topic: "talk", state: "given", note: null, impliedBecause: null };
    expect(shown.answers).toEqual([
      {
        ...talk,
        question: "style",
        ask: "How do they talk?",
        options: [{ id: "apart", label: "Apart" }],
        note: "By contract.",
      },
      {
        ...talk,
        question: "kinds",
        ask: "What is it?",
        options: [
          { id: "games", label: "Games" },
          { id: "shops", label: "Shops" },
        ],
      },
      {
        ...talk,
        question: "order",
        ask: "Must it be in order?",
        options: [{ id: "any", label: "Any order" }],
        state: "implied",
        note: "Ask them.",
        impliedBecause: "Nothing is sent.",
      },
    ]);
    expect(shown.open.map(({ question }) => question)).toEqual(["load"]);
  });

  it("takes an implied answer from what implies it, without a note that nobody wrote", () => {
    const shown = recommended(smallPack(), answersOf({ style: "apart" }));
    expect(shown.answers[1]).toMatchObject({ question: "order", state: "implied", note: null });
    expect(shown.answers[1]?.impliedBecause).toBe("Nothing is sent.");
  });

  it("reports no option for an answer whose word the pack does not know", () => {
    const shown = recommended(smallPack(), answersOf({ style: "pigeons", kinds: ["pigeons", "games"] }));
    expect(shown.answers.map(({ question, options }) => [question, idsOf(options)])).toEqual([
      ["style", []],
      ["kinds", ["games"]],
    ]);
  });
});

describe("what made a rule fire", () => {
  it("of alternatives, are the questions of those that hold", () => {
    const either = {
      kind: "any",
      of: [allOf({ a: "x" }), allOf({ b: "x", c: "x" })],
    } as const;
    const pack = compiled(
      barePack({
        questions: ["a", "b", "c"].map((id) => bareQuestion(id, ["x", "y"])),
        rules: [bareRule("either", either, { live: 0, kept: 0, stateless: 1 })],
      }),
    );
    expect(firedIn(recommended(pack, answersOf({ a: "x", c: "x" })))).toEqual([["either", "a"]]);
    expect(firedIn(recommended(pack, answersOf({ b: "x", c: "x" })))).toEqual([["either", "b", "c"]]);
    expect(firedIn(recommended(pack, answersOf({ b: "x", c: "y" })))).toEqual([]);
  });

  it("may be an implied answer, which its contribution is marked with", () => {
    const pack = tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y"] },
      rules: [[{ b: "x" }, { L: 3 }]],
      implied: [["b", { a: "x" }, "x"]],
    });
    const contribution = { question: "b", live: 0, kept: 0, stateless: 3, denominator: 1 };
    expect(recommended(pack, answersOf({ a: "x" })).contributions).toEqual([
      { ...contribution, implied: true },
    ]);
    expect(recommended(pack, answersOf({ b: "x" })).contributions).toEqual([
      { ...contribution, implied: false },
    ]);
  });
});

describe("what is worth answering", () => {
  // a decides nothing; b decides on its own if it is x or y, and leaves it to c if it is z.
  const pack = () =>
    tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y", "z"], c: ["x", "y"] },
      rules: [
        [{ b: "x" }, { L: 1 }],
        [{ b: "y" }, { N: 1 }],
        [{ b: "z", c: "x" }, { L: 1 }],
        [{ b: "z", c: "y" }, { N: 1 }],
      ],
    });
  const unsure: Answers = new Map([["a", { kind: "unsure", note: null }]]);

  it("comes first, with what it is worth, and what is unsure is marked", () => {
    const { open } = recommended(pack(), unsure);
    // Six equally likely answers to b and c come to three of each verdict: one bit. b leaves a third of it open; c
    // leaves the entropy of one in three.
    const oneInThree = Math.log2(3) - 2 / 3;
    expect(open.map(({ valueOfInformation: bits, ...rest }) => [rest, bits?.toFixed(9)])).toEqual([
      [{ question: "b", ask: "", unsure: false, overturns: true }, (2 / 3).toFixed(9)],
      [{ question: "c", ask: "", unsure: false, overturns: false }, (1 - oneInThree).toFixed(9)],
      [{ question: "a", ask: "", unsure: true, overturns: false }, (0).toFixed(9)],
    ]);
  });

  it("is not known without an analysis, and is in the pack's order", () => {
    const { open, analysis } = recommended(pack(), unsure, false);
    expect(analysis).toBeNull();
    const unknown = { ask: "", unsure: false, valueOfInformation: null, overturns: false };
    expect(open).toEqual([
      { ...unknown, question: "a", unsure: true },
      { ...unknown, question: "b" },
      { ...unknown, question: "c" },
    ]);
  });
});

describe("tradeoffs and guidance", () => {
  const sourceless = { when: null, places: null, text: "", sources: [] };
  const tradeoff = (id: string, style: Tradeoff["style"], more: Partial<Tradeoff> = {}): Tradeoff => ({
    ...sourceless,
    id,
    style,
    kind: "advantage",
    mitigation: null,
    ...more,
  });
  const guidance = (id: string, more: Partial<Guidance> = {}): Guidance => ({
    ...sourceless,
    id,
    topic: "retries",
    verdict: null,
    because: "",
    ...more,
  });
  const placed = (concern: Placement["concern"], place: Placement["place"], when: When): Placement => ({
    id: `${concern}-${place}`,
    concern,
    place,
    when: allOf(when),
    verdict: null,
    evidence: null,
    pattern: null,
    because: "",
    sources: [],
  });
  const pack = () =>
    compiled(
      barePack({
        questions: [bareQuestion("a", ["live", "kept", "none"]), bareQuestion("b", ["x", "y"])],
        rules: [
          bareRule("live", allOf({ a: "live" }), { live: 1, kept: 0, stateless: 0 }),
          bareRule("kept", allOf({ a: "kept" }), { live: 0, kept: 1, stateless: 0 }),
          bareRule("none", allOf({ a: "none" }), { live: 0, kept: 0, stateless: 1 }),
        ],
        placements: [
          placed("interaction", "connection", { a: "live" }),
          placed("session", "client", { a: "live" }),
          placed("session", "request", { a: "kept" }),
        ],
        tradeoffs: [
          tradeoff("of-stateful", "stateful"),
          tradeoff("of-stateless", "stateless"),
          tradeoff("with-b", "stateless", { when: allOf({ b: "x" }) }),
          tradeoff("at-server-or-connection", "stateful", { places: ["shared-store", "connection"] }),
          tradeoff("of-session-at-client", "stateful", { places: ["session/client"] }),
          tradeoff("of-session-at-connection", "stateful", { places: ["session/connection"] }),
        ],
        guidance: [
          guidance("always"),
          guidance("unless-stateful", { verdict: ["stateless", "hybrid"] }),
          guidance("with-b", { when: allOf({ b: "x" }) }),
          guidance("in-request", { places: ["request"] }),
        ],
      }),
    );

  it.each([
    [
      "stateful",
      { a: "live" },
      ["of-stateful", "at-server-or-connection", "of-session-at-client"],
      ["always"],
    ],
    ["hybrid", { a: "kept" }, ["of-stateful", "of-stateless"], ["always", "unless-stateful", "in-request"]],
    ["stateless", { a: "none", b: "y" }, ["of-stateless"], ["always", "unless-stateful"]],
    ["stateless", { a: "none", b: "x" }, ["of-stateless", "with-b"], ["always", "unless-stateful", "with-b"]],
    ["undecided", { b: "x" }, [], []],
  ])(
    "of a verdict that is %s on %j are those of its styles, places and conditions",
    (verdict, given, tradeoffs, advice) => {
      const shown = recommended(pack(), answersOf(given as Parameters<typeof answersOf>[0]));
      expect(shown.verdict).toBe(verdict);
      expect([idsOf(shown.tradeoffs), idsOf(shown.guidance)]).toEqual([tradeoffs, advice]);
    },
  );
});

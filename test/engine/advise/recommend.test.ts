import { describe, expect, it } from "vitest";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { allOf, barePack, bareQuestion, bareRule, compiled } from "../bare-pack.js";
import { changedPack } from "../changed-pack.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

/** Rules with and without points that fired, each with the questions that made it fire. */
const firedIn = ({ rules, settled }: Recommendation) =>
  [rules, settled].map((list) => list.map(({ rule, questions }) => [rule.id, ...questions]));

/** Where the state of each concern is placed, in the order of the concerns. */
const placedIn = ({ concerns }: Recommendation) =>
  concerns.map(({ placement }) => [placement?.id, placement?.place, placement?.pattern?.id ?? null]);

describe("a recommendation on the small pack", () => {
  const everything = { style: "apart", load: "many", kinds: ["shops", "games"], order: "strict" };

  it("shows what fired, heaviest first, and what settles something, in the pack's order", () => {
    const shown = recommended(smallPack(), answersOf(everything));
    // Only the cart is kept: one point for it. Two for a login count for nothing beside `nobody-stays`.
    expect(shown).toMatchObject({ verdict: "hybrid", keeps: ["the cart"] });
    expect(firedIn(shown)).toEqual([
      [
        ["alone", "style"],
        ["ordered-games", "kinds", "order"],
        ["shops-offline", "kinds"],
        ["crowds", "load"],
      ],
      [
        ["nobody-stays", "style"],
        ["shops-move", "load", "kinds"],
      ],
    ]);
    expect([idsOf(shown.tradeoffs), idsOf(shown.guidance)]).toEqual([["fast", "spread"], []]);
    expect([shown.open, shown.assumptions]).toEqual([[], []]);
    expect([...shown.questions.keys()]).toEqual(["style", "load", "kinds", "order"]);
  });

  it("shares points among questions, per concern and form; one over two questions gives each of them half", () => {
    const half = { implied: false, for: 0, against: 0, denominator: 2 };
    expect(recommended(smallPack(), answersOf(everything)).contributions).toEqual([
      { ...half, concern: "interaction", form: "need", question: "style", against: 6 },
      { ...half, concern: "interaction", form: "place", question: "load", against: 2 },
      { ...half, concern: "session", form: "need", question: "kinds", for: 2 },
      { ...half, concern: "session", form: "need", question: "order", for: 2 },
      { ...half, concern: "sync", form: "need", question: "kinds", for: 2 },
    ]);
  });

  it("says of each concern what speaks for and against it, and where its state is", () => {
    const shown = recommended(smallPack(), answersOf(everything));
    const nothing = { for: 0, against: 0 };
    const loose = { must: false, mustNot: false, mustBind: false, mayNotBind: false, follows: false };
    const concern = { ...loose, need: nothing, place: nothing, kept: false, class: "not-kept" };
    expect(shown.concerns.map(({ placement, ...evidence }) => evidence)).toEqual([
      {
        ...concern,
        concern: "interaction",
        need: { for: 0, against: 3 },
        place: { for: 0, against: 1 },
        mayNotBind: true,
      },
      { ...concern, concern: "session", need: { for: 2, against: 0 }, mustNot: true },
      { ...concern, concern: "workflow" },
      { ...concern, concern: "sync", need: { for: 1, against: 0 }, kept: true, class: "elsewhere" },
    ]);
    expect(placedIn(shown)).toEqual([
      ["given-a-number", "request", "numbered"],
      ["session-not-kept", "nowhere", null],
      ["workflow-not-kept", "nowhere", null],
      ["sync-elsewhere", "shared-store", "any-store"],
    ]);
    expect(shown.concerns[0]?.placement).toMatchObject({
      because: "Order needs a number.",
      pattern: { title: "Numbered requests" },
      backedBy: null,
    });
  });

  it("says which answers do not fit each other, and which of them to look at again", () => {
    const { clashes } = recommended(smallPack(), answersOf(everything));
    expect(clashes.map(({ clash, questions }) => [clash.id, clash.reconsider, questions])).toEqual([
      ["apart-in-order", "order", ["style", "order"]],
    ]);
    expect(recommended(smallPack(), answersOf({ style: "apart" })).clashes).toEqual([]);
  });

  it("shows what goes with a bound conversation, the pattern that holds it, and what its place brings and costs", () => {
    const shown = recommended(smallPack(), answersOf({ style: "stream" }));
    expect(shown).toMatchObject({ verdict: "stateful", keeps: ["the stream"] });
    expect(firedIn(shown)).toEqual([
      [
        ["streams", "style"],
        ["held-open", "style"],
      ],
      [["login-on-stream", "style"]],
    ]);
    expect(placedIn(shown)).toEqual([
      ["on-the-wire", "connection", "socket"],
      ["session-bound", "connection", "any-connection"],
      ["workflow-not-kept", "nowhere", null],
      ["sync-not-kept", "nowhere", null],
    ]);
    expect([idsOf(shown.tradeoffs), idsOf(shown.guidance)]).toEqual([["fast", "lost"], []]);
  });

  it("shows the second home of a bound conversation, and no other concern has one", () => {
    const shown = recommended(smallPack(), answersOf({ style: "stream", order: "strict" }));
    const [interaction, ...others] = shown.concerns.map(({ placement }) => placement?.backedBy);
    expect(interaction).toEqual({
      id: "replayed",
      pattern: smallPack().patterns.get("any-store"),
      because: "It can be sent again.",
      sources: [{ kind: "criterion", id: "claim", section: null }],
    });
    expect(others).toEqual([null, null, null]);
  });

  it("shows the pattern beside another, for the concern that has it", () => {
    const pack = changedPack(["pattern: socket,", "pattern: socket, beside: numbered,"]);
    const { concerns } = recommended(pack, answersOf({ style: "stream" }));
    expect(concerns.map(({ placement }) => placement?.beside?.id)).toEqual([
      "numbered",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("places nothing and names nothing as kept while it is undecided", () => {
    const shown = recommended(smallPack(), answersOf({ kinds: "shops", load: "many" }));
    expect(shown).toMatchObject({ verdict: "undecided", keeps: [], assumptions: [] });
    expect(shown.concerns.map(({ placement }) => placement)).toEqual([null, null, null, null]);
    expect([shown.tradeoffs, shown.guidance]).toEqual([[], []]);
    // `shops-offline` fires all the same.
    expect(shown.concerns[3]?.kept).toBe(true);
  });
});

describe("the answers shown", () => {
  it("distinguish given ones from implied ones, with notes and reasons, options in the pack's order", () => {
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

  it("are the same object on every surface that gives them without a note", () => {
    const pack = smallPack();
    const [one, other] = [{ load: "many" }, { load: "many", style: "apart" }].map(
      (given) => recommended(pack, answersOf(given), false).answers,
    );
    expect(one?.[0]).toBe(other?.[1]);
  });

  it("take an implied answer from what implies it, without a note that nobody wrote", () => {
    const shown = recommended(smallPack(), answersOf({ style: "apart" }));
    expect(shown.answers[1]).toMatchObject({ question: "order", state: "implied", note: null });
    expect(shown.answers[1]?.impliedBecause).toBe("Nothing is sent.");
  });

  it("have no option for a word that the pack does not know", () => {
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
        rules: [
          bareRule("points", either, { need: -1 }),
          bareRule("given", either, { given: "must-not", concern: "sync" }),
        ],
      }),
    );
    const firedOn = (given: Readonly<Record<string, string>>) => firedIn(recommended(pack, answersOf(given)));
    expect(firedOn({ a: "x", c: "x" })).toEqual([[["points", "a"]], [["given", "a"]]]);
    expect(firedOn({ b: "x", c: "x" })).toEqual([[["points", "b", "c"]], [["given", "b", "c"]]]);
    expect(firedOn({ b: "x", c: "y" })).toEqual([[], []]);
  });

  it("may be an implied answer, which its contribution is marked with", () => {
    const pack = tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y"] },
      rules: [[{ b: "x" }, { need: -3 }]],
      implied: [["b", { a: "x" }, "x"]],
    });
    const contribution = {
      concern: "interaction",
      form: "need",
      question: "b",
      for: 0,
      against: 3,
      denominator: 1,
    };
    expect(recommended(pack, answersOf({ a: "x" })).contributions).toEqual([
      { ...contribution, implied: true },
    ]);
    expect(recommended(pack, answersOf({ b: "x" })).contributions).toEqual([
      { ...contribution, implied: false },
    ]);
  });

  it("is listed with the largest contribution of a concern and form first, then the next form and concern", () => {
    const pack = tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y"], c: ["x", "y"] },
      rules: [
        [{ a: "x" }, { need: 1, concern: "sync" }],
        [{ a: "x" }, { place: -1 }],
        [{ a: "x" }, { need: 1 }],
        [{ b: "x" }, { need: -2 }],
        [{ c: "x" }, { place: 3 }],
        [{ c: "x" }, { need: 1 }],
      ],
    });
    const { contributions, rules } = recommended(pack, answersOf({ a: "x", b: "x", c: "x" }));
    expect(contributions.map(({ concern, form, question }) => [concern, form, question])).toEqual([
      ["interaction", "need", "b"],
      ["interaction", "need", "a"],
      ["interaction", "need", "c"],
      ["interaction", "place", "c"],
      ["interaction", "place", "a"],
      ["sync", "need", "a"],
    ]);
    expect(idsOf(rules.map(({ rule }) => rule))).toEqual(["r4", "r3", "r0", "r1", "r2", "r5"]);
  });
});

describe("what is worth answering", () => {
  // a decides nothing; b decides on its own if it is x or y, and leaves it to c if it is z.
  const pack = () =>
    tinyPack({
      questions: { a: ["x", "y"], b: ["x", "y", "z"], c: ["x", "y"] },
      rules: [
        [{ b: "x" }, { need: -1 }],
        [{ b: "y" }, { need: 1 }],
        [{ b: "z", c: "x" }, { need: -1 }],
        [{ b: "z", c: "y" }, { need: 1 }],
      ],
    });
  const unsure: Answers = new Map([["a", { kind: "unsure", note: null }]]);

  it("comes first, with what it is worth, and what is unsure is marked", () => {
    const { open } = recommended(pack(), unsure);
    // Six equally likely answers to b and c come to three of each verdict: one bit. b leaves a third of it open; c
    // leaves the entropy of one in three.
    const oneInThree = Math.log2(3) - 2 / 3;
    const rest = { ask: "", unsure: false, essential: false, overturns: false, moves: [], relocates: [] };
    const seen = open.map(({ valueOfInformation: bits, valueOfAsking: asked, ...others }) => {
      // Nothing reads a, so it takes nothing from what the others are worth that it stays unsure.
      expect(asked).toBe(bits);
      return [others, bits?.toFixed(9)];
    });
    expect(seen).toEqual([
      [{ ...rest, question: "b", bearsOnVerdict: true, overturns: true }, (2 / 3).toFixed(9)],
      [{ ...rest, question: "c", bearsOnVerdict: true }, (1 - oneInThree).toFixed(9)],
      [{ ...rest, question: "a", bearsOnVerdict: false, unsure: true }, (0).toFixed(9)],
    ]);
  });

  it("is not known without an analysis, and is in the pack's order", () => {
    const { open, analysis } = recommended(pack(), unsure, false);
    expect(analysis).toBeNull();
    const unknown = {
      ask: "",
      unsure: false,
      essential: false,
      valueOfInformation: null,
      valueOfAsking: null,
      bearsOnVerdict: false,
      overturns: false,
      moves: [],
      relocates: [],
    };
    expect(open).toEqual([
      { ...unknown, question: "a", unsure: true },
      { ...unknown, question: "b" },
      { ...unknown, question: "c" },
    ]);
  });

  it("says which questions are essential", () => {
    const { open } = recommended(smallPack(), answersOf({ kinds: "games" }), false);
    expect(open.map(({ question, essential }) => [question, essential])).toEqual([
      ["style", true],
      ["load", false],
      ["order", false],
    ]);
  });
});

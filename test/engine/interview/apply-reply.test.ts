import { describe, expect, it } from "vitest";
import {
  applyReply,
  dropAnswer,
  goToReview,
  type Reply,
  startInterview,
} from "../../../src/engine/interview/interview.js";
import { reviewOf } from "../../../src/engine/interview/review.js";
import { answers, chosen, smallPack, unsure } from "./interview-pack.js";

const skipped: Reply = { kind: "skipped" };

describe("what a reply does to other questions", () => {
  const nothingUnasked = {
    kind: "implied",
    question: "push",
    option: "no",
    because: "Nothing comes unasked.",
  };
  const nothingToRelay = {
    kind: "implied",
    question: "relay",
    option: "direct",
    because: "There is nothing to relay.",
  };
  const table: readonly [string, Record<string, string>, string, Reply, readonly object[]][] = [
    ["nothing", {}, "load", chosen("low"), []],
    [
      "implies one, which implies another",
      {},
      "style",
      chosen("a"),
      [
        { ...nothingUnasked, wasUnsure: false },
        { ...nothingToRelay, wasUnsure: false },
      ],
    ],
    [
      "answers what the person did not know",
      { push: "unsure" },
      "style",
      chosen("a"),
      [
        { ...nothingUnasked, wasUnsure: true },
        { ...nothingToRelay, wasUnsure: false },
      ],
    ],
    [
      "opens again what was implied",
      { depth: "none" },
      "depth",
      chosen("deep"),
      [{ kind: "no-longer-implied", question: "size" }],
    ],
    [
      "opens it again for a skipped reply too",
      { depth: "none" },
      "depth",
      skipped,
      [{ kind: "no-longer-implied", question: "size" }],
    ],
    [
      "opens nothing that has an answer of its own",
      { depth: "none", size: "small" },
      "depth",
      chosen("deep"),
      [],
    ],
    ["leaves an explicit answer that says the same", { size: "small" }, "depth", chosen("none"), []],
    [
      "leaves an explicit answer that says otherwise, and tells",
      { size: "large" },
      "depth",
      chosen("none"),
      [
        {
          kind: "at-odds",
          question: "size",
          given: "large",
          implied: "small",
          because: "Nothing depends on it.",
        },
      ],
    ],
    ["tells it once only", { size: "large", depth: "none" }, "load", chosen("low"), []],
    [
      "moves an implied answer to another",
      { style: "c", push: "no" },
      "push",
      chosen("yes"),
      [
        {
          kind: "implied",
          question: "relay",
          option: "relayed",
          because: "Such pushes go through a relay.",
          wasUnsure: false,
        },
      ],
    ],
  ];
  it.each(table)("%s", (_, given, question, reply, expected) => {
    const { interview, effects } = applyReply(
      startInterview(smallPack, answers(given), false),
      question,
      reply,
    );
    expect(effects).toEqual(expected);
    for (const [id, answer] of answers(given))
      if (id !== question) expect(interview.answers.get(id)).toEqual(answer);
  });
});

describe("a skipped reply", () => {
  it("leaves no answer, even if there was one", () => {
    const { interview } = applyReply(
      startInterview(smallPack, answers({ load: "low" }), false),
      "load",
      skipped,
    );
    expect(interview.answers.has("load")).toBe(false);
  });
});

describe("a note", () => {
  const noted = new Map([["load", { kind: "chosen", options: ["low"], note: "Measured." } as const]]);
  it("stays with its answer", () => {
    const { interview } = applyReply(startInterview(smallPack, noted, false), "load", chosen("low"));
    expect(interview.answers.get("load")).toEqual({ kind: "chosen", options: ["low"], note: "Measured." });
  });
  it("goes with its answer", () => {
    const { interview } = applyReply(startInterview(smallPack, noted, false), "load", chosen("high"));
    expect(interview.answers.get("load")).toEqual(chosen("high"));
  });
});

describe("a change from the review", () => {
  it("stays at the review", () => {
    const review = goToReview(startInterview(smallPack, answers({ style: "b", load: "low" }), false));
    const { interview } = applyReply(review, "style", unsure);
    expect([interview.phase, interview.history, interview.cursor]).toEqual(["review", ["style", "load"], 2]);
    expect(interview.answers.get("style")).toEqual(unsure);
  });
});

describe("reviewOf", () => {
  it("lists every question by topic with its state", () => {
    const given = answers({ style: "a", depth: "none", size: "large", load: "unsure" });
    const entries = reviewOf(startInterview(smallPack, given, false));
    expect(
      entries.map(({ question, state, options, implied }) => [
        question.id,
        state,
        options.join(),
        implied?.option ?? null,
      ]),
    ).toEqual([
      ["style", "given", "a", null],
      ["depth", "given", "none", null],
      ["size", "given", "large", "small"],
      ["push", "implied", "no", "no"],
      ["load", "unsure", "", null],
      ["kinds", "open", "", null],
      ["relay", "implied", "direct", "direct"],
    ]);
  });
});

describe("an answer that is implied as well", () => {
  it("is reviewed as given, without what it agrees with", () => {
    const given = answers({ depth: "none", size: "small" });
    const size = reviewOf(startInterview(smallPack, given, false)).find(
      ({ question }) => question.id === "size",
    );
    expect(size).toMatchObject({ state: "given", options: ["small"], implied: null });
  });
});

describe("an answer that is taken back", () => {
  const met = startInterview(smallPack, answers({ style: "b", depth: "none", load: "low" }), false);

  it("is asked again in its turn, and what it implied is open", () => {
    const { interview, effects } = dropAnswer(met, "depth");
    expect([...interview.answers.keys()]).toEqual(["style", "load"]);
    expect([interview.history, interview.cursor]).toEqual([["style", "load"], 2]);
    expect(effects).toEqual([{ kind: "no-longer-implied", question: "size" }]);
  });

  it("leaves the place in the interview where it is", () => {
    const back = { ...met, cursor: 1 };
    expect(dropAnswer(back, "style").interview).toMatchObject({ history: ["depth", "load"], cursor: 0 });
    expect(dropAnswer(back, "depth").interview).toMatchObject({ history: ["style", "load"], cursor: 1 });
    expect(dropAnswer(back, "load").interview).toMatchObject({ history: ["style", "depth"], cursor: 1 });
  });

  it("is implied again if others imply it", () => {
    const explicit = startInterview(smallPack, answers({ depth: "none", size: "large" }), false);
    const { interview } = dropAnswer(explicit, "size");
    expect(reviewOf(interview).find(({ question }) => question.id === "size")).toMatchObject({
      state: "implied",
      options: ["small"],
    });
  });

  it("changes nothing if there was none", () => {
    const { interview, effects } = dropAnswer(met, "kinds");
    expect([interview, effects]).toEqual([met, []]);
  });
});

describe("where a reply leads", () => {
  const met = startInterview(smallPack, answers({ style: "b", depth: "some" }), false);
  it.each<[what: string, cursor: number, question: string, history: string[], next: number]>([
    ["past a new question", 2, "load", ["style", "depth", "load"], 3],
    ["past a question gone back to", 0, "style", ["style", "depth"], 1],
    ["past one further on, where those before it are implied", 0, "depth", ["style", "depth"], 2],
    ["nowhere, when it changes what lies behind", 2, "style", ["style", "depth"], 2],
    ["nowhere, when it is to a new question out of turn", 1, "load", ["style", "depth", "load"], 1],
  ])("%s", (_, cursor, question, history, next) => {
    const { interview } = applyReply({ ...met, cursor }, question, unsure);
    expect([interview.history, interview.cursor]).toEqual([history, next]);
  });
});

describe("a note to several options", () => {
  const noted = new Map([
    ["kinds", { kind: "chosen", options: ["shop", "game"], note: "Both." } as const],
    ["load", { kind: "unsure", note: "To be measured." } as const],
  ]);
  const noteAfter = (question: string, reply: Reply): unknown =>
    applyReply(startInterview(smallPack, noted, false), question, reply).interview.answers.get(question)
      ?.note;

  it("stays with the same options in any order, and goes with fewer, more or others", () => {
    expect(noteAfter("kinds", chosen("game", "shop"))).toBe("Both.");
    expect(noteAfter("kinds", chosen("game"))).toBeNull();
    expect(noteAfter("kinds", chosen("game", "shop", "neither"))).toBeNull();
    expect(noteAfter("kinds", chosen("game", "neither"))).toBeNull();
  });

  it("stays with what is not known still", () => {
    expect(noteAfter("load", unsure)).toBe("To be measured.");
    expect(noteAfter("load", chosen("low"))).toBeNull();
    expect(noteAfter("kinds", unsure)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { isCancelled } from "../../../src/cli/ask/prompter.js";
import { runInterview } from "../../../src/cli/ask/run-interview.js";
import { type Interview, startInterview } from "../../../src/engine/interview/interview.js";
import type { TryOutlook } from "../../../src/engine/interview/next-step.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import { plainPalette } from "../../../src/engine/report/report-style.js";
import { answers, smallPack } from "../../engine/interview/interview-pack.js";
import { type Script, ScriptedPrompter } from "./scripted-prompter.js";

/** The pack's own order, and a verdict that stays open. */
const steer: TryOutlook = (pack) => ({
  open: pack.source.questions.map(({ id }) => ({
    question: id,
    valueOfInformation: 0,
    valueOfAsking: 0,
    bearsOnVerdict: false,
    overturns: false,
  })),
  reach: { stateless: 1n, stateful: 1n, hybrid: 0n, undecided: 0n },
});
const settled: TryOutlook = () => ({
  open: [],
  reach: { stateless: 0n, stateful: 0n, hybrid: 3n, undecided: 0n },
});

interface Played {
  readonly prompter: ScriptedPrompter;
  readonly saved: readonly Record<string, string>[];
  /** Null when the script ended before the result. */
  readonly result: Record<string, string> | null;
  /** The surface to go on with. */
  readonly another: string | null;
}

async function play(
  script: Script,
  given: Record<string, string> = {},
  quick: TryOutlook | null = null,
  more?: (string | null)[],
): Promise<Played> {
  const prompter = new ScriptedPrompter(script);
  const saved: Record<string, string>[] = [];
  const session = {
    pack: smallPack,
    prompter,
    tryOutlook: quick ?? steer,
    save: async (kept: Answers) => {
      saved.push(plain(kept));
    },
    reached: () => undefined,
    summary: () => ["Verdict so far: SOME"],
    soFar: ({ phase, answers: given }: Interview) =>
      phase === "essential"
        ? null
        : { verdict: "hybrid" as const, grade: null, before: null, headline: `of ${given.size}` },
    nameSurface: more === undefined ? null : () => Promise.resolve(more.shift() ?? null),
    standing: () => ({ verdict: "SOME", clashes: ["style and depth do not fit."] }),
    terminal: () => ({ columns: 80, rows: 24, unicode: true, palette: plainPalette }),
  };
  try {
    const end = await runInterview(session, startInterview(smallPack, answers(given), quick !== null));
    return { prompter, saved, result: plain(end.answers), another: end.another };
  } catch (error) {
    if (!isCancelled(error)) throw error;
    return { prompter, saved, result: null, another: null };
  }
}

function plain(kept: Answers): Record<string, string> {
  return Object.fromEntries(
    [...kept].map(([id, answer]) => [id, answer.kind === "unsure" ? "unsure" : answer.options.join("+")]),
  );
}

const about = (...ids: readonly string[]): readonly string[] => ids.map((id) => `What about ${id}?`);
const checkpoint = "Go deeper, or stop here?";
const review = "Is everything correct?";

describe("runInterview", () => {
  it("says in the review first which answers do not fit each other, then the verdict so far", async () => {
    const { prompter } = await play(["b", "deep", "high", "review", "result"]);
    expect(prompter.pages.at(-1)?.notes).toEqual([
      { label: "Warning", text: "style and depth do not fit." },
      { label: "Verdict so far", text: "SOME" },
    ]);
  });

  it("asks the essential questions, shows the verdict so far, and stops if asked to", async () => {
    const { prompter, result } = await play(["b", "deep", "high", "review", "result"]);
    expect(prompter.asked).toEqual([...about("style", "depth", "load"), checkpoint, review]);
    expect(prompter.told.filter((line) => line.startsWith("Verdict"))).toEqual(["Verdict so far: SOME"]);
    expect(result).toEqual({ style: "b", depth: "deep", load: "high" });
  });

  it("goes deeper to the last question", async () => {
    const { prompter, result } = await play([
      "b",
      "deep",
      "high",
      "deeper",
      "large",
      "unsure",
      "shop+game",
      ">",
      "result",
    ]);
    expect(prompter.asked).toEqual([
      ...about("style", "depth", "load"),
      checkpoint,
      ...about("size", "push", "kinds", "relay"),
      review,
    ]);
    expect(result).toEqual({
      style: "b",
      depth: "deep",
      load: "high",
      size: "large",
      push: "unsure",
      kinds: "shop+game",
    });
  });

  it("says where the person is, why it asks, and how to tell", async () => {
    const { prompter } = await play(["b", "deep"]);
    expect(prompter.pages.map(({ place }) => place)).toEqual([
      "Topic 1 of 2: Talk; question 1, about 2 more",
      "Topic 1 of 2: Talk; question 2, about one more",
      "Topic 2 of 2: Scale; question 3, the last essential one",
    ]);
    expect(prompter.pages[0]?.notes).toEqual([
      { label: "Why", text: "Something hangs on style." },
      { label: "How to tell", text: "How to find out about style." },
    ]);
  });

  it("takes “not sure yet” on every question, those that take several included", async () => {
    const { result } = await play([
      "unsure",
      "unsure",
      "unsure",
      "deeper",
      "unsure",
      "unsure",
      "unsure",
      "unsure",
      "result",
    ]);
    expect(new Set(Object.values(result ?? {}))).toEqual(new Set(["unsure"]));
    expect(Object.keys(result ?? {})).toHaveLength(7);
  });

  it("goes back, keeps the answer as the current one, and goes on where it was", async () => {
    const { prompter, result } = await play(["b", "deep", "<", "<", ">", "some", "high", "review", "result"]);
    expect(prompter.asked).toEqual([
      ...about("style", "depth", "load", "depth", "style", "depth", "load"),
      checkpoint,
      review,
    ]);
    expect(prompter.pages[4]?.current).toEqual(["b"]);
    expect(prompter.pages.map(({ canGoBack }) => canGoBack).slice(0, 6)).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(prompter.told.filter((line) => line === "<taken back>")).toHaveLength(2);
    expect(result).toEqual({ style: "b", depth: "some", load: "high" });
  });

  it("goes back from the verdict so far and from the review", async () => {
    const { prompter, result } = await play([
      "b",
      "deep",
      "high",
      "<",
      "low",
      "review",
      "<",
      "high",
      "result",
    ]);
    expect(prompter.asked).toEqual([
      ...about("style", "depth", "load"),
      checkpoint,
      ...about("load"),
      checkpoint,
      review,
      ...about("load"),
      review,
    ]);
    expect(result?.["load"]).toBe("high");
  });

  it("saves after every answer", async () => {
    const { saved, result } = await play(["b", "unsure", ">"]);
    expect(saved).toEqual([{ style: "b" }, { style: "b", depth: "unsure" }, { style: "b", depth: "unsure" }]);
    expect(result).toBeNull();
  });

  it("shows what an answer implies, and does not ask it", async () => {
    const { prompter } = await play(["a", "none", "low", "deeper"]);
    expect(prompter.told).toContain("implied | Push | Option no (implied) | ");
    expect(prompter.asked).toEqual([...about("style", "depth", "load"), checkpoint, ...about("kinds")]);
  });

  it("stops early where a quick interview is settled, and lets the person go on", async () => {
    const { prompter, result } = await play(["go-on", "deep"], { style: "b" }, settled);
    expect(prompter.asked.slice(0, 2)).toEqual([review, "What about depth?"]);
    expect(prompter.pages[0]?.notes.map(({ label }) => label)).toContain("Settled");
    expect(result).toBeNull();
  });
});

describe("the place and the verdict so far", () => {
  it("follow back, skipped and implied questions, and the verdict comes after the essential ones", async () => {
    const { prompter } = await play(["a", ">", "<", "none", "low", "deeper", "shop"]);
    expect(
      prompter.pages.map(({ place, soFar }) => [place.replace(/^Topic /, ""), soFar?.headline ?? null]),
    ).toEqual([
      ["1 of 2: Talk; question 1, about 2 more", null],
      ["1 of 2: Talk; question 2, about one more", null],
      ["2 of 2: Scale; question 3, the last essential one", null],
      ["1 of 2: Talk; question 2, about one more", null],
      ["2 of 2: Scale; question 3, the last essential one", null],
      ["End of the essential questions", null],
      // Push and relay are implied by style, size by depth.
      ["2 of 2: Scale; question 4, the last one", "of 3"],
      ["Review", null],
    ]);
  });

  it("say in a quick interview that there are no more than that", async () => {
    const open: TryOutlook = (pack, profile) => steer(pack, profile);
    const { prompter } = await play(["b"], {}, open);
    expect(prompter.pages.map(({ place }) => place)).toEqual([
      "Topic 1 of 2: Talk; question 1, at most 2 more",
      "Topic 1 of 2: Talk; question 2, at most one more",
    ]);
  });

  it("are on the page of an answer that is changed in the review, and of an earlier one that it puts in doubt", async () => {
    const given = { style: "b", depth: "some", size: "large", load: "low" };
    const { prompter } = await play(["review", "depth", "none", "keep", "result"], given);
    const shown = prompter.pages.map(({ ask, soFar }) => [ask, soFar?.headline ?? null]);
    expect(shown).toContainEqual(["What about depth?", "of 4"]);
    expect(shown).toContainEqual(["Does your answer to “Size” still hold?", "of 4"]);
  });
});

describe("another surface", () => {
  const given = { style: "b", depth: "some", load: "low" };
  it("can be added in the review, which comes again if it gets no name", async () => {
    const { prompter, result, another } = await play(["review", "another", "another"], given, null, [
      null,
      "chat",
    ]);
    expect(prompter.asked).toEqual([checkpoint, review, review]);
    expect([result, another]).toEqual([given, "chat"]);
  });

  it("is not offered where there can be none", async () => {
    const { prompter } = await play(["review"], given);
    expect(prompter.pages.at(-1)?.moves.map(({ id }) => id)).toEqual(["result", "go-on"]);
  });
});

describe("a changed answer", () => {
  const given = { style: "b", depth: "some", size: "large", load: "low" };

  it("that puts an earlier one at odds lets the person keep it", async () => {
    const { prompter, result } = await play(["review", "depth", "none", "keep", "result"], given);
    expect(prompter.asked).toContain("Does your answer to “Size” still hold?");
    expect(prompter.told).toContain(
      "warning | Size | Option large (kept) | Without it: Option small. Nothing depends on it.",
    );
    expect(result).toEqual({ ...given, depth: "none" });
  });

  it("or drop it, for what is implied", async () => {
    const { prompter, saved, result } = await play(["review", "depth", "none", "drop", "result"], given);
    const left = { style: "b", depth: "none", load: "low" };
    expect(prompter.told).toContain("implied | Size | Option small (implied) | Nothing depends on it.");
    expect(saved.at(-1)).toEqual(left);
    expect(result).toEqual(left);
  });

  it("opens again what it implied before", async () => {
    const { prompter } = await play(["review", "depth", "deep", "go-on"], {
      style: "b",
      depth: "none",
      load: "low",
    });
    expect(prompter.told).toContain("open | Size | no longer implied, so an open question again | ");
    expect(prompter.asked.at(-1)).toBe("What about size?");
  });
});

describe("the review", () => {
  it("changes, drops and leaves any answer, and comes again", async () => {
    const { prompter, result } = await play(
      ["review", "load", "high", "style", "drop", "depth", "<", "kinds", "game", "result"],
      { style: "b", depth: "some", load: "low" },
    );
    expect(prompter.asked).toEqual([
      checkpoint,
      review,
      ...about("load"),
      review,
      ...about("style"),
      review,
      ...about("depth"),
      review,
      ...about("kinds"),
      review,
    ]);
    expect(result).toEqual({ depth: "some", load: "high", kinds: "game" });
  });

  it("lists every question with its state", async () => {
    const { prompter } = await play(["review"], { style: "a", depth: "none", size: "large", load: "unsure" });
    expect(prompter.pages[1]?.choices.map(({ label }) => label)).toEqual([
      "Style  Option a",
      "Depth  Option none",
      "Size   Option large (overrides what is implied)",
      "Push   Option no (implied)",
      "Load   not sure yet",
      "Kinds  open",
      "Relay  Option direct (implied)",
    ]);
  });
});

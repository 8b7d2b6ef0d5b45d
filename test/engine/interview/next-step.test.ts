import { describe, expect, it } from "vitest";
import {
  goBack,
  goDeeper,
  goToReview,
  type Interview,
  startInterview,
} from "../../../src/engine/interview/interview.js";
import { type InterviewStep, nextStep, type TryOutlook } from "../../../src/engine/interview/next-step.js";
import { answers, smallPack } from "./interview-pack.js";

const open = { stateless: 1n, stateful: 1n, hybrid: 0n, undecided: 0n };
const settled = { stateless: 0n, stateful: 0n, hybrid: 7n, undecided: 0n };

function steer(order: readonly string[], reach = open, decisive: readonly string[] = []): TryOutlook {
  const ranked = order.map((question, index) => ({
    question,
    valueOfInformation: 1 / (index + 1),
    valueOfAsking: 1 / (index + 1),
    bearsOnVerdict: true,
    overturns: decisive.includes(question),
  }));
  return () => ({ open: ranked, reach });
}

const never: TryOutlook = () => {
  throw new Error("not needed here");
};

function told(step: InterviewStep): string {
  return step.kind === "ask" ? step.question.id : step.kind;
}

type Move = (interview: Interview) => Interview;
const stay: Move = (interview) => interview;

describe("nextStep", () => {
  const table: readonly [string, Record<string, string>, Move, TryOutlook, string][] = [
    [
      "the most telling essential question of the first topic",
      {},
      stay,
      steer(["load", "depth", "style"]),
      "depth",
    ],
    ["needs no analysis where one question is left in the topic", { depth: "some" }, stay, never, "style"],
    [
      "goes to the next topic once the first has no essential question left",
      { depth: "some", style: "b" },
      stay,
      never,
      "load",
    ],
    ["stops for the verdict so far", { depth: "some", style: "b", load: "low" }, stay, never, "checkpoint"],
    [
      "begins again at the first topic",
      { depth: "some", style: "b", load: "low" },
      goDeeper,
      steer(["kinds", "push", "size"]),
      "push",
    ],
    [
      "does not ask what is implied",
      { depth: "none", style: "b", load: "low" },
      goDeeper,
      steer(["size"]),
      "push",
    ],
    [
      "does not ask what is implied over two steps",
      { depth: "none", style: "a", load: "low" },
      goDeeper,
      never,
      "kinds",
    ],
    [
      "does not ask again what is not known yet",
      { depth: "unsure", style: "a", load: "low" },
      goDeeper,
      steer(["depth"]),
      "size",
    ],
    [
      "asks nothing more than there is",
      { depth: "none", style: "a", load: "low", kinds: "shop" },
      goDeeper,
      never,
      "review",
    ],
    [
      "skips the checkpoint with nothing behind it",
      { depth: "none", style: "a", load: "low", kinds: "shop" },
      stay,
      never,
      "review",
    ],
    [
      "asks after the first verdict what alone can change it, of any topic, the most telling first",
      { depth: "some", style: "b", load: "low" },
      goDeeper,
      steer(["push", "size", "relay", "kinds"], open, ["kinds", "relay"]),
      "relay",
    ],
    [
      "also where the topic in turn has one question left",
      { depth: "none", style: "b", load: "low" },
      goDeeper,
      steer(["push", "kinds"], open, ["kinds"]),
      "kinds",
    ],
    [
      "and of those first what may imply another, if only together with an answer that is given",
      { depth: "none", style: "c", load: "low" },
      goDeeper,
      steer(["relay", "push"], open, ["relay", "push"]),
      "push",
    ],
    [
      "goes by topic before the first verdict, whatever can change it",
      {},
      stay,
      steer(["load", "style", "depth"], open, ["load"]),
      "style",
    ],
    ["stops when asked to", { style: "b" }, goToReview, never, "review"],
    ["falls back on the pack's order", {}, stay, steer([]), "style"],
    ["asks first what may imply others", {}, goDeeper, steer(["size", "push", "depth"]), "depth"],
    [
      "asks what nothing left can imply",
      { depth: "deep" },
      goDeeper,
      steer(["size", "push", "style"]),
      "size",
    ],
  ];
  it.each(table)("%s", (_, given, move, by, expected) => {
    expect(told(nextStep(move(startInterview(smallPack, answers(given), false)), by))).toBe(expected);
  });
});

describe("quick", () => {
  it("stops once every completion has the same verdict", () => {
    const step = nextStep(startInterview(smallPack, answers({ style: "b" }), true), steer([], settled));
    expect(step).toEqual({ kind: "review", settled: true });
  });

  it("goes on while another verdict can be reached, however rarely", () => {
    const reach = { ...settled, stateful: 1n };
    const step = nextStep(startInterview(smallPack, answers({ style: "b" }), true), steer([], reach));
    expect(told(step)).toBe("depth");
  });

  it("goes on while every completion has another verdict than the answers so far", () => {
    const reach = { ...settled, stateful: 7n, hybrid: 0n };
    const step = nextStep(startInterview(smallPack, answers({ style: "b" }), true), steer([], reach));
    expect(told(step)).toBe("depth");
  });

  it("stops for the verdict so far, where it is not settled", () => {
    const essential = answers({ style: "b", depth: "some", load: "low" });
    expect(nextStep(startInterview(smallPack, essential, true), steer(["push"]))).toEqual({
      kind: "checkpoint",
      deeper: 4,
    });
  });

  it("asks what was gone back to, even when the verdict is settled", () => {
    const back = goBack(startInterview(smallPack, answers({ style: "b" }), true));
    expect(back && told(nextStep(back, never))).toBe("style");
  });
});

describe("progress", () => {
  function at(given: Record<string, string>, move: Move = stay): unknown {
    const step = nextStep(move(startInterview(smallPack, answers(given), false)), steer([]));
    if (step.kind !== "ask") return step;
    const { topic, position, topics, number, more, essential } = step.progress;
    const phase = essential ? "essential" : "deeper";
    return [step.question.id, `${topic.title}, ${position} of ${topics}; ${number}, then ${more} ${phase}`];
  }
  const essential = { style: "b", depth: "some", load: "low" };
  it.each([
    [{}, stay, ["style", "Talk, 1 of 2; 1, then 2 essential"]],
    [{ style: "b" }, stay, ["depth", "Talk, 1 of 2; 2, then 1 essential"]],
    [{ style: "b", depth: "some" }, stay, ["load", "Scale, 2 of 2; 3, then 0 essential"]],
    [essential, goDeeper, ["size", "Talk, 1 of 2; 4, then 3 deeper"]],
    [{ ...essential, depth: "none" }, goDeeper, ["push", "Talk, 1 of 2; 4, then 2 deeper"]],
    [{ ...essential, size: "small" }, goDeeper, ["push", "Talk, 1 of 2; 5, then 2 deeper"]],
    [{ ...essential, size: "small", push: "no" }, goDeeper, ["kinds", "Scale, 2 of 2; 6, then 0 deeper"]],
  ] as const)("at %o", (given, move, expected) => {
    expect(at(given, move)).toEqual(expected);
  });

  it("counts the questions gone back over", () => {
    const start = startInterview(smallPack, answers({ style: "b", depth: "some" }), false);
    const once = goBack(start);
    const twice = once && goBack(once);
    const at = [start, once, twice].map((interview) => {
      const step = interview && nextStep(interview, never);
      return (
        step?.kind === "ask" && [step.question.id, step.progress.number, step.progress.more, step.canGoBack]
      );
    });
    expect(at).toEqual([
      ["load", 3, 0, true],
      ["depth", 2, 1, true],
      ["style", 1, 2, false],
    ]);
  });
});

describe("a question that is implied by now", () => {
  const met = () => startInterview(smallPack, answers({ depth: "none", size: "small" }), false);

  it("is passed over on the way back and on the way forward", () => {
    expect(met().history).toEqual(["depth", "size"]);
    expect(goBack(met())?.cursor).toBe(0);
    expect(told(nextStep({ ...met(), cursor: 1 }, never))).toBe("style");
  });

  it("is not counted: style and load are left after depth", () => {
    expect(nextStep({ ...met(), cursor: 0 }, never)).toMatchObject({ progress: { number: 1, more: 2 } });
  });

  it("does not count before the next one either: style is the second after depth", () => {
    expect(nextStep(met(), never)).toMatchObject({
      question: { id: "style" },
      progress: { number: 2, more: 1 },
    });
  });
});

describe("the review", () => {
  const review = () => goToReview(startInterview(smallPack, answers({ style: "b", load: "low" }), false));

  it("was asked for, and does not say that the verdict is settled", () => {
    expect(nextStep(review(), never)).toEqual({ kind: "review", settled: false });
  });

  it("counts only what was gone back over", () => {
    expect(nextStep({ ...review(), cursor: 1 }, never)).toMatchObject({
      question: { id: "load" },
      progress: { number: 2, more: 0 },
    });
  });
});

describe("startInterview", () => {
  it("begins behind what is answered, essential questions first", () => {
    const given = answers({ push: "no", load: "low", size: "small", style: "b" });
    expect(startInterview(smallPack, given, false)).toMatchObject({
      phase: "essential",
      history: ["style", "load", "size", "push"],
      cursor: 4,
    });
  });
});

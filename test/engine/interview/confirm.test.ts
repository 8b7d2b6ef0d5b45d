import { describe, expect, it } from "vitest";
import {
  applyReply,
  goBack,
  goToReview,
  type Interview,
  startInterview,
} from "../../../src/engine/interview/interview.js";
import { nextStep } from "../../../src/engine/interview/next-step.js";
import { reviewOf } from "../../../src/engine/interview/review.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { chosen, smallPack, unsure } from "./interview-pack.js";

const byAgent = (answer: Answer, note: string | null = null): Answer => ({ ...answer, note, by: "agent" });

/** An agent answered `load`, `style`, `push` (which `style: a` implies) and, unsure, `size`; a person `depth`. */
const start = (quick = false): Interview =>
  startInterview(
    smallPack,
    new Map([
      ["load", byAgent(chosen("low"), "By the logs.")],
      ["depth", chosen("some")],
      ["style", byAgent(chosen("a"))],
      ["push", byAgent(chosen("yes"))],
      ["size", byAgent(unsure)],
    ]),
    quick,
  );

const asked = (interview: Interview): string => {
  const step = nextStep(interview, () => null);
  return step.kind === "ask" ? step.question.id : step.kind;
};

/** The questions that are asked, if each answer is kept. */
function askedInTurn(interview: Interview, most: number): readonly string[] {
  const ids: string[] = [];
  let now = interview;
  while (ids.length < most) {
    const step = nextStep(now, () => null);
    if (step.kind !== "ask") return [...ids, step.kind];
    ids.push(step.question.id);
    now = applyReply(now, step.question.id, { ...(step.answer ?? chosen("shop")), by: "person" }).interview;
  }
  return ids;
}

describe("an interview that continues from what an agent answered", () => {
  it.each([false, true])("asks about that first, essential questions before others (quick: %s)", (quick) => {
    expect(askedInTurn(start(quick), 4)).toEqual(["style", "load", "size", "push"]);
  });

  it("goes on with the questions that nobody has answered", () => {
    expect(askedInTurn(start(), 5).at(-1)).toBe("checkpoint");
  });

  it("asks nobody about an answer of a person", () => {
    const answers = new Map([["style", { ...chosen("b"), by: "person" as const }]]);
    expect(asked(startInterview(smallPack, answers, false))).toBe("depth");
  });

  it("shows the agent's answer as the one so far, and can go back to those of people", () => {
    const step = nextStep(start(), () => null);
    expect(step).toMatchObject({ kind: "ask", answer: { by: "agent", options: ["a"] }, canGoBack: true });
    expect(asked(goBack(start()) ?? start())).toBe("depth");
  });

  it("goes to the review at once if the person wants to, and leaves the answers unconfirmed", () => {
    const review = goToReview(start());
    expect(asked(review)).toBe("review");
    const marked = reviewOf(review).filter(({ unconfirmed }) => unconfirmed);
    expect(marked.map(({ question }) => question.id).sort()).toEqual(["load", "push", "size", "style"]);
  });
});

describe("a reply to what an agent answered", () => {
  const after = (reply: Answer, question = "load"): Answer | undefined =>
    applyReply(start(), question, reply).interview.answers.get(question);

  it("confirms the same answer, and keeps its note", () => {
    expect(after(chosen("low"))).toEqual({ ...chosen("low"), note: "By the logs.", by: "person" });
    expect(after(unsure, "size")).toEqual({ ...unsure, by: "person" });
  });

  it("is the person's own if it is another", () => {
    expect(after(chosen("high"))).toEqual(chosen("high"));
  });

  it("confirms nothing if it is an agent's", () => {
    expect(after(byAgent(chosen("low")))).toEqual(byAgent(chosen("low"), "By the logs."));
  });

  it("leaves the answers of people as they were", () => {
    const { interview } = applyReply(start(), "depth", chosen("some"));
    expect(interview.answers.get("depth")).not.toHaveProperty("by");
  });
});

import { describe, expect, it } from "vitest";
import { RunningVerdict, standingOf, summaryOf, verdictLines } from "../../../src/cli/ask/verdict-so-far.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { smallPack } from "../../engine/small-pack.js";
import { answersOf } from "../../engine/tiny-pack.js";

const pack = smallPack();
const source = { kind: "new", service: "x", surface: "api", file: null, done: [] } as const;
const summary = (given: Record<string, string>): string =>
  summaryOf(pack, source, answersOf(given), plainStyle).join(" ").replaceAll(/\s+/g, " ");

describe("the verdict so far", () => {
  it("says what is kept, and names the other verdicts within reach", () => {
    // A stream is kept by 3 points and bound by 2. Only busy shops may not bind it, which takes two answers.
    const text = summary({ style: "stream" });
    expect(text).toMatch(/^Verdict so far STATEFUL: the server keeps the stream/);
    expect(text).toContain(
      "Still possible: hybrid. No single open question could change it, only several together.",
    );
  });

  it("names the answer that could change it alone", () => {
    // Of busy shops nothing is known about need; whatever the style, the cart is kept and the conversation not bound.
    const text = summary({ kinds: "shops", load: "many", order: "strict" });
    expect(text).toContain("Verdict so far UNDECIDED");
    expect(text).toContain("Still possible: hybrid. The answer to “Style” could change it alone.");
  });

  it("says when nothing can change it", () => {
    const text = summary({ style: "apart", load: "few", kinds: "neither" });
    expect(text).toContain("Verdict so far STATELESS");
    expect(text).toContain("No open question can change it.");
  });

  it("begins with answers that do not fit each other", () => {
    expect(summary({ style: "apart", order: "strict" })).toMatch(
      /^Warning: answers that do not fit each other \(“Style” and “Order”\): Requests apart have no order\. Look again at “Order”\. Verdict so far STATELESS/,
    );
  });
});

describe("the standing in the review", () => {
  const standing = (given: Record<string, string>) => standingOf(pack, source, answersOf(given), plainStyle);

  it("is verdict, grade and what is kept", () => {
    // 3 points against 0, and everything is answered: nothing can change it.
    expect(standing({ style: "apart", load: "few", kinds: "neither" })).toEqual({
      verdict: "STATELESS (firm): the server keeps nothing between requests",
      clashes: [],
    });
    expect(standing({ style: "steps" }).verdict).toMatch(
      /^HYBRID \(.*\): the server keeps only the task, in a shared store$/,
    );
  });

  it("has no grade while there is no verdict", () => {
    expect(standing({ load: "many" }).verdict).toMatch(/^UNDECIDED: /);
  });

  it("names answers that do not fit each other", () => {
    expect(standing({ style: "apart", order: "strict" }).clashes).toEqual([
      "answers that do not fit each other (“Style” and “Order”): Requests apart have no order. Look again at “Order”.",
    ]);
  });
});

describe("the running verdict", () => {
  it("says what it was before the last answer, as long as that is the last, if it was something else", () => {
    const running = new RunningVerdict(pack, source);
    const keepsNothing = "the server keeps nothing between requests";
    const apart = answersOf({ style: "apart" });
    const all = answersOf({ style: "apart", load: "few", kinds: "neither" });
    const first = running.at(apart);
    expect(first).toMatchObject({ verdict: "stateless", before: null, headline: keepsNothing });
    // Nothing can change it any more.
    const second = running.at(all);
    expect(second).toEqual({
      verdict: "stateless",
      grade: "firm",
      before: { verdict: "stateless", grade: first.grade },
      headline: keepsNothing,
    });
    expect(running.at(all)).toBe(second);
    expect(running.at(new Map(all)).before).toBeNull();
    expect(running.at(answersOf({ load: "many" }))).toMatchObject({
      verdict: "undecided",
      grade: null,
      before: { verdict: "stateless", grade: "firm" },
    });
  });
});

describe("the last lines", () => {
  it("name each surface if there are several", () => {
    const all = answersOf({ style: "apart", load: "few", kinds: "neither" });
    const text = "STATELESS (firm): the server keeps nothing between requests";
    expect(verdictLines(pack, source, all, plainStyle)).toEqual([text]);
    const at = { file: "a.yaml", line: 1, column: 1 };
    const done = [{ name: "cart", answers: answersOf({ load: "many" }), decision: null, at }];
    expect(verdictLines(pack, { ...source, done }, all, plainStyle)).toEqual([
      "cart: UNDECIDED: too little is known about what has to be kept",
      `api: ${text}`,
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { digestOf } from "../../../src/engine/advise/canonical-digest.js";
import { type DecisionRequest, decide } from "../../../src/engine/check/decide.js";
import { packNow, recommendationFor, surfaceOf } from "./checked.js";

const steps = "{ style: { answer: steps, note: one by one }, order: unsure, kinds: [shops, games] }";
const alone = { because: null, until: null, reviewBy: null, by: null };

function outcome(decision: string | null, request: DecisionRequest, answers = steps) {
  const surface = surfaceOf(answers, decision);
  return decide(surface, recommendationFor(surface), packNow, request, "2026-06-30");
}

describe("decides", () => {
  it("on the answers as they are, without notes and unsure ones", () => {
    expect(outcome(null, { ...alone, style: "hybrid", by: "us" })).toMatchObject({
      kind: "ok",
      value: {
        style: "hybrid",
        by: "us",
        answers: digestOf({ style: ["steps"], kinds: ["games", "shops"] }),
        basis: new Map([
          ["style", ["steps"]],
          ["kinds", ["games", "shops"]],
        ]),
        pack: packNow,
        model: 2,
      },
    });
  });

  it.each<[string, string | null, DecisionRequest, object]>([
    [
      "a deviation with a reason and a last day, today at the least",
      null,
      { style: "stateful", because: "old", until: "2026-06-30", reviewBy: null, by: null },
      { because: "old", until: "2026-06-30", by: null },
    ],
    [
      "the same style again, with the reason and the owner that it had",
      "{ style: stateful, because: old, until: 2026-01-01, by: us }",
      { ...alone, style: "stateful", until: "2027-01-01" },
      { because: "old", until: "2027-01-01", by: "us" },
    ],
    [
      "a decision as recommended with the day of its review, today at the least",
      null,
      { ...alone, style: "hybrid", reviewBy: "2026-06-30" },
      { until: null, reviewBy: "2026-06-30" },
    ],
    [
      "a deviation that is reviewed before it ends",
      null,
      { style: "stateful", because: "old", until: "2027-01-01", reviewBy: "2026-10-01", by: null },
      { until: "2027-01-01", reviewBy: "2026-10-01" },
    ],
    [
      "the same style again, with a day of review that is still ahead",
      "{ style: hybrid, review-by: 2026-06-30 }",
      { ...alone, style: "hybrid" },
      { reviewBy: "2026-06-30" },
    ],
    [
      "the same style again, without a day of review that is past: this was the review",
      "{ style: hybrid, review-by: 2026-06-29 }",
      { ...alone, style: "hybrid" },
      { reviewBy: null },
    ],
    [
      "the same style again, with a new day of review",
      "{ style: hybrid, review-by: 2026-06-29 }",
      { ...alone, style: "hybrid", reviewBy: "2027-06-30" },
      { reviewBy: "2027-06-30" },
    ],
    [
      "another style, on its own",
      "{ style: stateful, because: old, until: 2026-01-01, review-by: 2027-01-01, by: us }",
      { ...alone, style: "hybrid" },
      { because: null, until: null, reviewBy: null, by: null },
    ],
  ])("%s", (_, before, request, expected) => {
    expect(outcome(before, request)).toMatchObject({ kind: "ok", value: expected });
  });

  it("for whatever style while the verdict is undecided", () => {
    expect(outcome(null, { ...alone, style: "stateful" }, "{ load: many }").kind).toBe("ok");
  });
});

describe("refuses", () => {
  it.each<[string, DecisionRequest, readonly string[]]>([
    ["a deviation without a word", { ...alone, style: "stateful" }, ["unexplained-deviation"]],
    [
      "a deviation with a blank reason",
      { style: "stateful", because: " \n", until: "2027-01-01", reviewBy: null, by: null },
      ["unexplained-deviation"],
    ],
    [
      "a deviation without an end",
      { ...alone, style: "stateful", because: "old" },
      ["unexplained-deviation"],
    ],
    [
      "a deviation without a reason that is over",
      { ...alone, style: "stateful", until: "2026-06-29" },
      ["unexplained-deviation", "day-passed"],
    ],
    ["a day of review that is past", { ...alone, style: "hybrid", reviewBy: "2026-06-29" }, ["day-passed"]],
    [
      "an end of what is recommended",
      { ...alone, style: "hybrid", until: "2027-01-01" },
      ["until-without-deviation"],
    ],
  ])("%s", (_, request, codes) => {
    const refused = outcome(null, request);
    expect(refused.kind === "failed" && refused.problems.map(({ code }) => code)).toEqual(codes);
  });

  it("with what is missing, and the option that is wrong", () => {
    const refused = (request: DecisionRequest): unknown => {
      const decided = outcome(null, request);
      return decided.kind === "failed" ? decided.problems : decided;
    };
    const base = { severity: "error", at: null };
    expect(refused({ ...alone, style: "stateful" })).toEqual([
      {
        ...base,
        file: "decide",
        code: "unexplained-deviation",
        style: "stateful",
        verdict: "hybrid",
        missing: ["--because", "--until"],
      },
    ]);
    expect(refused({ ...alone, style: "stateful", because: "old", until: "2026-06-29" })).toEqual([
      { ...base, file: "--until", code: "day-passed", day: "2026-06-29", today: "2026-06-30" },
    ]);
    expect(refused({ ...alone, style: "hybrid", reviewBy: "2026-06-29" })).toEqual([
      { ...base, file: "--review-by", code: "day-passed", day: "2026-06-29", today: "2026-06-30" },
    ]);
    expect(refused({ ...alone, style: "hybrid", until: "2026-06-30" })).toEqual([
      { ...base, file: "--until", code: "until-without-deviation", style: "hybrid" },
    ]);
  });
});

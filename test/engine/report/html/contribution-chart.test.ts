import { describe, expect, it } from "vitest";
import { contributionChart, reasons } from "../../../../src/engine/report/html/contribution-chart.js";
import { wordsOf } from "../html-tree.js";
import { ruleOf, sample } from "../sample-recommendation.js";

describe("the chart of contributions", () => {
  it("leaves out answers that bring in no points", () => {
    const idle = { question: "context", implied: false, live: 0, kept: 0, stateless: 0, denominator: 6 };
    const from = { ...sample, contributions: [idle, ...sample.contributions.slice(3)] };
    expect(wordsOf(contributionChart(from))).toMatch(
      / ▸ What kind of system is it\? A shop; A bank 2 points for stateless 2$/,
    );
    expect(contributionChart({ ...sample, contributions: [idle] }).text).toBe("");
  });
});

describe("the rules that fired", () => {
  const fired = [
    { rule: ruleOf("always", "stateful", 3, 0, 0), questions: [] },
    { rule: ruleOf("two-way", "stateless", 0, 0, 3), questions: ["exchange", "context"] },
  ];
  const stateful = "3 points +3 The reason of always. always · cmp-state, RFC 6455 §1.1";
  const stateless =
    "3 points +3 The reason of two-way. two-way · from exchange and context · cmp-state, RFC 6455 §1.1";

  it.each([
    ["for stateful first, where both weigh the same", 3, "3 points", "3 points", ["stateful", "stateless"]],
    ["for the heavier side first", 4, "3 points", "4 points", ["stateless", "stateful"]],
  ])("are reported %s", (_, points, before, after, order) => {
    const from = {
      ...sample,
      rules: fired,
      scores: { live: 3, kept: 0, stateful: 3, stateless: points },
    };
    const told: Readonly<Record<string, string>> = {
      stateful: `For stateful: ${stateful}`,
      stateless: `For stateless: ${stateless.replace(before, after)}`,
    };
    expect(wordsOf(reasons(from))).toBe(order.map((style) => told[style]).join(" "));
  });
});

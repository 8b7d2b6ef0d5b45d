import { describe, expect, it } from "vitest";
import { contributionChart } from "../../../../src/engine/report/html/contribution-chart.js";
import { wordsOf } from "../html-tree.js";
import { boundSample, ruleOf, sample } from "../sample-recommendation.js";

describe("the chart of contributions", () => {
  it("has the sums of a concern, its answers, and the rules behind them", () => {
    const rules = [
      { rule: ruleOf("always", 3), questions: [] },
      { rule: ruleOf("two-way", -3), questions: ["exchange", "context"] },
    ];
    const from = { ...sample, rules, contributions: sample.contributions.slice(2) };
    // Of 10 points, (10 + 6 + 12) / 6 belong to the two answers.
    expect(wordsOf(contributionChart(from))).toBe(
      "against keeping it for keeping it Workflow, need: 7 for keeping it, 3 against " +
        "Answer ◂ against keeping itfor keeping it ▸ " +
        "How many clients are there? Very many need: +1 2/3 −1 1 1 2/3 " +
        "What kind of system is it? A shop; A bank need: −2 2 " +
        "5 1/3 of them come from rules that hold for every answer. " +
        "+3 The reason of always. always · cmp-state, RFC 6455 §1.1 " +
        "−3 The reason of two-way. two-way · from exchange and context · cmp-state, RFC 6455 §1.1",
    );
  });

  it("tells the two forms of the conversation apart, and says what both colours mean", () => {
    expect(wordsOf(contributionChart(boundSample))).toMatch(
      /^against keeping it for keeping it for binding it for keeping it elsewhere Interaction, need: .* Interaction, place: 3 for binding it, 1 for keeping it elsewhere /,
    );
  });

  it("is nothing if nothing weighs", () => {
    const concerns = sample.concerns.map((each) => ({ ...each, need: { for: 0, against: 0 } }));
    expect(contributionChart({ ...sample, concerns }).text).toBe("");
  });
});

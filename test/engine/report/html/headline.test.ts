import { describe, expect, it } from "vitest";
import { headline } from "../../../../src/engine/report/html/headline.js";
import { wordsOf } from "../html-tree.js";
import {
  analysis,
  followingDecision,
  ownDecision,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";

const words = (from: typeof sample): string => wordsOf(headline(from, "one"));

describe("the top of a surface", () => {
  it("says the verdict, what it means, and the figures", () => {
    expect(words(sample)).toBe(
      "shop · shop.yaml:7 checkout Hybrid Grade: fragile " +
        "State is needed, but most of it need not live with the connection: session in each request, workflow in a resource of its own. " +
        "Evidence 10 points 7 stateful, 3 stateless " +
        "Balance b +0.40 state is needed from 0 " +
        "Boundness h 0.29 2 live, 5 kept; bound from 0.5 " +
        "Stability radius r 0.40 firm from 0.25, fragile below 0.1",
    );
  });

  it("has no figures to show if nothing weighs and nothing was analysed", () => {
    const scores = { live: 0, kept: 0, stateful: 0, stateless: 0 };
    expect(words({ ...sample, scores, balance: null, boundness: null, analysis: null })).toMatch(
      / Evidence 0 points 0 stateful, 0 stateless Balance b – state is needed from 0 Boundness h – no point calls for state Stability radius r – not analysed$/,
    );
  });

  it.each([
    ["No error below 100 % in the weights changes the verdict.", sample],
    ["No verdict that other weights could change.", undecidedSample],
  ])("has no radius if there is none, and says why: %s", (said, from) => {
    const unstable = { ...analysis, stability: { radius: null, boundary: null, verdict: null } };
    expect(words({ ...from, analysis: unstable })).toContain(` Stability radius r – ${said}`);
  });

  it("reports a decision that has lapsed", () => {
    const lapse = { kind: "answers-changed", drift: { kind: "unknown" } } as const;
    expect(words({ ...sample, decision: followingDecision, lapse })).toContain(
      "Decided: hybrid, as recommended; it has lapsed, because the answers have changed since. Evidence",
    );
  });

  it.each([
    [
      ownDecision,
      "Decided by platform: stateful, which differs from the recommendation, accepted until 2027-06-30. Reason given: We own the clients. Evidence",
    ],
    [followingDecision, "own. Decided: hybrid, as recommended. Evidence"],
  ] as const)("has the recorded decision %o", (decision, said) => {
    expect(words({ ...sample, decision })).toContain(said);
  });
});

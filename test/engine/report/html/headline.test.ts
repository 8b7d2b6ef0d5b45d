import { describe, expect, it } from "vitest";
import { headline } from "../../../../src/engine/report/html/headline.js";
import { wordsOf } from "../html-tree.js";
import { followingDecision, ownDecision, sample, undecidedSample } from "../sample-recommendation.js";

const words = (from: typeof sample): string => wordsOf(headline(from, "one"));

describe("the top of a surface", () => {
  it("says what does not fit, the verdict, what is kept and what it means", () => {
    expect(words(sample)).toBe(
      "shop · shop.yaml:7 checkout Answers that do not fit each other " +
        "So many clients cannot all be led through steps. exchange : Steps that make one task; clients : Very many " +
        "Look again at: How many clients are there? clients " +
        "Hybrid Grade: fragile The server keeps only the task, in a resource of its own. " +
        "Any instance can find what is kept; none of it is bound to a connection or instance.",
    );
  });

  it("has no clashes and no grade if there are none", () => {
    expect(words({ ...undecidedSample, analysis: null })).toMatch(
      /^shop · shop\.yaml:7 checkout Undecided Too little is known about what has to be kept\. /,
    );
  });

  it("reports a decision that has lapsed", () => {
    const lapse = { kind: "answers-changed", drift: { kind: "unknown" } } as const;
    expect(words({ ...sample, decision: followingDecision, lapse })).toContain(
      "Decided: hybrid, as recommended; it has lapsed, because the answers have changed since.",
    );
  });

  it.each([
    [
      ownDecision,
      "Decided by platform: stateful, which differs from the recommendation, accepted until 2027-06-30. Reason given: We own the clients.",
    ],
    [followingDecision, "instance. Decided: hybrid, as recommended."],
  ] as const)("has the recorded decision %o", (decision, said) => {
    expect(words({ ...sample, decision })).toContain(said);
  });
});

import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { weighing } from "../../../../src/engine/report/text/weighing.js";
import { sample } from "../sample-recommendation.js";

describe("the answers that weigh", () => {
  it("are ordered by their points, each with its note and the rule through which it weighs", () => {
    const noted = sample.answers.map((answer) => ({
      ...answer,
      note: answer.question === "kinds" ? "Since 2001." : null,
    }));
    expect(weighing({ ...sample, answers: noted }, plainStyle, "stateless")).toEqual([
      "For stateless: 3 points",
      "",
      "  +2    What kind of system is it? A shop; A bank (kinds)",
      "        Note: Since 2001.",
      "        The reason of kinds-alone.",
      "        [kinds-alone · cmp-state, RFC 6455 §1.1]",
      "",
      "  +1    How many clients are there? Very many (clients)",
      "        The reason of many-clients.",
      "        [many-clients, contested · cmp-state, RFC 6455 §1.1]",
    ]);
  });
});

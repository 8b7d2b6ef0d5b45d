import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { weighing as sections } from "../../../../src/engine/report/document/rest-weighing.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { drawSections, inFull } from "../../../../src/engine/report/text/draw.js";
import { boundSample, sample } from "../sample-recommendation.js";

const weighing = (from: Recommendation): readonly (readonly string[])[] =>
  sections(from).map((each) => drawSections([each], inFull(plainStyle)));

describe("the answers that weigh", () => {
  it("come by concern and form, each with its note and the rule through which it weighs", () => {
    const noted = boundSample.answers.map((answer) => ({
      ...answer,
      note: answer.question === "clients" ? "Since 2001." : null,
    }));
    expect(weighing({ ...boundSample, answers: noted })).toEqual([
      [
        "Interaction, need: 4 for keeping it, 1 against",
        "",
        "  +4 −1   What kind of exchange is it? Steps that make one task (exchange)",
        "          The reason of streams.",
        "          [streams · cmp-state, RFC 6455 §1.1]",
        "          The reason of small.",
        "          [small · cmp-state, RFC 6455 §1.1]",
      ],
      [
        "Interaction, place: 3 for binding it, 1 for keeping it elsewhere",
        "",
        "  +3 −1   How many clients are there? Very many (clients)",
        "          Note: Since 2001.",
        "          The reason of held.",
        "          [held · cmp-state, RFC 6455 §1.1]",
        "          The reason of crowds.",
        "          [crowds · cmp-state, RFC 6455 §1.1]",
      ],
    ]);
  });

  it("leave out the place of a conversation that is not kept", () => {
    const concerns = boundSample.concerns.map((each) => ({ ...each, kept: false }));
    const titles = weighing({ ...boundSample, concerns }).map(([title]) => title);
    expect(titles).toEqual(["Interaction, need: 4 for keeping it, 1 against"]);
  });

  it("are nothing if nothing weighs", () => {
    const concerns = sample.concerns.map((each) => ({ ...each, need: { for: 0, against: 0 } }));
    expect(weighing({ ...sample, concerns })).toEqual([]);
  });
});

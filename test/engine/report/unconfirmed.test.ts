import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import type { UnconfirmedAnswer } from "../../../src/engine/model/unconfirmed.js";
import { formats } from "../../../src/engine/report/formats.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { unconfirmedWords } from "../../../src/engine/report/wording/unconfirmed-words.js";
import { boundSample, reportOf, sample } from "./sample-recommendation.js";

const answer = (question: string, overturns = true): UnconfirmedAnswer => ({
  ...{ question, overturns, moves: [], at: null },
});
const quiet = (question: string) => answer(question, false);

/** In the words of a screen, which names three. */
function sentence(...unconfirmed: readonly UnconfirmedAnswer[]): string {
  const text = formats.text(reportOf({ ...sample, unconfirmed }), plainStyle);
  return /^.* by an agent [\s\S]*?(?=\n\n)/m.exec(text)?.[0].replaceAll("\n", " ") ?? "";
}

describe("the line on answers that no person has confirmed", () => {
  it.each<[string, readonly UnconfirmedAnswer[]]>([
    ["", []],
    ["1 answer by an agent is unconfirmed; it decides: exchange.", [answer("exchange")]],
    ["1 answer by an agent is unconfirmed; it does not decide.", [quiet("exchange")]],
    ["2 answers by an agent are unconfirmed; none decides.", [quiet("exchange"), quiet("kinds")]],
    ["2 answers by an agent are unconfirmed; of these kinds decides.", [quiet("exchange"), answer("kinds")]],
    ["2 answers by an agent are unconfirmed; of these a and b decide.", [answer("a"), answer("b")]],
    [
      "4 answers by an agent are unconfirmed; of these a, b and c decide.",
      [answer("a"), quiet("x"), answer("b"), answer("c")],
    ],
    [
      "5 answers by an agent are unconfirmed; of these a, b, c and 2 more decide.",
      ["a", "b", "c", "d", "e"].map((id) => answer(id)),
    ],
  ])("is “%s”", (expected, unconfirmed) => {
    expect(sentence(...unconfirmed)).toBe(expected);
  });

  it("names all that it is allowed to", () => {
    const unconfirmed = ["a", "b", "c", "d"].map((id) => answer(id));
    expect(unconfirmedWords({ unconfirmed }, 4)).toMatchObject({ ids: ["a", "b", "c", "d"], others: "" });
  });

  const marked: Recommendation = { ...sample, unconfirmed: [answer("exchange"), answer("kinds")] };

  it.each<["text" | "markdown" | "adr" | "html", string]>([
    ["text", "are unconfirmed; of these exchange and kinds decide."],
    ["markdown", "**2 answers by an agent are unconfirmed**; of these `exchange` and `kinds` decide."],
    ["adr", "2 answers by an agent are unconfirmed; of these `exchange` and `kinds` decide."],
    ["html", "are unconfirmed</strong>; of these <code>exchange</code> and <code>kinds</code> decide."],
  ])("is once in %s, for the surface that it is about", (format, expected) => {
    for (const detail of ["normal", "full"] as const) {
      const text = formats[format](reportOf(marked, boundSample), { ...plainStyle, detail, width: 200 });
      expect(text).toContain(expected);
      expect(text.match(/by an agent/g)).toHaveLength(1);
    }
  });

  it("says nothing where there are none", () => {
    for (const format of ["text", "markdown", "adr", "html", "checklist"] as const)
      expect(formats[format](reportOf(sample), plainStyle)).not.toContain("agent");
  });
});

describe("the checklist", () => {
  it("has an item for each answer that decides, with what it would change and the agent's note", () => {
    const unconfirmed = [
      { ...answer("exchange"), moves: ["session", "workflow"] as const },
      quiet("context"),
      { ...quiet("kinds"), moves: ["sync"] as const },
    ];
    const lines = formats.checklist(reportOf({ ...sample, unconfirmed }), plainStyle).split("\n");
    const items = lines.flatMap((line, at) =>
      line.includes("an agent answered") ? [[line, lines[at + 1]]] : [],
    );
    expect(items).toEqual([
      [
        "- [ ] Confirm what an agent answered: What kind of exchange is it? **Steps that make one task**. <!-- id: checkout/confirm/exchange -->\\",
        expect.stringMatching(
          /^ {6}_Why:_ Another answer would change the verdict and where the state of session and workflow lives\. Its note: Über 3 Schritte 你好 🛒/,
        ),
      ],
      [
        expect.stringMatching(/<!-- id: checkout\/confirm\/kinds -->\\$/),
        expect.stringContaining("Another answer would change where the state of sync lives."),
      ],
    ]);
  });
});

describe("json", () => {
  it("says of each what another answer would change", () => {
    const unconfirmed = [{ ...answer("exchange"), moves: ["session"] as const }, quiet("kinds")];
    const { services } = JSON.parse(formats.json(reportOf({ ...sample, unconfirmed }), plainStyle));
    expect(services[0].surfaces[0].unconfirmed).toEqual([
      { question: "exchange", overturns: true, moves: ["session"] },
      { question: "kinds", overturns: false, moves: [] },
    ]);
  });
});

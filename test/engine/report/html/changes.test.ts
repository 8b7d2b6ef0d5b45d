import { describe, expect, it } from "vitest";
import type { TippingPoints } from "../../../../src/engine/model/analysis.js";
import { answers, openQuestions, tipping } from "../../../../src/engine/report/html/changes.js";
import { wordsOf } from "../html-tree.js";
import { analysis, sample } from "../sample-recommendation.js";

const single = { question: "exchange", from: "steps", to: "single" };
const few = { question: "clients", from: "many", to: "few" };
const game = { question: "kinds", from: null, to: "game" };

const toSingle =
  "What kind of exchange is it? “Single requests” instead of “Steps that make one task” (exchange)";
const toFew = "How many clients are there? “Few” instead of “Very many” (clients)";
const withGame = "What kind of system is it? also “A game” (kinds)";

/** The text about sets of changes that all lead to stateless. */
const said = (sets: readonly TippingPoints["points"][number]["changes"][], left = 0): string => {
  const points = sets.map((changes) => ({ changes, verdict: "stateless" as const }));
  const tippingPoints = { points, left, complete: true, searched: 2 };
  return wordsOf(tipping({ ...sample, analysis: { ...analysis, tippingPoints, concernTippingPoints: [] } }));
};

describe("what would change the verdict", () => {
  it("is reported by the verdict that it leads to, and the rest is counted", () => {
    expect(wordsOf(tipping(sample))).toBe(
      `Changing one answer is enough: stateless with any one of ${toSingle} What kind of system is it? without “A shop” (kinds) stateful with ${withGame} … and 2 more changes. The sign-in is kept elsewhere, in a store or a resource, if ${toFew}`,
    );
  });

  it("is one alternative if one answer may lead to several others", () => {
    const other = (to: string) => [{ question: "kinds", from: "shop", to }];
    expect(said([other("bank"), other("game")])).toBe(
      "Changing one answer is enough: stateless with What kind of system is it? “A bank” or “A game” instead of “A shop” (kinds)",
    );
  });

  it.each([
    ["one set", [[single, few]], `with all of ${toSingle} ${toFew}`],
    [
      "sets that share a change",
      [
        [single, few],
        [single, game],
      ],
      `with all of ${toSingle} and any one of ${toFew} ${withGame}`,
    ],
    [
      "sets that share none",
      [
        [single, few],
        [few, game],
        [single, game],
      ],
      `with any one of ${toSingle} and ${toFew} ${toFew} and ${withGame} ${toSingle} and ${withGame}`,
    ],
  ])("is reported for %s", (_, sets, expected) => {
    expect(said(sets)).toBe(`No single answer does it; 2 changed together do: stateless ${expected}`);
  });

  it("ends with the number of changes beyond the first two dozen", () => {
    const sets = Array.from({ length: 27 }, (_, at) => [{ question: "kinds", from: null, to: `kind${at}` }]);
    expect(said(sets)).toContain("also “kind23” (kinds) … and 3 more changes.");
    expect(said(sets.slice(0, 24))).toMatch(/also “kind23” \(kinds\)$/);
  });

  it("is nothing if nothing was found", () => {
    expect(said([])).toBe("No change of the given answers changes the verdict.");
  });
});

describe("the open questions", () => {
  it("come with why they are asked, what an answer is worth, and what depends on it", () => {
    const [latency, network] = sample.open;
    if (latency === undefined || network === undefined) throw new Error("the sample has two open questions");
    const open = [latency, { ...network, valueOfInformation: null }];
    expect(wordsOf(openQuestions({ ...sample, open }))).toBe(
      "Question Worth Why it matters " +
        "How soon must an answer be there? latency not sure yet 0.31 bits why Can overturn the verdict alone. " +
        "What is the network like? network – why " +
        "Worth: how much an answer narrows the verdict down on average, in bits.",
    );
  });

  it("have no worth if nothing was analysed", () => {
    expect(wordsOf(openQuestions({ ...sample, open: sample.open.slice(1), analysis: null }))).toBe(
      "Question Why it matters What is the network like? network why",
    );
  });

  it("are nothing if none is open", () => {
    expect(openQuestions({ ...sample, open: [] }).text).toBe("");
  });
});

describe("the answers", () => {
  it("come with their notes, and the implied ones with the reason", () => {
    expect(wordsOf(answers({ ...sample, answers: sample.answers.slice(0, 2) }))).toBe(
      "All 2 answers, 1 of them implied Question Answer " +
        "What kind of exchange is it? exchange Steps that make one task Über 3 Schritte 你好 🛒 " +
        "How much context is there? context A lot implied A task of steps builds context up.",
    );
  });

  it("are counted alone if none is implied", () => {
    expect(wordsOf(answers({ ...sample, answers: sample.answers.slice(3) }))).toBe(
      "All 1 answer Question Answer What kind of system is it? kinds A shop; A bank",
    );
  });

  it("are nothing if there are none", () => {
    expect(answers({ ...sample, answers: [] }).text).toBe("");
  });
});

import { describe, expect, it } from "vitest";
import type { SoFar } from "../../../src/cli/ask/prompter.js";
import { soFarLine, soFarSentence } from "../../../src/cli/ask/so-far-line.js";
import { plainPalette } from "../../../src/engine/report/report-style.js";

const soFar: SoFar = {
  verdict: "hybrid",
  grade: "fair",
  before: null,
  headline: "the server keeps the login",
};
const at = (columns: number, unicode = true) => ({ columns, rows: 24, unicode, palette: plainPalette });

describe("the verdict so far", () => {
  it.each<[what: string, of: Partial<SoFar>, text: string]>([
    ["with its grade", {}, "HYBRID · fair"],
    ["without one", { verdict: "undecided", grade: null }, "UNDECIDED"],
    [
      "with another grade than before",
      { before: { verdict: "hybrid", grade: "fragile" } },
      "HYBRID · fragile → fair",
    ],
    [
      "after another",
      { before: { verdict: "stateless", grade: "firm" } },
      "STATELESS · firm → HYBRID · fair",
    ],
    ["after none", { before: { verdict: "undecided", grade: null } }, "UNDECIDED → HYBRID · fair"],
    [
      "whose grade is out of reach now",
      { grade: null, before: { verdict: "hybrid", grade: "fair" } },
      "HYBRID · fair → HYBRID",
    ],
  ])("%s", (_, of, text) => {
    expect(soFarLine({ ...soFar, ...of }, at(80))).toBe(`So far: ${text}; the server keeps the login`);
  });

  it("cuts no character in half", () => {
    const line = soFarLine({ ...soFar, headline: "🙂".repeat(40) }, at(60));
    expect(line).toMatch(/^So far: HYBRID · fair; (🙂)+…$/u);
  });

  it("is one line in any window", () => {
    // One column stays free; what is left of the headline has to be worth reading.
    expect(soFarLine(soFar, at(40))).toBe("So far: HYBRID · fair; the server keep…");
    expect(soFarLine(soFar, at(34))).toBe("So far: HYBRID · fair");
  });

  it("is a sentence where it is read aloud, and has a form in ASCII", () => {
    const changed: SoFar = { ...soFar, before: { verdict: "hybrid", grade: "fragile" } };
    expect(soFarSentence(changed)).toBe("So far: HYBRID, fragile, now fair; the server keeps the login.");
    expect(soFarLine(changed, at(80, false))).toBe(
      "So far: HYBRID, fragile -> fair; the server keeps the login",
    );
  });
});

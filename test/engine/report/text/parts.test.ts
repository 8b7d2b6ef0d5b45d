import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { bibliography, hasBibliography, summaryTable } from "../../../../src/engine/report/text/document.js";
import {
  answersWithoutPoints,
  placements,
  tradeoffs,
  vetoes,
} from "../../../../src/engine/report/text/entries.js";
import { implied, trust, unanswered } from "../../../../src/engine/report/text/outlook.js";
import { headline, surface } from "../../../../src/engine/report/text/surface.js";
import { disadvantage, sample, undecidedSample } from "../sample-recommendation.js";

const full = { ...plainStyle, detail: "full" } as const;
const chosen = [
  { id: "shop", label: "A shop" },
  { id: "bank", label: "A bank" },
];

it("parts with nothing to say are nothing", () => {
  expect(unanswered({ ...sample, open: [] }, plainStyle)).toEqual([]);
  expect(placements({ ...sample, concerns: [] }, plainStyle)).toEqual([]);
  expect(bibliography([{ ...sample, titles: new Map() }], full)).toEqual([]);
});

it("a verdict without a grade stands alone", () => {
  expect(headline({ ...sample, analysis: null }, plainStyle)[0]).toBe("  HYBRID");
});

describe("the sides of a surface", () => {
  const sides = (stateful: number, stateless: number): readonly string[] =>
    surface(
      { ...sample, scores: { live: 0, kept: stateful, stateful, stateless }, contributions: [] },
      plainStyle,
    ).filter((line) => line.startsWith("For "));

  it("come with the heavier first, stateful if both weigh the same", () => {
    expect(sides(3, 4)).toEqual(["For stateless: 4 points", "For stateful: 3 points"]);
    expect(sides(3, 3)).toEqual(["For stateful: 3 points", "For stateless: 3 points"]);
  });

  it("are left out if nothing weighs", () => {
    const scores = { live: 0, kept: 0, stateful: 0, stateless: 0 };
    const lines: readonly string[] = surface({ ...sample, scores, analysis: null }, plainStyle);
    const next = lines.indexOf("Ruled out regardless of points");
    // Before it are the end of the sentence on the verdict and an empty line.
    expect(lines.slice(next - 2, next).join("\n")).toMatch(/ in a resource of its own\.\n$/);
  });
});

describe("the headings of a surface", () => {
  it("say that open questions are in an order if that is known", () => {
    expect(surface(undecidedSample, plainStyle)).toEqual(
      expect.arrayContaining([
        "What would help most (2 open questions, most informative first)",
        "Where it can still lead",
      ]),
    );
    expect(surface({ ...undecidedSample, analysis: null }, plainStyle)).toContain(
      "What would help most (2 open questions)",
    );
    expect(surface({ ...sample, analysis: null }, plainStyle)).toContain(
      "Still unanswered (2 open questions)",
    );
  });
});

describe("how far to trust it", () => {
  it("is not known if nothing was analysed", () => {
    expect(trust({ ...sample, analysis: null }, plainStyle)).toEqual(["  Not analysed."]);
  });

  it("has no grade to begin with if there is none", () => {
    expect(trust(undecidedSample, plainStyle)[0]).toBe(
      "  Weights    No verdict that other weights could change.",
    );
  });
});

describe("the sources", () => {
  it("are those that have titles, with their addresses", () => {
    const titles = new Map([
      ["cmp-state", "What the server remembers"],
      ["rfc-6455", "The WebSocket Protocol"],
    ]);
    const from = { ...sample, titles, urls: new Map([["rfc-6455", "https://x.example"]]) };
    expect(bibliography([from], full)).toEqual([
      "Sources",
      "",
      "  • cmp-state: What the server remembers",
      "  • rfc-6455: The WebSocket Protocol https://x.example",
    ]);
    expect(hasBibliography([from])).toBe(true);
    expect(hasBibliography([{ ...from, titles: new Map() }])).toBe(false);
  });
});

describe("questions and answers", () => {
  it("are at the margin if their worth is not known", () => {
    const open = sample.open.slice(1).map((each) => ({ ...each, valueOfInformation: null }));
    expect(unanswered({ ...sample, open, analysis: null }, plainStyle)).toEqual([
      "  What is the network like? (network)",
    ]);
  });

  it("that are implied name all options, and the reason if there is one", () => {
    const answers = sample.answers
      .slice(3)
      .map((answer) => ({ ...answer, options: chosen, state: "implied" as const }));
    expect(implied({ ...sample, answers }, plainStyle)).toEqual([
      "  • What kind of system is it? A shop; A bank (kinds)",
    ]);
  });

  it("that brought in no points name all options", () => {
    const from = { ...sample, answers: sample.answers.slice(3), contributions: [] };
    expect(answersWithoutPoints(from, full)).toEqual([
      "  • What kind of system is it? A shop; A bank (kinds)",
    ]);
  });
});

it("a veto names all options that it depends on, and what is said against it", () => {
  const contested = sample.vetoes.map(({ veto }) => ({
    veto: { ...veto, contested: "Some do." },
    questions: ["kinds"],
  }));
  expect(vetoes({ ...sample, vetoes: contested }, plainStyle)).toEqual([
    "  × Pure stateful is ruled out. Nothing outlives a request here.",
    "    kinds: A shop; A bank",
    "    Contested: Some do.",
    "    [no-memory · cmp-state]",
  ]);
});

it("a cost has what to do about it if there is something", () => {
  const costs = [disadvantage("a"), { ...disadvantage("b"), mitigation: null }];
  expect(tradeoffs({ ...sample, tradeoffs: costs }, plainStyle)).toEqual([
    "  − The cost of a.",
    "    What to do: The remedy of a.",
    "    [a · sf-con-load]",
    "",
    "  − The cost of b.",
    "    [b · sf-con-load]",
  ]);
});

it("a table of surfaces is as wide as its first heading at least, and knows no balance without points", () => {
  const rows = [
    { ...sample, surface: "a" },
    { ...undecidedSample, surface: "b", balance: null },
  ];
  expect(summaryTable(rows, plainStyle)).toEqual([
    "surface  verdict    grade    balance",
    "a        hybrid     fragile  +0.40",
    "b        undecided  –        –",
  ]);
});

it("a table of the same surface in two files names them", () => {
  expect(summaryTable([sample, { ...sample, source: "after.yaml" }], plainStyle)).toEqual([
    "surface                verdict    grade    balance",
    "checkout (shop.yaml)   hybrid     fragile  +0.40",
    "checkout (after.yaml)  hybrid     fragile  +0.40",
  ]);
});

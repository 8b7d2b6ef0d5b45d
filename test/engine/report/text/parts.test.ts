import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { bibliography } from "../../../../src/engine/report/text/document.js";
import { otherAnswers, tradeoffs } from "../../../../src/engine/report/text/entries.js";
import { implied, trust, unanswered } from "../../../../src/engine/report/text/outlook.js";
import { placements, settled } from "../../../../src/engine/report/text/state.js";
import { summaryTable } from "../../../../src/engine/report/text/summary.js";
import { headline, surface } from "../../../../src/engine/report/text/surface.js";
import { boundSample, disadvantage, sample, undecidedSample } from "../sample-recommendation.js";

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
  expect(headline({ ...sample, analysis: null }, plainStyle)[0]).toBe(
    "  HYBRID: the server keeps only the task, in a resource of its own",
  );
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
    expect(trust(undecidedSample, plainStyle).at(-1)).toBe(
      "  Weights    There is no verdict yet that they could change.",
    );
    expect(trust(undecidedSample, plainStyle)[0]).toMatch(/^ {2}Answers {4}Of 16 ways/);
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

  it("that no rule reads name all options", () => {
    const from = { ...sample, answers: sample.answers.slice(3), contributions: [] };
    expect(otherAnswers(from, full)).toEqual(["  • What kind of system is it? A shop; A bank (kinds)"]);
  });
});

it("a given names all options that it depends on, and what is said against it", () => {
  const contested = sample.settled.map(({ rule }) => ({
    rule: { ...rule, contested: "Some do." },
    questions: ["kinds"],
  }));
  expect(settled({ ...sample, settled: contested }, plainStyle)).toEqual([
    "  • The sign-in is not to be kept. Nothing outlives a request here.",
    "    kinds: A shop; A bank",
    "    Contested: Some do.",
    "    [no-memory · cmp-state]",
  ]);
});

it("full detail says what a companion and a second home are, as of any pattern", () => {
  const lines: readonly string[] = placements(boundSample, { ...full, width: 120 });
  const at = lines.indexOf("               with: Resume token, in each request, e.g. Last-Event-ID");
  expect(lines.slice(at + 1, at + 10)).toEqual([
    "               What it is: A record of the task.",
    "               Fits when: When tasks outlive connections.",
    "               Watch: Tokens that never end.",
    "               backed by Log of unread messages, in a shared store, e.g. PostgreSQL, Temporal, Step Functions",
    "               The reason of unread-log.",
    "               [unread-log]",
    "               What it is: A record of the task.",
    "               Fits when: When tasks outlive connections.",
    "               Watch: Records that nobody ends.",
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

it("a table of surfaces is as wide as its first heading at least, and has a dash for what there is not", () => {
  const rows = [
    { ...sample, surface: "a" },
    { ...undecidedSample, surface: "b" },
  ];
  expect(summaryTable(rows, plainStyle)).toEqual([
    "surface  verdict    grade    kept",
    "a        hybrid     fragile  workflow",
    "b        undecided  –        –",
  ]);
});

it("a table of the same surface in two files names them", () => {
  expect(summaryTable([sample, { ...sample, source: "after.yaml" }], plainStyle)).toEqual([
    "surface                verdict  grade    kept",
    "checkout (shop.yaml)   hybrid   fragile  workflow",
    "checkout (after.yaml)  hybrid   fragile  workflow",
  ]);
});

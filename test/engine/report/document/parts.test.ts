import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import type { Block } from "../../../../src/engine/report/document/blocks.js";
import { bibliography as sources } from "../../../../src/engine/report/document/document.js";
import { overviewOf } from "../../../../src/engine/report/document/overview.js";
import {
  givenBlocks,
  implied as impliedBlocks,
  otherAnswers as otherBlocks,
  tradeoffs as tradeoffBlocks,
} from "../../../../src/engine/report/document/rest-entries.js";
import { openQuestions, trust as trustBlocks } from "../../../../src/engine/report/document/rest-outlook.js";
import { placements as placementBlocks } from "../../../../src/engine/report/document/rest-state.js";
import { plainStyle, type ReportStyle } from "../../../../src/engine/report/report-style.js";
import { drawBlocks, drawSections, inFull } from "../../../../src/engine/report/text/draw.js";
import { headline, surface as surfaceLines } from "../../../../src/engine/report/text/surface.js";
import { boundSample, disadvantage, sample, undecidedSample } from "../sample-recommendation.js";

/* What the sections of a document say, drawn as text. */

const drawn =
  (blocksOf: (from: Recommendation) => readonly Block[]) =>
  (from: Recommendation, style: ReportStyle): readonly string[] =>
    drawBlocks(blocksOf(from), inFull(style), 2);
const placements = drawn(placementBlocks);
const settled = drawn(givenBlocks);
const tradeoffs = drawn(tradeoffBlocks);
const otherAnswers = drawn(otherBlocks);
const implied = drawn(impliedBlocks);
const unanswered = drawn(openQuestions);
const trust = drawn(trustBlocks);
const surface = (from: Recommendation, style: ReportStyle): readonly string[] =>
  surfaceLines(from, from.surface, style);
const summaryTable = (surfaces: readonly Recommendation[], style: ReportStyle): readonly string[] =>
  drawBlocks(overviewOf(surfaces), inFull(style), 0);
const bibliography = (surfaces: readonly Recommendation[], style: ReportStyle): readonly string[] =>
  drawSections(sources(surfaces), inFull(style));

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
  it("say nothing of their worth if it is not known", () => {
    const open = sample.open.slice(1).map((each) => ({ ...each, valueOfInformation: null }));
    expect(unanswered({ ...sample, open, analysis: null }, plainStyle)).toEqual([
      "  • What is the network like? (network)",
      "    Why it matters: why",
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
    "  • The login is not to be kept. Nothing outlives a request here.",
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
    { ...sample, surface: "a", clashes: [] },
    { ...undecidedSample, surface: "b" },
  ];
  expect(summaryTable(rows, plainStyle)).toEqual([
    "surface  verdict    grade    kept",
    "a        hybrid     fragile  workflow",
    "b        undecided  –        –",
  ]);
});

it("a table of the same surface in two files names them", () => {
  const before = { ...sample, clashes: [] };
  expect(summaryTable([before, { ...before, source: "after.yaml" }], plainStyle)).toEqual([
    "surface                verdict  grade    kept",
    "checkout (shop.yaml)   hybrid   fragile  workflow",
    "checkout (after.yaml)  hybrid   fragile  workflow",
  ]);
});

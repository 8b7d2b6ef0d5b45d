import fc from "fast-check";
import type { Heading } from "mdast";
import { describe, expect, test } from "vitest";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { markdownReport as markdown } from "../../../src/engine/report/markdown/document.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { anyText, attacks, reworded } from "./hostile.js";
import { nodesOf, parseMarkdown, skeletonOf, textOf, unaligned } from "./markdown-tree.js";
import { boundSample, reportOf, sample, undecidedSample } from "./sample-recommendation.js";

const full: ReportStyle = { ...plainStyle, detail: "full" };

const headings = (document: string): readonly string[] =>
  nodesOf(parseMarkdown(document))
    .filter((node): node is Heading => node.type === "heading")
    .map((node) => `${node.depth} ${textOf(node)}`);

const sections = ["Where the state lives", "Why", "Watch", "What would change it"];
const inFull = [
  "Where the state lives",
  "What has to be kept",
  "Settled whatever the points",
  "Workflow, need: 7 for keeping it, 3 against",
  "What it assumes",
  "What this choice brings and costs",
  "Errors and operation",
  "How far to trust it",
  "What would change it",
  "Still unanswered (2 open questions, most informative first)",
  "Implied answers",
];
const clash = "Answers that do not fit each other";

test("one surface: what one needs, the rest folded", () => {
  expect(headings(markdown(reportOf(sample), plainStyle))).toEqual([
    "2 shop · checkout: stateless or stateful?",
    `3 ${clash}`,
    ...sections.map((title) => `3 ${title}`),
    `4 ${clash}`,
    ...inFull.map((title) => `4 ${title}`),
  ]);
});

test("in full detail: everything once, unfolded, with the sources", () => {
  const document = markdown(reportOf(sample), full);
  expect(headings(document)).toEqual([
    "2 shop · checkout: stateless or stateful?",
    `3 ${clash}`,
    ...inFull.map((title) => `3 ${title}`),
    "3 Sources",
  ]);
  expect(document).not.toContain("<details>");
  expect(document).toContain(
    "- **rfc-6455**: [RFC 6455: The WebSocket Protocol](https://www.rfc-editor.org/rfc/rfc6455)",
  );
});

test("several surfaces: a table of them, and a heading each", () => {
  const document = markdown(reportOf(sample, { ...undecidedSample, surface: "cart" }), plainStyle);
  expect(headings(document).filter((title) => !/^[45]/.test(title))).toEqual([
    "2 shop: stateless or stateful?",
    "3 shop · checkout",
    "3 shop · cart",
  ]);
  expect(unaligned(document)).toContain(
    "| checkout | **hybrid** | **fragile** | workflow |\n| cart | **undecided** | – | – |\n",
  );
});

test("the same service in two files: a heading each, with the file", () => {
  const report = reportOf(sample);
  const after = { ...sample, source: "after.yaml" };
  const services = [...report.services, { service: "shop", source: "after.yaml", surfaces: [after] }];
  expect(
    headings(markdown({ ...report, services }, plainStyle)).filter((title) => title.startsWith("3")),
  ).toEqual(["3 shop · checkout (shop.yaml)", "3 shop · checkout (after.yaml)"]);
});

/** What is shown before anything is unfolded. */
const unfolded = (document: string): string => document.replace(/<details>.*?<\/details>/gs, "");

describe("says what it has to", () => {
  const document = unaligned(markdown(reportOf(sample), plainStyle));
  test.each([
    "**HYBRID: the server keeps only the task, in a resource of its own** (grade **fragile**, 4 of 6 answered)",
    "- So many clients cannot all be led through steps.\n  - **Look again at:** How many clients are there?",
    "- **Workflow**: **own resource**: Task record, e.g. PostgreSQL, Temporal, Step Functions",
    "_\\+ to keep, − not to; points: workflow 7 : 3_\n\n- **+** The reason of three-way.",
    "- The cost of cost-a.\n  - → The remedy of cost-a.",
    "- → **stateful**: kinds **also “A game”**",
    "**Assumes:** network “Reliable”",
    "**Could overturn it:** latency",
  ])("at once: %s", (said) => {
    expect(unfolded(document)).toContain(said);
  });
  test.each([
    "- **Workflow**: **kept**: 7 points for keeping it, 3 against",
    "- **Weights**: Robust. Each weight may be off by less than 40 %",
    "Stability radius r = \\|A − B\\| / (A + B) = \\|7 − 3\\| / (7 + 3) = 0.40 (workflow, need).",
    "- **Answers**: Open: an open question can change the verdict alone.",
    "- **+2 2/3** What kind of exchange is it? **Steps that make one task** (`exchange`)",
    "  - Note: Über 3 Schritte 你好 🛒",
    "  - The reason of three-way. (`three-way`, 5 points shared with context and clients; [RFC 6455 §1.1](https://www.rfc-editor.org/rfc/rfc6455))",
    "  - (`three-way`, 5 points shared with exchange and clients, as above)",
    "  - **What to do:** The remedy of cost-a.",
    "- → **stateful**\n  - What kind of system is it? also **“A game”** (kinds)",
    "- How soon must an answer be there? (`latency`, 0.31 bits, not sure yet): **can overturn it alone**",
    "Not asked: what you already run. If one of these decides, record it: `api-advisor decide FILE --style … --because … --until …`",
    "Rules drawn from [“On state”, a paper](https://paper.example/state)",
  ])("in the end: %s", (said) => {
    expect(document).toContain(said);
  });

  test("claims in words, where they are cited first, and no bare tags", () => {
    expect(document.split("“The styles differ in what the server remembers.”")).toHaveLength(2);
    expect(unfolded(document)).not.toMatch(/cmp-|sl-pro|`three-way`/);
    expect(document).not.toMatch(/cmp-/);
  });
});

test("a companion and a second home are beside the first", () => {
  expect(unfolded(markdown(reportOf(boundSample), plainStyle))).toContain(
    "- **Interaction**: **connection or instance**: Gateway, e.g. PostgreSQL, Temporal, Step Functions; with Resume token; backed by Log of unread messages (shared store)\n",
  );
});

test("undecided: what would help, and nothing is placed", () => {
  const document = markdown(reportOf(undecidedSample), plainStyle);
  expect(headings(document)).toEqual([
    "2 shop · checkout: stateless or stateful?",
    "3 What would help most",
    "3 Why",
    "4 What would help most (2 open questions, most informative first)",
    "4 Workflow, need: 0 for keeping it, 2 against",
    "4 Where it can still lead",
    "4 Implied answers",
    "4 Other answers",
  ]);
  expect(document).toContain("(`latency`, 0.31 bits, not sure yet): **can settle it alone**");
});

test("unanalysed: no grade, no radius, no order of questions", () => {
  const open = sample.open.map((each) => ({ ...each, valueOfInformation: null, overturns: false }));
  const document = markdown(reportOf({ ...sample, analysis: null, open }), plainStyle);
  expect(document).not.toMatch(/grade|radius|Weights/);
  expect(document).toContain("**What would change it:** Not analysed.");
  expect(document).toContain("- How soon must an answer be there? (`latency`, not sure yet)\n");
});

describe("a comment takes 65,536 characters", () => {
  const note = "Not everything fits into a comment; `--details` says it all.";

  const long = "word ".repeat(14_000);
  const implied = sample.answers.map((each) => ({ ...each, impliedBecause: each.impliedBecause && long }));
  const guidance = sample.guidance.map((each) => ({ ...each, because: long }));
  const settled = sample.settled.map(({ rule, questions }) => ({
    rule: { ...rule, contested: long },
    questions,
  }));

  test.each([
    [
      "nothing is left out of one that fits",
      {},
      ["Implied answers", "Errors and operation", "How far to trust it"],
    ],
    ["answers go first", { answers: implied }, ["Errors and operation", "How far to trust it"]],
    ["then what is the same for many APIs", { guidance }, ["How far to trust it"]],
    ["then all that is folded", { settled }, []],
  ] as readonly (readonly [string, Partial<Recommendation>, readonly string[]])[])("%s", (_, more, kept) => {
    const document = markdown(reportOf({ ...sample, ...more }), plainStyle);
    expect(document.length).toBeLessThanOrEqual(65_536);
    const titles = headings(document);
    for (const title of ["Implied answers", "Errors and operation", "How far to trust it"])
      expect(titles.includes(`4 ${title}`)).toBe(kept.includes(title));
    expect(document.includes(note)).toBe(kept.length < 3);
    expect(document.includes("<details>")).toBe(kept.length > 0);
  });

  test("in full detail nothing is left out", () => {
    const document = markdown(reportOf({ ...sample, answers: implied, guidance, settled }), full);
    expect(document).not.toContain(note);
    expect(headings(document)).toContain("3 Implied answers");
  });
});

describe("no text changes the structure", () => {
  const drawn = (reword: (text: string) => string): string =>
    markdown(reportOf(reworded(reword), reworded(reword, boundSample)), plainStyle);
  const plainly = skeletonOf(parseMarkdown(drawn(() => "x")));
  const check = (text: string): void => {
    // The folded text may be empty; then there is nothing to keep in its place.
    fc.pre(text.trim() !== "");
    expect(skeletonOf(parseMarkdown(drawn(() => `x${text}x`)))).toEqual(plainly);
  };
  // Balanced backticks in a pack's texts are code on purpose.
  test.each(attacks.filter((attack) => !attack.includes("`")))("%j", check);
  test("any text", () => {
    fc.assert(
      fc.property(
        anyText.map((text) => text.replaceAll("`", "'")),
        check,
      ),
      { numRuns: 10 },
    );
  });
});

test("ASCII if the style asks for it", () => {
  const document = markdown(reportOf(sample, undecidedSample), { ...full, unicode: false });
  expect(document).toMatch(/^[\n -~]*$/);
  expect(headings(document)).toHaveLength(headings(markdown(reportOf(sample, undecidedSample), full)).length);
});

import fc from "fast-check";
import type { Heading } from "mdast";
import { describe, expect, test } from "vitest";
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

test("one surface: the service's heading, sections below it", () => {
  expect(headings(markdown(reportOf(sample), full))).toEqual([
    "2 shop · checkout: stateless or stateful?",
    "3 Settled whatever the points",
    "3 Why",
    "3 Where the state lives",
    "3 What it assumes",
    "3 What this choice brings and costs",
    "3 Errors and operation",
    "3 What would change it",
    "3 Open questions, most informative first",
    "3 Implied answers",
    "3 Sources",
  ]);
});

test("several surfaces: a table of them, and a heading each", () => {
  const document = markdown(reportOf(sample, { ...undecidedSample, surface: "cart" }), plainStyle);
  expect(headings(document).filter((title) => !title.startsWith("4"))).toEqual([
    "2 shop: stateless or stateful?",
    "3 checkout",
    "3 cart",
  ]);
  expect(unaligned(document)).toContain(
    "| checkout | **hybrid** | fragile | workflow |\n| cart | **undecided** | – | – |\n",
  );
});

test("the same service in two files: a heading each, with the file", () => {
  const report = reportOf(sample);
  const after = { ...sample, source: "after.yaml" };
  const services = [...report.services, { service: "shop", source: "after.yaml", surfaces: [after] }];
  expect(
    headings(markdown({ ...report, services }, plainStyle)).filter((title) => title.startsWith("2")),
  ).toEqual([
    "2 shop · checkout (shop.yaml): stateless or stateful?",
    "2 shop · checkout (after.yaml): stateless or stateful?",
  ]);
});

describe("says what it has to", () => {
  const document = unaligned(markdown(reportOf(sample), plainStyle));
  test.each([
    "**HYBRID: the server keeps only the task, in a resource of its own** (grade **fragile**). Any instance",
    "| Workflow | kept | 7 points for keeping it, 3 against. |",
    "| Weights | r = 0.40 | Robust. Each weight may be off by less than 40 %",
    "Stability radius r = \\|A − B\\| / (A + B) = \\|7 − 3\\| / (7 + 3) = 0.40 (workflow, need). |",
    "| Answers | 2 open questions | Open: an open question can change the verdict alone.",
    "- **+2 2/3** What kind of exchange is it? **Steps that make one task** (`exchange`)",
    "  - Note: Über 3 Schritte 你好 🛒",
    "  - The reason of three-way. (together with context and clients; cmp-state, [RFC 6455 §1.1](https://www.rfc-editor.org/rfc/rfc6455))",
    "| **Workflow** (tasks and transactions over several requests) | **in a resource of its own** | Task record, e.g. PostgreSQL, Temporal, Step Functions | The reason of task. |",
    "  - **What to do:** The remedy of cost-a.",
    "… and 2 more disadvantages.",
    "- → **stateful**\n  - What kind of system is it? also **“A game”** (kinds)",
    "- How soon must an answer be there? (`latency`, worth 0.31 bits, **can overturn the verdict alone**, not sure yet)",
    "Not asked: what you already run. If one of these decides, record it: `api-advisor decide FILE --style … --because … --until …`",
    "_api-advisor 1.0.0, rule pack default 1.0.0 (`sha256-0123`). Rules drawn from [“On state”, a paper](https://paper.example/state)._",
  ])("%s", (said) => {
    expect(document).toContain(said);
  });
});

test("undecided: what would help comes before the figures, and nothing is placed", () => {
  const document = markdown(reportOf(undecidedSample), plainStyle);
  expect(headings(document)).toEqual([
    "2 shop · checkout: stateless or stateful?",
    "3 What would help most, most informative first",
    "3 Why",
  ]);
  expect(document.indexOf("can settle the verdict alone")).toBeLessThan(document.indexOf("| Answers "));
});

test("unanalysed: no grade, no radius, no order of questions", () => {
  const open = sample.open.map((each) => ({ ...each, valueOfInformation: null, overturns: false }));
  const document = markdown(reportOf({ ...sample, analysis: null, open }), plainStyle);
  expect(document).not.toMatch(/grade|radius|\| Answers|would change/);
  expect(document).toContain("- How soon must an answer be there? (`latency`, not sure yet)\n");
});

describe("no text changes the structure", () => {
  const drawn = (reword: (text: string) => string): string =>
    markdown(reportOf(reworded(reword), reworded(reword, boundSample)), full);
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

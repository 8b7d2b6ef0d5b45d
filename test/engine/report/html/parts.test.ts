import { describe, expect, it } from "vitest";
import { htmlReport as html, sources } from "../../../../src/engine/report/html/document.js";
import { scales } from "../../../../src/engine/report/html/scales.js";
import { placements, tradeoffs, vetoes } from "../../../../src/engine/report/html/state.js";
import { trust } from "../../../../src/engine/report/html/trust.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { elementsOf, parsePage, textOf, wordsOf } from "../html-tree.js";
import { analysis, disadvantage, reportOf, sample } from "../sample-recommendation.js";

it("parts with nothing to say are nothing", () => {
  const none = { live: 0, kept: 0, stateful: 0, stateless: 0 };
  const bare = { ...sample, scores: none, concerns: [], rules: [], tradeoffs: [], vetoes: [], guidance: [] };
  expect(scales(bare, "one").text).toBe("");
  expect(placements(bare).text).toBe("");
  expect(tradeoffs(bare).text).toBe("");
  expect(sources([bare]).text).toBe("");
});

describe("a veto", () => {
  const told = (questions: readonly string[], contested: string | null): string =>
    wordsOf(
      vetoes({
        ...sample,
        vetoes: sample.vetoes.map(({ veto }) => ({ veto: { ...veto, contested }, questions })),
      }),
    );

  it("names the answers that it depends on, and what is said against it", () => {
    expect(told(["clients", "context"], "Some do.")).toBe(
      "Pure stateful is ruled out. Nothing outlives a request here. Contested: Some do. Because of clients: Very many; context: A lot no-memory · cmp-state",
    );
  });

  it("of every answer names none", () => {
    expect(told([], null)).toBe(
      "Pure stateful is ruled out. Nothing outlives a request here. no-memory · cmp-state",
    );
  });
});

it("costs are shown without a column for what is gained if nothing is", () => {
  expect(wordsOf(tradeoffs({ ...sample, tradeoffs: [disadvantage("a")] }))).toBe(
    "What it costs The cost of a. What to do: The remedy of a. a · sf-con-load",
  );
});

describe("labels of a scale", () => {
  it.each([
    [14, "14%", "start"],
    [15, "15%", "middle"],
    [85, "85%", "middle"],
    [86, "86%", "end"],
  ])("at %i hundredths stand inside of it", (boundary, x, anchor) => {
    const settings = { ...sample.settings, boundBoundaryPercent: boundary };
    expect(scales({ ...sample, settings }, "one").text).toContain(
      `<text x="${x}" y="70" text-anchor="${anchor}">bound from 0.${boundary}</text>`,
    );
  });
});

describe("how far to trust it", () => {
  it("is not known if nothing was analysed", () => {
    expect(wordsOf(trust({ ...sample, analysis: null }, "one"))).toBe("Not analysed.");
  });

  it("shows where open questions lead if there are some", () => {
    expect(trust(sample, "one").text).toContain("<figure>");
    expect(trust({ ...sample, open: [] }, "one").text).not.toContain("<figure>");
  });

  it("names the verdicts that three tenths of the ways lead to, not those of fewer", () => {
    const reach = { stateless: 30n, stateful: 29n, hybrid: 41n, undecided: 0n };
    const { document } = parsePage(trust({ ...sample, analysis: { ...analysis, reach } }, "one").text);
    const named = elementsOf(document).filter(({ tagName }) => tagName === "text");
    expect(named.map(textOf)).toEqual(["stateless", "hybrid"]);
  });
});

describe("a source", () => {
  it.each([
    ["https://x.example/a", true],
    ["http://x.example/a", true],
    ["HTTPS://x.example/a", true],
    ["javascript:https://x.example/a", false],
    ["https:///a", false],
  ])("at %s is a link: %s", (url, linked) => {
    const text = sources([{ ...sample, urls: new Map([["rfc-6455", url]]) }]).text;
    expect(text.includes("<a href")).toBe(linked);
    expect(text).toContain("RFC 6455: The WebSocket Protocol");
  });
});

describe("a page", () => {
  it("is called after all of its services", () => {
    const report = reportOf(sample);
    const services = [...report.services, { service: "bank", source: "b", surfaces: [] }];
    expect(html({ ...report, services }, plainStyle)).toContain(
      "<title>Stateless or stateful? shop, bank</title>",
    );
  });

  it("says that its open questions are in an order if that is known", () => {
    expect(html(reportOf(sample), plainStyle)).toContain(">Open questions, most informative first</h3>");
    expect(html(reportOf({ ...sample, analysis: null }), plainStyle)).toContain(">Open questions</h3>");
  });
});

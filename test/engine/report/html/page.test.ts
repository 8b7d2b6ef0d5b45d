import { describe, expect, it } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { htmlReport } from "../../../../src/engine/report/html/document.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { attributeOf, type Element, elementsOf, parsePage, textOf } from "../html-tree.js";
import { boundSample, reportOf, sample, undecidedSample } from "../sample-recommendation.js";

const elements = (...surfaces: readonly Recommendation[]): readonly Element[] =>
  elementsOf(parsePage(htmlReport(reportOf(...surfaces), plainStyle)).document);

const flow = (element: Element | undefined): string =>
  element === undefined ? "" : textOf(element).replace(/\s+/g, " ").trim();

const byId = (all: readonly Element[], id: string): Element | undefined =>
  all.find((element) => attributeOf(element, "id") === id);

const named = (all: readonly Element[], tag: string): readonly Element[] =>
  all.filter(({ tagName }) => tagName === tag);

describe("a page", () => {
  it("shows what one needs, and folds the rest", () => {
    const all = elements(sample);
    expect(named(all, "h3").map(flow)).toEqual([
      "Answers that do not fit each other",
      "Where the state lives",
      "Why",
      "Watch",
      "What would change it",
      "Assumes",
      "Could overturn it",
      "In full, with rules and sources",
    ]);
    expect(named(all, "details").flatMap((each) => named(elementsOf(each), "h4").map(flow))).toEqual([
      "Answers that do not fit each other",
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
    ]);
  });

  it("has a table of several surfaces that leads to each, and a list of contents", () => {
    const all = elements(sample, { ...boundSample, surface: "chat", clashes: [] });
    const rows = named(all, "tr").map((row) =>
      elementsOf(row)
        .slice(1)
        .filter(({ tagName }) => /^t[hd]$/.test(tagName))
        .map(flow),
    );
    expect(rows).toEqual([
      ["Surface", "Verdict", "Grade", "Kept"],
      ["checkout", "hybrid", "fragile", "workflow"],
      ["chat", "stateful", "fragile", "bound: interaction, session"],
    ]);
    const links = named(all, "a").map((link) => [flow(link), attributeOf(link, "href")]);
    expect(links).toContainEqual(["chat", "#surface-2"]);
    expect(links).toContainEqual(["shop · chat", "#surface-2"]);
    expect(links).toContainEqual(["Watch", "#surface-2-watch"]);
    expect(links).toContainEqual(["In full, with rules and sources", "#surface-1-all"]);
    expect(named(elements(undecidedSample), "table")).toEqual([]);
  });

  it("is called after all of its services", () => {
    const report = reportOf(sample);
    const services = [
      ...report.services,
      { service: "bank", source: "b", surfaces: [{ ...sample, service: "bank" }] },
    ];
    expect(htmlReport({ ...report, services }, plainStyle)).toContain(
      "<title>shop, bank: stateless or stateful?</title>",
    );
  });

  it("has colours for what has a role, the same as in a terminal", () => {
    const roles = (from: Recommendation): readonly string[] =>
      elements(from).flatMap((each) => (each.tagName === "strong" ? (attributeOf(each, "class") ?? []) : []));
    expect(new Set(roles(sample))).toEqual(
      new Set(["bad", "good", "caution", "hybrid", "stateless", "stateful"]),
    );
  });
});

describe("an entry", () => {
  const given = (questions: readonly string[], contested: string | null): string =>
    flow(
      byId(
        elements({
          ...sample,
          settled: sample.settled.map(({ rule }) => ({ rule: { ...rule, contested }, questions })),
        }),
        "surface-1-all-givens",
      ),
    );

  it("has its answers, what is said against it, its id and its sources", () => {
    expect(given(["clients", "context"], "Some do.")).toBe(
      "Settled whatever the points The login is not to be kept. Nothing outlives a request here.clients: Very manycontext: A lotContested: Some do.no-memory · cmp-state",
    );
    expect(given([], null)).toBe(
      "Settled whatever the points The login is not to be kept. Nothing outlives a request here.no-memory · cmp-state",
    );
  });
});

it("a balance is drawn to scale from the common axis", () => {
  const bars = elements(sample)
    .filter((element) => attributeOf(element, "class") === "bar")
    .map((bar) =>
      named(elementsOf(bar), "rect").map((rect) => [attributeOf(rect, "x"), attributeOf(rect, "width")]),
    );
  // 36 % for A = 7, and 3/7 of it for B = 3.
  expect(bars).toEqual([
    [
      ["34.571%", "15.429%"],
      ["50%", "36%"],
    ],
  ]);
});

it("the places are drawn with what lives there, for a wide page and for a narrow one", () => {
  const pictures = named(elements(sample), "svg").filter((svg) =>
    attributeOf(svg, "class")?.startsWith("picture"),
  );
  expect(pictures.map((svg) => named(elementsOf(svg), "text").map(textOf).sort())).toEqual(
    ["wide", "tall"].map(() =>
      [
        "Client",
        "each request",
        "Session",
        "Any instance",
        "Resources of their own",
        "Workflow",
        "Task record",
        "Business data",
      ].sort(),
    ),
  );
});

describe("a source", () => {
  it.each([
    ["https://x.example/a", true],
    ["http://x.example/a", true],
    ["HTTPS://x.example/a", true],
    ["javascript:https://x.example/a", false],
    ["https:///a", false],
  ])("at %s is a link: %s", (url, linked) => {
    const all = elements({ ...sample, urls: new Map([["rfc-6455", url]]) });
    const entry = byId(all, "source-rfc-6455");
    expect(flow(entry)).toBe("rfc-6455RFC 6455: The WebSocket Protocol");
    expect(named(elementsOf(entry as Element), "a").length).toBe(linked ? 1 : 0);
  });
});

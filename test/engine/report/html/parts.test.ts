import { describe, expect, it } from "vitest";
import { htmlReport as html, sources } from "../../../../src/engine/report/html/document.js";
import { gauges } from "../../../../src/engine/report/html/gauges.js";
import { placements, settled, tradeoffs } from "../../../../src/engine/report/html/state.js";
import { assumptions, trust } from "../../../../src/engine/report/html/trust.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { elementsOf, parsePage, textOf, wordsOf } from "../html-tree.js";
import {
  analysis,
  boundSample,
  disadvantage,
  reportOf,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";

it("parts with nothing to say are nothing", () => {
  const none = { concerns: [], rules: [], tradeoffs: [], settled: [], guidance: [], assumptions: [] };
  const bare = { ...sample, ...none };
  expect(gauges(bare).text).toBe("");
  expect(gauges(undecidedSample).text).toBe("");
  expect(assumptions(bare).text).toBe("");
  expect(placements(bare).text).toBe("");
  expect(tradeoffs(bare).text).toBe("");
  expect(sources([bare]).text).toBe("");
});

describe("a given", () => {
  const told = (questions: readonly string[], contested: string | null): string =>
    wordsOf(
      settled({
        ...sample,
        settled: sample.settled.map(({ rule }) => ({ rule: { ...rule, contested }, questions })),
      }),
    );

  it("names the answers that it depends on, and what is said against it", () => {
    expect(told(["clients", "context"], "Some do.")).toBe(
      "The sign-in is not to be kept. Nothing outlives a request here. Contested: Some do. Because of clients: Very many; context: A lot no-memory · cmp-state",
    );
  });

  it("of every answer names none", () => {
    expect(told([], null)).toBe(
      "The sign-in is not to be kept. Nothing outlives a request here. no-memory · cmp-state",
    );
  });
});

describe("what has to be kept", () => {
  it("is told concern by concern, with a bar where points decide", () => {
    expect(wordsOf(gauges(sample))).toBe(
      "against keeping it for keeping it State of Result ◂ against keeping itfor keeping it ▸ " +
        "Interaction connection and conversation not kept no rule speaks for or against it " +
        "Session who is asking not kept given by no-memory " +
        "Workflow tasks and transactions over several requests kept 7 points for keeping it, 3 against " +
        "Workflow: 7 points for keeping it, 3 against 3 7 " +
        "Sync data that clients change offline not kept no rule speaks for or against it",
    );
  });

  it("has the place of a conversation that is kept", () => {
    expect(wordsOf(gauges(boundSample))).toContain(
      "Its place bound, or kept elsewhere bound to its connection or instance 3 points for binding it, 1 for keeping it elsewhere",
    );
  });

  it("has no column of bars if no points decide", () => {
    const concerns = sample.concerns.map((each) => ({ ...each, need: { for: 0, against: 0 } }));
    expect(wordsOf(gauges({ ...sample, concerns }))).toMatch(/^State of Result Interaction /);
  });
});

it("a companion and a second home are shown below the first", () => {
  expect(wordsOf(placements(boundSample))).toContain(
    "Gateway, e.g. PostgreSQL, Temporal, Step Functions A record of the task. Watch: Records that nobody ends. with, in each request: Resume token, e.g. Last-Event-ID A record of the task. Watch: Tokens that never end. backed by, in a shared store: Log of unread messages, e.g. PostgreSQL, Temporal, Step Functions A record of the task.",
  );
});

it("what is assumed is told with what happens otherwise", () => {
  expect(wordsOf(assumptions(sample))).toBe(
    "What is the network like? Assumes “Reliable”; otherwise another place or pattern for session (network)",
  );
});

it("costs are shown without a column for what is gained if nothing is", () => {
  expect(wordsOf(tradeoffs({ ...sample, tradeoffs: [disadvantage("a")] }))).toBe(
    "What it costs The cost of a. What to do: The remedy of a. a · sf-con-load",
  );
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
      "<title>shop, bank: stateless or stateful?</title>",
    );
  });

  it("says that its open questions are in an order if that is known", () => {
    expect(html(reportOf(sample), plainStyle)).toContain(">Open questions, most informative first</h3>");
    expect(html(reportOf({ ...sample, analysis: null }), plainStyle)).toContain(">Open questions</h3>");
  });
});

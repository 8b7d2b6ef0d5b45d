import { describe, expect, it, test } from "vitest";
import type { Analysis } from "../../../../src/engine/model/analysis.js";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { screenReport } from "../../../../src/engine/report/text/screen.js";
import { shortened } from "../../../../src/engine/report/text/shorten.js";
import {
  analysis,
  boundSample,
  ownDecision,
  reportOf,
  sample,
  undecidedSample,
} from "../sample-recommendation.js";

const flow = (...surfaces: readonly Recommendation[]): string =>
  screenReport(reportOf(...surfaces), plainStyle).replace(/\s+/g, " ");

describe("the screen of a surface", () => {
  it("says what matters first", () => {
    const said = flow(sample);
    const order = [
      "shop · checkout ─",
      " answered · fragile",
      "Answers that do not fit each other ! So many clients cannot all be led through steps.",
      "Look again at: How many clients are there?",
      "HYBRID: the server keeps only the task; any instance can serve",
      "Where the state lives (",
      "Why (+ to keep, − not to) points: workflow 7 : 3",
      "Watch (→ what to do) !",
      "What would change it → ",
      "Assumes: network “Reliable”",
      "Could overturn it: latency",
      "Next api-advisor advise shop.yaml --details",
    ].map((part) => said.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("names a companion and a second home in short", () => {
    expect(flow(boundSample)).toContain(
      "Interaction connection or instance: Gateway, e.g. PostgreSQL, Temporal; with Resume token; backed by Log of unread messages (shared store)",
    );
  });

  it("has no ids and no sources", () => {
    expect(flow(sample, boundSample)).not.toMatch(/\[|cmp-|RFC|sha256/);
  });

  it("says what was decided", () => {
    expect(flow({ ...sample, decision: ownDecision })).toContain(
      "Decided by platform: stateful, which differs from the recommendation, accepted until 2027-06-30.",
    );
  });

  it("asks while there is no verdict", () => {
    const said = flow(undecidedSample);
    expect(said).toContain(
      "What would help most • How soon must an answer be there? • What is the network like?",
    );
    expect(said).not.toContain("What would change it");
    expect(said).toContain("interview --from shop.yaml --save shop.yaml");
  });

  it("says that nothing was analysed", () => {
    expect(flow({ ...sample, analysis: null })).toContain("What would change it: Not analysed.");
  });
});

describe("what would change it", () => {
  const change = { question: "clients", from: "many", to: "few" };
  const told = (more: Partial<Analysis["tippingPoints"]>, concerns: Analysis["concernTippingPoints"] = []) =>
    flow({
      ...sample,
      analysis: {
        ...analysis,
        tippingPoints: { ...analysis.tippingPoints, points: [], ...more },
        concernTippingPoints: concerns,
      },
    });

  test.each([
    ["one answer", [[change]], "What would change it → stateless: clients “Few”"],
    [
      "several together",
      [[change, { question: "latency", from: "soon", to: "late" }]],
      "What would change it (no single answer changes the verdict, 2 together do)",
    ],
  ] as const)("%s", (_, sets, said) => {
    expect(told({ points: sets.map((changes) => ({ changes, verdict: "stateless" })) })).toContain(said);
  });

  it("is nothing, or nothing that was found", () => {
    expect(told({ complete: true })).toContain("(no change of the given answers changes the verdict)");
    expect(told({ complete: false })).toContain("(no small change was found)");
  });

  it("may be the place of one concern alone", () => {
    expect(told({ complete: true }, [{ concern: "workflow", change, class: "not-kept" }])).toContain(
      "→ workflow not kept: clients “Few”",
    );
  });
});

describe("a text is shortened", () => {
  test.each([
    ["to nothing if it fits", 99, "One. Two.", "One. Two."],
    ["to its sentences", 26, "A first sentence is here. A second one.", "A first sentence is here."],
    [
      "to a sentence, however short",
      50,
      "Short. A much longer sentence that goes on and does not fit.",
      "Short.",
    ],
    ["not after e.g.", 34, "Balance with a proxy, e.g. HAProxy, before it.", "Balance with a proxy …"],
    [
      "to a clause",
      34,
      "Balance every call in the client, or in a proxy before it.",
      "Balance every call in the client …",
    ],
    ["to a word of some length", 20, "Something that is of no great interest", "Something …"],
    ["outside brackets", 24, "Balance calls (in a client or a proxy) always", "Balance calls …"],
    ["within a word if there is no other way", 6, "Unbreakable", "Unbre…"],
  ])("%s", (_, columns, text, said) => {
    expect(shortened(text, (part) => part.length <= columns)).toBe(said);
  });
});

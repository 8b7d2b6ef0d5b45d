import { describe, expect, it } from "vitest";
import { overview } from "../../../../src/engine/report/html/document.js";
import { wordsOf } from "../html-tree.js";
import { reportOf, sample, undecidedSample } from "../sample-recommendation.js";

const bare = { ...undecidedSample, service: "bank", surface: "bank" };

describe("the head of a page", () => {
  it("has no table if there is one surface", () => {
    expect(wordsOf(overview(reportOf(sample), "Which?"))).toBe(
      "Which? Architecture recommendation for 1 API surface by the rule pack default 1.0.0.",
    );
  });

  it("leads to each of several surfaces", () => {
    const cart = { ...bare, service: "shop", surface: "cart" };
    expect(wordsOf(overview(reportOf(sample, cart), "Which?"))).toBe(
      "Which? Architecture recommendation for 2 API surfaces by the rule pack default 1.0.0. " +
        "Surface Verdict Grade Kept checkout hybrid fragile workflow answers clash cart undecided – –",
    );
  });

  it("names the services of surfaces if there are several, unless the names are the same", () => {
    const report = reportOf(sample);
    const services = [...report.services, { service: "bank", source: "bank.yaml", surfaces: [bare] }];
    expect(wordsOf(overview({ ...report, services }, "Which?"))).toMatch(
      / Kept shop · checkout hybrid fragile workflow answers clash bank undecided – –$/,
    );
  });
});

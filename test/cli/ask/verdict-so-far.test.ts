import { describe, expect, it } from "vitest";
import { summaryOf, verdictLine } from "../../../src/cli/ask/verdict-so-far.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { answers, smallPack } from "../../engine/interview/interview-pack.js";

const source = { kind: "new", service: "x", file: null } as const;
const summary = (given: Record<string, string>): string =>
  summaryOf(smallPack, source, answers(given), plainStyle).join(" ").replaceAll(/\s+/g, " ");

describe("the verdict so far", () => {
  it("names the other verdicts within reach, and what could lead there alone", () => {
    // style c gives 2 live, depth deep 3 kept: F = 5, L = 0, h = 2/5. High load (3 for stateless) leaves b above 0;
    // games (2 live) make h 4/7, so stateful; large (1 live) makes h exactly 1/2, so stateful as well.
    const text = summary({ style: "c", depth: "deep" });
    expect(text).toContain("Verdict so far HYBRID");
    expect(text).toContain("Still possible: stateful.");
    expect(text).toMatch(/The answer to (kinds or size|size or kinds) could change it alone\./);
    expect(verdictLine(smallPack, source, answers({ style: "c", depth: "deep" }), plainStyle)).toBe("HYBRID");
  });

  it("says when nothing can change it", () => {
    const all = { style: "a", depth: "none", load: "high", kinds: "neither" };
    expect(summary(all)).toContain("Verdict so far STATELESS");
    expect(summary(all)).toContain("No open question can change it.");
  });
});

import { expect, it } from "vitest";
import type { Recommendation } from "../../../../src/engine/model/recommendation.js";
import { gauges as blocks } from "../../../../src/engine/report/document/rest-state.js";
import { plainStyle, type ReportStyle } from "../../../../src/engine/report/report-style.js";
import { drawBlocks, inFull } from "../../../../src/engine/report/text/draw.js";
import { boundSample, sample, undecidedSample } from "../sample-recommendation.js";

const gauges = (from: Recommendation, style: ReportStyle): readonly string[] =>
  drawBlocks(blocks(from), inFull(style), 2);

const bars = (width: number): readonly string[] =>
  gauges(boundSample, { ...plainStyle, width }).filter((line) => line.includes("●"));

it("gauges take an odd number of columns, as many as fit and 31 at most", () => {
  // The column of names takes 2 + 13; "not keep " and " keep" take 14, "elsewhere " and " bind" 15.
  expect(bars(80)).toEqual([
    "               not keep ├──────────────┼────────●─────┤ keep",
    "               elsewhere ├──────────────┼───────●──────┤ bind",
  ]);
  for (const width of [45, 50, 51, 59]) {
    for (const bar of bars(width)) {
      const [line = ""] = /├.*┤/.exec(bar) ?? [];
      expect(line.length % 2).toBe(1);
      expect(width - bar.length).toBeGreaterThanOrEqual(0);
      expect(width - bar.length).toBeLessThanOrEqual(3);
    }
  }
});

it("there are none where a given decides or nothing fired", () => {
  expect(gauges(sample, plainStyle).filter((line) => line.includes("├"))).toHaveLength(1);
  expect(gauges(undecidedSample, plainStyle)).toEqual([]);
});

import { expect, it } from "vitest";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { scales } from "../../../../src/engine/report/text/scales.js";
import { sample } from "../sample-recommendation.js";

const bars = (width: number): readonly string[] =>
  scales(sample, { ...plainStyle, width }).filter((line) => line.includes("●"));

it("scales fill a line with an odd number of columns", () => {
  // 40 − 2 − "stateless " − " stateful" leaves 19 columns, 40 − 2 − "elsewhere " − " connection" 17.
  const narrow = ["  stateless ├────────┼───●────┤ stateful", "  elsewhere ├────●──┼───────┤ connection"];
  expect(bars(40)).toEqual(narrow);
  expect(bars(41)).toEqual(narrow);
  expect(bars(42)).toEqual([
    "  stateless ├─────────┼───●─────┤ stateful",
    "  elsewhere ├────●───┼────────┤ connection",
  ]);
});

it("there are none without points", () => {
  const scores = { live: 0, kept: 0, stateful: 0, stateless: 0 };
  expect(scales({ ...sample, scores }, plainStyle)).toEqual([]);
});

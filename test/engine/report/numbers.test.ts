import { describe, expect, test } from "vitest";
import {
  bits,
  count,
  percentage,
  points,
  radius,
  radiusPercent,
} from "../../../src/engine/report/numbers.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("points", () => {
  test.each([
    [6, 6, "1"],
    [9, 6, "1.5"],
    [8, 6, "1 1/3"],
    [2, 6, "1/3"],
    [10, 6, "1 2/3"],
    [3, 12, "0.25"],
    [7, 60, "7/60"],
    [66, 60, "1.1"],
    [0, 6, "0"],
  ])("%i/%i is %s", (value, denominator, drawn) => {
    expect(plain(points(value, denominator))).toBe(drawn);
  });
});

describe("percentage", () => {
  test.each([
    [1n, 1n, "100 %"],
    [0n, 9n, "0 %"],
    [1n, 3n, "33.3 %"],
    [2n, 3n, "66.7 %"],
    [1n, 10_000n, "under 0.1 %"],
    [9_999n, 10_000n, "over 99.9 %"],
    [1n, 10n ** 30n, "under 0.1 %"],
    [10n ** 30n - 1n, 10n ** 30n, "over 99.9 %"],
    [1n, 1000n, "0.1 %"],
    [999n, 1000n, "99.9 %"],
  ])("%i of %i is %s", (part, of, drawn) => {
    expect(plain(percentage(part, of))).toBe(drawn);
  });
});

test.each([
  [0n, "0"],
  [999n, "999"],
  [1_000n, "1,000"],
  [999_999_999_999n, "999,999,999,999"],
  [1_000_000_000_000n, "about 1.0 × 10¹²"],
  [2_849_934_139_195_392_000n, "about 2.8 × 10¹⁸"],
])("count of %i is %s", (value, drawn) => {
  expect(plain(count(value))).toBe(drawn);
});

test.each([
  [1, "1.00", 100],
  [0.4, "0.40", 40],
  [0.29, "0.29", 29], // 0.29 * 100 is 28.999999999999996
  [3 / 7, "0.42", 42], // 0.428…, rounded down
  [2 / 3, "0.66", 66],
  [0.004, "under 0.01", 0],
  [0, "0.00", 0],
])("a radius of %d is never overstated: %s", (share, drawn, percent) => {
  expect(radius(share)).toBe(drawn);
  expect(radiusPercent(share)).toBe(percent);
});

test.each([
  [0, "0"],
  [0.001, "<0.01"],
  [0.3112781, "0.31"],
  [1, "1.00"],
])("%d bits are %s", (value, drawn) => {
  expect(bits(value)).toBe(drawn);
});

import { describe, expect, test } from "vitest";
import {
  bits,
  count,
  hundredths,
  percentage,
  points,
  radius,
  radiusPercent,
  ratio,
} from "../../../src/engine/report/numbers.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe("ratio", () => {
  test.each([
    { part: 4, of: 10, boundary: 0, signed: true, drawn: "+0.40" },
    { part: -4, of: 10, boundary: 0, signed: true, drawn: "−0.40" },
    { part: 0, of: 10, boundary: 0, signed: true, drawn: "0.00" },
    { part: 2, of: 7, boundary: 50, signed: false, drawn: "0.29" },
    { part: 1, of: 1, boundary: 50, signed: false, drawn: "1.00" },
    // two decimals would put these on a boundary that they are not on
    { part: -1, of: 300, boundary: 0, signed: true, drawn: "−0.003" },
    { part: 1, of: 300, boundary: 0, signed: true, drawn: "+0.003" },
    { part: 499, of: 999, boundary: 50, signed: false, drawn: "0.499" },
    { part: 500, of: 999, boundary: 50, signed: false, drawn: "0.501" },
    { part: -251, of: 1001, boundary: -25, signed: true, drawn: "−0.251" },
    { part: 1, of: 2, boundary: 50, signed: false, drawn: "0.50" },
    // nine decimals are the most, wherever they put it
    { part: 1, of: 10 ** 9, boundary: 0, signed: true, drawn: "+0.000000001" },
    { part: 1, of: 10 ** 10, boundary: 0, signed: true, drawn: "+0.000000000" },
    { part: -1, of: 300, boundary: null, signed: true, drawn: "0.00" },
  ])("$part/$of against $boundary is $drawn", ({ part, of, boundary, signed, drawn }) => {
    expect(ratio({ part, of }, boundary, signed)).toBe(drawn);
  });
});

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

test.each([
  [0, "0"],
  [50, "0.5"],
  [-25, "−0.25"],
  [7, "0.07"],
])("a boundary of %i hundredths is %s", (percent, drawn) => {
  expect(hundredths(percent)).toBe(drawn);
});

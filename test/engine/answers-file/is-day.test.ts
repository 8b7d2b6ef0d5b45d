import { expect, it } from "vitest";
import { isDay } from "../../../src/engine/answers-file/read-answers.js";

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const padded = (number: number): string => String(number).padStart(2, "0");

it.each(lengths.map((length, index) => [padded(index + 1), length] as const))(
  "month %s has %i days, but for leap years",
  (month, length) => {
    expect(isDay(`2025-${month}-01`)).toBe(true);
    expect(isDay(`2025-${month}-${length}`)).toBe(true);
    expect(isDay(`2025-${month}-${length + 1}`)).toBe(false);
    expect(isDay(`2025-${month}-00`)).toBe(false);
  },
);

it.each([
  ["2024-02-29", true],
  ["2024-02-30", false],
  ["2023-02-29", false],
  ["2000-02-29", true],
  ["1900-02-29", false],
  ["2100-02-29", false],
  ["2025-00-10", false],
  ["2025-13-10", false],
  ["2025-1-10", false],
  ["2025-01-1", false],
  ["12025-01-10", false],
  ["2025-01-100", false],
  ["", false],
  ["tomorrow", false],
])("%j: %s", (text, day) => {
  expect(isDay(text)).toBe(day);
});

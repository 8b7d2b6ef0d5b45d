import { expect, it } from "vitest";
import { capital } from "../../../src/engine/report/wording/phrases.js";

it.each([
  ["", ""],
  ["a", "A"],
  ["in each request", "In each request"],
])("%j begins as %j", (text, expected) => {
  expect(capital(text)).toBe(expected);
});

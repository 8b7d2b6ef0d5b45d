import { expect, it } from "vitest";
import { uniqueNames } from "../../../../src/engine/report/check/check-report.js";

it.each([
  [
    ["a", "b", "a", "a"],
    ["a", "b", "a (2)", "a (3)"],
  ],
  [
    ["a", "a (2)", "a", "a (2)"],
    ["a", "a (2)", "a (3)", "a (2) (2)"],
  ],
  [[], []],
])("the names %j become %j", (names, unique) => {
  expect(uniqueNames(names)).toEqual(unique);
});

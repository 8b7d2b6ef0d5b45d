import { expect, it } from "vitest";
import { labelsOf } from "../../../src/engine/report/wording/titles.js";
import { sample } from "./sample-recommendation.js";

it.each([
  ["exchange", "Steps that make one task"],
  ["kinds", "A shop; A bank"],
  ["latency", ""],
])("the answer to %s reads “%s”", (question, phrase) => {
  expect(labelsOf(sample, question)).toBe(phrase);
});

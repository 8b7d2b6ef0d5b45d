import { describe, expect, it } from "vitest";
import type { Answer, Answers } from "../../../../src/engine/model/answers.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { shrinkAnswers } from "../../../../src/engine/pack-tools/witness/search-answers.js";

const chosen = (...options: readonly string[]) => ({ kind: "chosen", options, note: null }) as const;
const answers: Answers = new Map<string, Answer>([
  ["a", chosen("x")],
  ["b", chosen("y")],
  ["c", chosen("p", "q", "r")],
  ["d", { kind: "unsure", note: null }],
]);

describe("shrinking answers", () => {
  it.each([
    ["everything goes where nothing is needed", () => true, {}],
    ["an answer stays that is needed", (fewer: Answers) => fewer.has("b"), { b: "y" }],
    [
      "an option stays that is needed",
      (fewer: Answers) => JSON.stringify([...fewer]).includes('"q"'),
      { c: "q" },
    ],
    [
      "all stays where all is needed",
      (fewer: Answers) => fewer === answers,
      { a: "x", b: "y", c: ["p", "q", "r"], d: "unsure" },
    ],
    [
      "two stay that are needed together",
      (fewer: Answers) => fewer.has("a") && fewer.has("c"),
      { a: "x", c: "r" },
    ],
    [
      "an answer stays that is needed though it is not known",
      (fewer: Answers) => fewer.has("d"),
      { d: "unsure" },
    ],
  ])("%s", (_, shows, left) => {
    expect(plainAnswers(shrinkAnswers(answers, shows))).toEqual(left);
  });
});

import { expect, it } from "vitest";
import { mutualInformation } from "../../../src/engine/analyse/outlook.js";
import type { AnswerCounts } from "../../../src/engine/count/completions.js";

const none = { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 };

it.each<[string, readonly Partial<AnswerCounts>[], number]>([
  ["one bit if the answer settles which of two verdicts", [{ stateless: 3 }, { hybrid: 3 }], 1],
  [
    "two bits if it settles which of four",
    [{ stateless: 1 }, { stateful: 1 }, { hybrid: 1 }, { undecided: 1 }],
    2,
  ],
  [
    "nothing if every answer leaves the same shares",
    [
      { stateless: 2, hybrid: 4 },
      { stateless: 1, hybrid: 2 },
    ],
    0,
  ],
  ["nothing if there is one verdict only", [{ stateful: 5 }, { stateful: 1 }], 0],
  ["nothing if there are no completions", [{}, {}], 0],
  // H(2/4) = 1 bit; half the completions have an answer that leaves 1 bit: 1 − 1/2.
  [
    "half a bit if every second completion has an answer that settles it",
    [{ stateless: 1, hybrid: 1 }, { stateless: 1 }, { hybrid: 1 }],
    0.5,
  ],
  // Answers by their share: 1 − 2/8 · 1, the answer with two completions leaving 1 bit.
  [
    "weighs answers by their completions",
    [{ stateless: 1, hybrid: 1 }, { stateless: 3 }, { hybrid: 3 }],
    0.75,
  ],
])("%s", (_, answers, bits) => {
  expect(mutualInformation(answers.map((counts) => ({ ...none, ...counts })))).toBe(bits);
});

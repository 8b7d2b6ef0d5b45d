import { expect, it } from "vitest";
import type { FindingCode, FindingDetail } from "../../../../src/engine/pack-tools/lint/finding.js";
import { findingWording } from "../../../../src/engine/pack-tools/lint/finding-wordings.js";

/** Every code at least once, what a person reads, and what was expected. */
const said: {
  readonly [Code in FindingCode]: readonly (readonly [
    Extract<FindingDetail, { readonly code: Code }>,
    message: string,
    expected: string | null,
  ])[];
} = {
  "uncited-criterion": [
    [
      { code: "uncited-criterion", id: "caching" },
      "nothing rests on the criterion `caching`",
      "a rule, tradeoff, pattern or the like to cite it",
    ],
  ],
  "uncited-reference": [
    [{ code: "uncited-reference", id: "rfc-6455" }, "nothing cites the reference `rfc-6455`", null],
  ],
  "unused-pattern": [
    [{ code: "unused-pattern", id: "cookie" }, "no placement uses the pattern `cookie`", null],
  ],
  "empty-topic": [[{ code: "empty-topic", id: "scale" }, "no question belongs to the topic `scale`", null]],
  "never-holds": [
    [
      { code: "never-holds", id: "crowds" },
      "a condition of `crowds` contradicts itself: no answers meet it",
      null,
    ],
  ],
  "needless-condition": [
    [
      { code: "needless-condition", id: "crowds" },
      "the condition of `crowds` holds whatever the answers are",
      "no `when`",
    ],
  ],
  "shadowed-alternative": [
    [
      { code: "shadowed-alternative", id: "crowds", alternative: 2 },
      "alternative 2 of an `any` of `crowds` adds nothing: the others hold wherever it does",
      null,
    ],
  ],
  "shadowed-implication": [
    [
      { code: "shadowed-implication", question: "order", position: 3 },
      "implication 3 of `order` adds nothing: earlier ones hold wherever it does",
      null,
    ],
  ],
  "shadowed-placement": [
    [
      { code: "shadowed-placement", id: "late", by: ["first"] },
      "the placement `late` is never reached: wherever it holds, so does `first` before it",
      null,
    ],
    [
      { code: "shadowed-placement", id: "late", by: ["first", "second"] },
      "the placement `late` is never reached: wherever it holds, so does `first` or `second` before it",
      null,
    ],
  ],
  "repeated-rule": [
    [
      { code: "repeated-rule", id: "again", first: "crowds" },
      "`again` says the same as `crowds`: same condition, style and concern",
      "one rule",
    ],
  ],
  "placement-gap": [
    [
      {
        code: "placement-gap",
        concern: "session",
        cells: [
          { verdict: "hybrid", evidence: "none" },
          { verdict: "stateful", evidence: "live" },
        ],
      },
      "no placement of `session` is sure to hold for hybrid with evidence none, stateful with evidence live",
      "a last placement without `when`",
    ],
  ],
  "options-alike": [
    [
      { code: "options-alike", question: "kinds", options: ["shops", "neither"] },
      "nothing tells `shops` and `neither` of `kinds` apart",
      null,
    ],
    [
      { code: "options-alike", question: "kinds", options: ["games", "shops", "neither"] },
      "nothing tells `games`, `shops` and `neither` of `kinds` apart",
      null,
    ],
  ],
  "text-too-long": [
    [
      { code: "text-too-long", id: "crowds", key: "because", limit: 240 },
      "`because` of `crowds` is too long to be read in one go",
      "at most 240 characters",
    ],
  ],
  "not-a-question": [
    [{ code: "not-a-question", id: "load" }, "`ask` of `load` does not end with a question mark", null],
  ],
  "counter-evidence-missing": [
    [
      { code: "counter-evidence-missing", id: "crowds", criteria: ["caching", "sharing"] },
      "`crowds` rests on `caching` and `sharing`, which practice contests, and says nothing of it",
      "the counter-evidence under `contested`",
    ],
  ],
};

it.each(Object.values(said).flat())("%o reads: %s", (detail, message, expected) => {
  expect(findingWording(detail)).toEqual({ message, expected });
});

it("a problem of the loader reads as it does where packs are loaded", () => {
  expect(findingWording({ code: "not-ordered", question: "style" })).toEqual({
    message: "`style` is not ordered",
    expected: "`ordered: true` there, or a list of options here",
  });
});

import { expect, it } from "vitest";
import type { LintDetail } from "../../../../src/engine/pack-tools/lint/finding.js";
import { findingWording } from "../../../../src/engine/pack-tools/lint/finding-wordings.js";

/** Every code at least once, what a person reads, and what was expected. */
const said: {
  readonly [Code in LintDetail["code"]]: readonly (readonly [
    Extract<LintDetail, { readonly code: Code }>,
    message: string,
    expected: string | null,
  ])[];
} = {
  "uncited-criterion": [
    [
      { code: "uncited-criterion", id: "caching" },
      "no entry cites the criterion `caching`",
      "a rule, tradeoff, pattern or other entry that cites it",
    ],
  ],
  "uncited-reference": [
    [{ code: "uncited-reference", id: "rfc-6455" }, "no entry cites the reference `rfc-6455`", null],
  ],
  "unused-pattern": [
    [{ code: "unused-pattern", id: "cookie" }, "no placement or second home uses the pattern `cookie`", null],
  ],
  "empty-topic": [[{ code: "empty-topic", id: "scale" }, "the topic `scale` has no questions", null]],
  "never-holds": [[{ code: "never-holds", id: "crowds" }, "a condition of `crowds` can never hold", null]],
  "needless-condition": [
    [
      { code: "needless-condition", id: "crowds" },
      "the condition of `crowds` always holds",
      "a condition that can fail, or no `when` where it is optional",
    ],
  ],
  "shadowed-alternative": [
    [
      { code: "shadowed-alternative", id: "crowds", alternative: 2 },
      "alternative 2 of an `any` of `crowds` is redundant: whenever it holds, another one does too",
      null,
    ],
  ],
  "shadowed-implication": [
    [
      { code: "shadowed-implication", question: "order", position: 3 },
      "implication 3 of `order` is redundant: whenever it holds, an earlier one does too",
      null,
    ],
  ],
  "shadowed-placement": [
    [
      { code: "shadowed-placement", id: "late", by: ["first"] },
      "`late` is never reached: whenever it holds, so does `first` before it",
      null,
    ],
    [
      { code: "shadowed-placement", id: "late", by: ["first", "second"] },
      "`late` is never reached: whenever it holds, so does `first` or `second` before it",
      null,
    ],
  ],
  "repeated-rule": [
    [
      { code: "repeated-rule", id: "again", first: "crowds" },
      "`again` repeats `crowds`: same kind, concern and condition",
      "a single rule",
    ],
  ],
  "harm-in-harmless": [
    [
      { code: "harm-in-harmless", id: "hold", kind: "must", question: "order", option: "any" },
      "`any` is the harmless option of `order`, yet on that answer alone `hold` fires (`must`)",
      "a harmless option on which no rule speaks for keeping or binding, or a condition that names another question as well",
    ],
  ],
  "unread-question": [
    [
      { code: "unread-question", id: "order", readBy: [] },
      "nothing reads `order`: its answer makes no difference",
      "a condition that names it",
    ],
    [
      { code: "unread-question", id: "order", readBy: ["clashes", "tradeoffs", "guidance"] },
      "no rule, placement or second home reads `order`: its answer bears on clashes, tradeoffs and guidance only",
      null,
    ],
  ],
  "options-alike": [
    [
      { code: "options-alike", question: "kinds", options: ["shops", "neither"] },
      "no condition distinguishes the options `shops`, `neither` of `kinds`",
      null,
    ],
    [
      { code: "options-alike", question: "kinds", options: ["games", "shops", "neither"] },
      "no condition distinguishes the options `games`, `shops`, `neither` of `kinds`",
      null,
    ],
  ],
  "text-too-long": [
    [
      { code: "text-too-long", id: "crowds", key: "because", limit: 240 },
      "`because` of `crowds` is too long for a quick read",
      "at most 240 characters",
    ],
  ],
  "lead-too-long": [
    [
      { code: "lead-too-long", id: "crowds", key: "because", limit: 74 },
      "the first sentence of `because` of `crowds` is longer than a line of a report",
      "the point itself in at most 74 columns, and what explains it after that",
    ],
  ],
  "not-a-question": [
    [{ code: "not-a-question", id: "load" }, "`ask` of `load` does not end with a question mark", null],
  ],
  "counter-evidence-missing": [
    [
      { code: "counter-evidence-missing", id: "crowds", criteria: ["caching", "sharing"] },
      "`crowds` cites `caching` and `sharing`, contested in practice, without saying so",
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
    expected: "`ordered: true` in the question, or a list of options here",
  });
});

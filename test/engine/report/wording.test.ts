import { describe, expect, test } from "vitest";
import type { Analysis, Reach, Stability } from "../../../src/engine/model/analysis.js";
import type { Decision } from "../../../src/engine/model/answers.js";
import type { Drift } from "../../../src/engine/model/check.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import type { Verdict } from "../../../src/engine/model/verdict.js";
import { unlisted, worded } from "../../../src/engine/report/tipping.js";
import { agreement, statusOf } from "../../../src/engine/report/wording/decision-words.js";
import { asSentence, listed } from "../../../src/engine/report/wording/phrases.js";
import {
  answers,
  gradeReason,
  margin,
  notAnalysed,
  weights,
} from "../../../src/engine/report/wording/trust-words.js";
import { kinds, meaning, sidesOf } from "../../../src/engine/report/wording/verdict-words.js";
import {
  analysis,
  answersMoved,
  followingDecision,
  ownDecision,
  sample,
  settings,
} from "./sample-recommendation.js";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each([
  [[], "and", ""],
  [["a"], "and", "a"],
  [["a", "b"], "or", "a or b"],
  [["a", "b", "c"], "and", "a, b and c"],
] as const)("%j linked by %s are “%s”", (words, link, said) => {
  expect(listed(words, link)).toBe(said);
});

/** `ways` are those that end in hybrid, stateless and stateful; the verdict is hybrid. */
const reachOf = (hybrid: bigint, stateless = 0n, stateful = 0n): Reach => ({
  hybrid,
  stateless,
  stateful,
  undecided: 0n,
});
/** Open questions, one for each letter: `o` one that can overturn the verdict, anything else one that can't. */
const openOf = (letters: string): Recommendation["open"] =>
  [...letters].map((letter) => ({
    ...{ question: "q", ask: "Q?", unsure: false, valueOfInformation: 0.1 },
    overturns: letter === "o",
  }));

describe("the reason of a grade", () => {
  const some = reachOf(3n, 1n);
  const all = reachOf(4n);
  test.each<[open: string, reach: Reach, radius: number | null, said: string]>([
    ["oo", some, 0.25, "2 open questions can overturn it alone."],
    ["o-", some, null, "1 open question can overturn it alone."],
    ["--", some, 0.25, "open questions can change it together."],
    ["--", all, 0.0999, "a small error in the weights can overturn it."],
    ["--", all, 0.1, "the verdict withstands some error in the weights, but not much."],
    ["", all, 0.2499, "the verdict withstands some error in the weights, but not much."],
    ["o", some, 0.05, "1 open question can overturn it alone; a small error in the weights can overturn it."],
    [
      "-",
      some,
      0.2,
      "open questions can change it together; the verdict withstands some error in the weights, but not much.",
    ],
  ])("open %s, reach %o, radius %d: %s", (open, reach, radius, said) => {
    const found: Analysis = { ...analysis, reach, stability: { ...analysis.stability, radius } };
    expect(gradeReason({ ...sample, open: openOf(open) }, found)).toBe(said);
  });

  test("that is firm", () => {
    expect(gradeReason(sample, { ...analysis, grade: "firm" })).toBe(
      "no open question can change the verdict, and the weights may be far off before it changes.",
    );
  });
});

describe("what errors in the weights can do", () => {
  const limits = "(firm from 0.25, fragile below 0.1).";
  const by = (percent: number): string =>
    `Each weight may be off by less than ${percent} %, independently of the others, before the verdict`;
  const slight = "An error of 1 % in each weight is enough for a verdict that";
  const stability = (
    radius: number | null,
    boundary: Stability["boundary"] = null,
    verdict: Verdict | null = null,
  ) => ({ radius, boundary, verdict });
  const marginOf = (found: Stability): string => plain(margin(sample, { ...analysis, stability: found }));
  const weightsOf = (found: Stability, verdict: Verdict = "hybrid"): string =>
    plain(weights({ ...sample, verdict }, { ...analysis, stability: found }));

  test.each<[Stability, string]>([
    [stability(null), "No error below 100 % in the weights changes the verdict."],
    [stability(0.4, "need", "stateless"), `${by(40)} turns stateless across the need boundary ${limits}`],
    [stability(0.4, "bound", "stateful"), `${by(40)} turns stateful across the bound boundary ${limits}`],
    [stability(0.01, "both"), `${by(1)} changes across both boundaries at once ${limits}`],
    [stability(0.5), `${by(50)} changes ${limits}`],
    [stability(0.009, "need", "stateless"), `${slight} turns stateless across the need boundary ${limits}`],
  ])("%o", (found, said) => {
    expect(marginOf(found)).toBe(said);
  });

  test("is reported with the radius if there is one", () => {
    const found = stability(0.4, "need", "stateless");
    expect(weightsOf(found)).toBe(`Stability radius r = 0.40: e${marginOf(found).slice(1)}`);
    expect(weightsOf(stability(null))).toBe(marginOf(stability(null)));
    expect(weightsOf(found, "undecided")).toBe("No verdict that other weights could change.");
  });

  test("is not known if nothing was analysed", () => {
    expect(notAnalysed(sample)).toBe("Not analysed.");
    expect(notAnalysed({ ...sample, outOfReach: ["a", "b"] })).toContain("too closely: a, b. Answering some");
  });
});

describe("what open questions can still do", () => {
  test.each<[open: string, reach: Reach, said: string]>([
    ["", reachOf(1n), "No question is open."],
    ["-", reachOf(2n), "All 2 ways of answering the 1 open question end in hybrid."],
    [
      "--",
      reachOf(0n, 4n),
      "All 4 ways of answering the 2 open questions end in stateless, which the answers so far do not show yet.",
    ],
    [
      "oo",
      reachOf(1n, 1n, 2n),
      "Of 4 ways of answering the 2 open questions: stateful in 50.0 %, stateless in 25.0 %, hybrid in 25.0 % (ways counted, not probabilities).",
    ],
  ])("open %s, reach %o: %s", (open, reach, said) => {
    expect(plain(answers({ ...sample, open: openOf(open) }, reach))).toBe(said);
  });
});

/** Points: live and kept ones for stateful, and those for stateless. */
const scoresOf = (live: number, kept: number, stateless: number) => ({
  scores: { live, kept, stateful: live + kept, stateless },
});

describe("on which side of the boundaries points are", () => {
  test.each([
    // b = (F − L) / (F + L) against 0.2, h = N / F against 0.5
    [0, 3, 2, { needed: true, bound: false }],
    [0, 2, 2, { needed: false, bound: false }],
    [1, 1, 9, { needed: false, bound: true }],
    [4, 5, 0, { needed: true, bound: false }],
    [0, 6, 5, { needed: false, bound: false }],
    [0, 0, 1, { needed: false, bound: false }],
  ])("%i live, %i kept, %i stateless", (live, kept, stateless, standing) => {
    const from = { ...sample, ...scoresOf(live, kept, stateless) };
    expect(sidesOf({ ...from, settings: { ...settings, needBoundaryPercent: 20 } })).toEqual(standing);
  });
});

describe("the meaning of a verdict", () => {
  const ground = "State is needed, but most of it need not live with the connection";
  const at = (place: "request" | "nowhere") => ({
    ...{ id: "p", place, pattern: null, because: "", sources: [] },
  });

  test("names concerns by where their state is", () => {
    const concerns = sample.concerns.map((each) => ({
      ...each,
      placement: each.concern === "sync" || each.concern === "session" ? at("request") : each.placement,
    }));
    expect(meaning({ ...sample, concerns })).toBe(
      `${ground}: session and sync in each request, workflow in a resource of its own.`,
    );
  });

  test("says so if no placement fits", () => {
    const concerns = sample.concerns.map((each, index) => ({
      ...each,
      placement: index === 0 ? at("nowhere") : null,
    }));
    expect(meaning({ ...sample, concerns })).toBe(`${ground}: no placement of the pack fits these answers.`);
  });
});

test.each([
  ["hybrid", "hybrid", "as recommended"],
  ["hybrid", "stateful", "which differs from the recommendation"],
  ["undecided", "hybrid", "with no recommendation to compare it with"],
] as const)("to %s, a decision for %s stands %s", (verdict, style, said) => {
  expect(agreement({ ...sample, verdict }, { style } as Decision)).toBe(said);
});

test.each([
  ["", ""],
  [" \n", ""],
  ["It holds", "It holds."],
  ["It\n  holds. \n", "It holds."],
  ["It holds!", "It holds!"],
  ["Does it?", "Does it?"],
  ["It holds…", "It holds…"],
  ["v1. It holds", "v1. It holds."],
])("%j as a sentence", (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});

describe("a decision stands", () => {
  const [first] = answersMoved.changes;
  const lapsed = (drift: Drift) => ({ kind: "answers-changed", drift }) as const;
  test.each([
    [ownDecision, null, "which differs from the recommendation, accepted until 2027-06-30"],
    [followingDecision, null, "as recommended"],
    [
      ownDecision,
      lapsed(answersMoved),
      "which differs from the recommendation; it has lapsed, because answers have changed since: exchange and clients",
    ],
    [
      followingDecision,
      lapsed({ kind: "known", changes: [first] }),
      "as recommended; it has lapsed, because an answer has changed since: exchange",
    ],
    [
      followingDecision,
      lapsed({ kind: "unknown" }),
      "as recommended; it has lapsed, because the answers have changed since",
    ],
    [
      followingDecision,
      { kind: "basis-mismatch" } as const,
      "as recommended; it cannot be relied on, because the answers recorded with it (`basis`) do not match the recorded digest (`answers`)",
    ],
  ])("%o, %j", (decision, lapse, said) => {
    expect(statusOf({ ...sample, lapse }, decision)).toBe(said);
  });
});

describe("tipping points", () => {
  const set = (...changes: readonly number[]) => ({
    changes: changes.map((n) => ({ question: `q${n}`, from: "a", to: "b" })),
    verdict: "stateless" as const,
  });
  test.each([
    [[set(1), set(2)], 0, true, 2, null],
    [[set(1), set(2)], 0, true, 1, "… and 1 more change"],
    [[set(1), set(2)], 3, true, 1, "… and 4 more changes"],
    [[set(1, 2), set(3, 4)], 0, true, 1, "… and 1 more set"],
    [[set(1, 2), set(3, 4)], 5, false, 2, "… and at least 5 more sets"],
  ])("besides those listed: %#", (points, left, complete, count, said) => {
    expect(unlisted({ points, left, complete, searched: 2 }, count)).toBe(said);
  });

  test("name what the pack does not know by its id", () => {
    const said = (...inlines: ReturnType<typeof worded>): string =>
      inlines.map((inline) => (typeof inline === "string" ? inline : inline.text)).join("");
    const change = { question: "exchange", from: "steps", to: "odd" };
    expect(said(...worded(sample, change, [{ ...change, to: "single" }]))).toBe(
      "What kind of exchange is it? “odd” or “Single requests” instead of “Steps that make one task” (exchange)",
    );
  });
});

test.each([
  [{ live: 6, kept: 0 }, ", live"],
  [{ live: 0, kept: 6 }, ", kept"],
  [{ live: 9, kept: 8 }, ", 1.5 live + 1 1/3 kept"],
])("of %o sixths, the kinds are “%s”", (parts, said) => {
  expect(plain(kinds({ question: "q", implied: false, stateless: 0, denominator: 6, ...parts }))).toBe(said);
});

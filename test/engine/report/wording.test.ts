import { describe, expect, test } from "vitest";
import type { Analysis, Reach, Stability, Trust } from "../../../src/engine/model/analysis.js";
import type { Decision } from "../../../src/engine/model/answers.js";
import type { Drift } from "../../../src/engine/model/check.js";
import { pointsOf, type RuleKind } from "../../../src/engine/model/pack.js";
import type {
  Assumption,
  Recommendation,
  ReportedConcern,
  ReportedContribution,
} from "../../../src/engine/model/recommendation.js";
import type { Form } from "../../../src/engine/model/scores.js";
import { type Concern, classOfPlace, type Place, type Verdict } from "../../../src/engine/model/verdict.js";
import { unlisted, worded } from "../../../src/engine/report/tipping.js";
import { otherwiseWords } from "../../../src/engine/report/wording/assumption-words.js";
import { gaugesOf } from "../../../src/engine/report/wording/concern-words.js";
import { agreement, statusOf } from "../../../src/engine/report/wording/decision-words.js";
import { asSentence, firstSentence, listed } from "../../../src/engine/report/wording/phrases.js";
import { ruleEffect, signedPoints } from "../../../src/engine/report/wording/rule-words.js";
import {
  answers,
  gradeReason,
  margin,
  notAnalysed,
  weights,
} from "../../../src/engine/report/wording/trust-words.js";
import { headlineOf, keptShort, meaning } from "../../../src/engine/report/wording/verdict-words.js";
import { contributionWords, signed } from "../../../src/engine/report/wording/weighing.js";
import { bareQuestion } from "../bare-pack.js";
import {
  analysis,
  answersMoved,
  boundSample,
  followingDecision,
  givenOf,
  idle,
  ownDecision,
  sample,
  undecidedSample,
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
  [...letters].map((letter, at) => ({
    ...{ question: at === 0 ? "latency" : "network", ask: "Q?", unsure: false, essential: false },
    ...{
      valueOfInformation: 0.1,
      valueOfAsking: 0.1,
      bearsOnVerdict: true,
      overturns: letter === "o",
      moves: [],
      relocates: [],
    },
  }));

describe("the reason of a grade", () => {
  const trusted = (
    answers: Trust["answers"],
    weights: Trust["weights"],
    caps: Trust["caps"] = [],
  ): Analysis => ({ ...analysis, trust: { grade: "fair", answers, weights, caps } });
  const thin = "a deciding sum is below 2 points (workflow, need: 7 for, 3 against)";
  const clash = "some answers do not fit each other, which keeps the grade at fair at most";
  const few = "fewer than half of the essential questions are known, which keeps the grade at fair at most";

  // Of the two questions, `latency` has no harmless option and `network` has one.
  test.each<[open: string, found: Analysis, said: string]>([
    ["oo", trusted("open", "robust"), "an answer to latency can overturn it."],
    ["-o", trusted("assumed", "robust"), "it rests on the answer assumed for network."],
    ["--", trusted("assumed", "robust"), "no single open question can change it, but several together can."],
    ["", trusted("settled", "thin"), `${thin}.`],
    ["", trusted("settled", "tight"), "a small error in the weights can overturn it."],
    ["", trusted("settled", "moderate"), "it withstands some error in the weights, but not much."],
    [
      "o",
      trusted("open", "tight"),
      "an answer to latency can overturn it; a small error in the weights can overturn it.",
    ],
    ["", trusted("settled", "givens", ["clash"]), `${clash}.`],
    ["", trusted("settled", "robust", ["clash", "few-essentials"]), `${clash}; ${few}.`],
    ["", trusted("settled", "givens"), "no question is open, and requirements alone decide."],
    [
      "--",
      trusted("settled", "robust"),
      "no open question can change the verdict, and the weights may be far off before it changes.",
    ],
    ["o", { ...analysis, trust: null }, ""],
  ])("open %s, %o: %s", (open, found, said) => {
    expect(gradeReason({ ...sample, open: openOf(open) }, found)).toBe(said);
  });

  test("names three questions and counts the others", () => {
    const questions = ["a", "b", "c", "d", "e"].map((id) => bareQuestion(id, ["x"]));
    const open = questions.flatMap(({ id }) => openOf("o").map((each) => ({ ...each, question: id })));
    const from = { ...sample, open, questions: new Map(questions.map((each) => [each.id, each])) };
    expect(gradeReason(from, trusted("open", "robust"))).toBe(
      "answers to a, b, c and 2 more can overturn it.",
    );
  });
});

describe("what errors in the weights can do", () => {
  const limits = "(robust from 0.25, tight below 0.1).";
  const by = (percent: number): string =>
    `Each weight may be off by less than ${percent} %, independently of the others, before the verdict`;
  const slight = "An error of 1 % in each weight is enough: the verdict";
  const need = { concern: "workflow", form: "need" } as const;
  const stability = (radius: number | null, verdict: Verdict | null = null): Stability => ({
    radius,
    at: radius === null ? null : need,
    verdict,
  });
  const marginOf = (found: Stability): string => plain(margin(sample, { ...analysis, stability: found }));
  const weightsOf = (found: Stability, trust: Analysis["trust"]): string =>
    plain(weights(sample, { ...analysis, trust, stability: found }));
  const trust = (word: Trust["weights"]): Trust => ({
    ...{ grade: "fair", answers: "settled", caps: [] },
    weights: word,
  });

  test.each<[Stability, string]>([
    [stability(null), "No error in the weights changes the verdict."],
    [stability(0.4, "stateless"), `${by(40)} turns stateless ${limits}`],
    [
      stability(1, "stateless"),
      "The points that decide are all on one side, so no error below 100 % changes the verdict.",
    ],
    [stability(0.01), `${by(1)} changes ${limits}`],
    [stability(0.009, "stateless"), `${slight} turns stateless ${limits}`],
  ])("%o", (found, said) => {
    expect(marginOf(found)).toBe(said);
  });

  test("is reported in a word, and with the sums that give the radius if there is one", () => {
    const found = stability(0.4, "stateless");
    const formula = "Stability radius r = |A − B| / (A + B) = |7 − 3| / (7 + 3) = 0.40 (workflow, need).";
    expect(weightsOf(found, trust("robust"))).toBe(`Robust. ${marginOf(found)} ${formula}`);
    expect(weightsOf(found, trust("thin"))).toBe(
      `Thin: a deciding sum is below 2 points. ${marginOf(found)} ${formula}`,
    );
    expect(weightsOf(stability(null), trust("givens"))).toBe("Givens: requirements alone decide.");
    expect(plain(weights(undecidedSample, { ...analysis, trust: null }))).toBe(
      "There is no verdict yet that they could change.",
    );
  });

  test("is not known if nothing was analysed", () => {
    expect(notAnalysed(sample)).toBe("Not analysed.");
    expect(notAnalysed({ ...sample, outOfReach: ["a", "b"] })).toContain("too closely: a, b. Answering some");
  });
});

describe("what open questions can still do", () => {
  test.each<[open: string, reach: Reach, said: string]>([
    ["", reachOf(1n), "No question is open."],
    ["-", reachOf(1n), "The one way of answering the open question ends in hybrid."],
    ["-", reachOf(2n), "Both ways of answering the open question end in hybrid."],
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
    const from = { ...sample, open: openOf(open) };
    expect(plain(answers(from, { ...analysis, reach, trust: null }))).toBe(said);
  });

  test("is summed up in a word", () => {
    const said = (word: Trust["answers"], open = sample.open): string =>
      answers(
        { ...sample, open },
        {
          ...analysis,
          trust: { grade: "fair", answers: word, weights: "robust", caps: [] },
        },
      ).split(".")[0] ?? "";
    expect(said("settled")).toBe("Settled: no open question can change the verdict");
    expect(said("assumed")).toBe(
      "Assumed: of the open questions, only those with an assumed answer can change the verdict alone",
    );
    expect(said("assumed", openOf("--"))).toBe(
      "Assumed: no open question can change the verdict alone, but several together can",
    );
    expect(said("open")).toBe("Open: an open question can change the verdict alone");
  });
});

describe("the headline", () => {
  const at = (place: Place, kept = true) => ({
    ...{ kept, class: classOfPlace[place] },
    placement: {
      ...{ id: "p", place, pattern: null, beside: null, because: "", sources: [] },
      backedBy: null,
    },
  });
  /** The sample with these places by concern, and with what is kept. */
  const keeping = (keeps: readonly string[], places: Partial<Record<Concern, Place>>): Recommendation => ({
    ...sample,
    keeps,
    concerns: sample.concerns.map((each) => {
      const place = places[each.concern];
      return place === undefined ? { ...each, ...at("nowhere", false) } : { ...each, ...at(place) };
    }),
  });

  test.each([
    [
      ["the one-time code"],
      { workflow: "shared-store" },
      "the server keeps only the one-time code, in a shared store",
    ],
    [
      ["deliveries not yet taken"],
      { interaction: "resource" },
      "the server keeps only deliveries not yet taken, in a resource of its own",
    ],
    [
      ["the login", "the held stock"],
      { session: "shared-store", workflow: "resource" },
      "the server keeps the login and the held stock, in a shared store and in a resource of its own",
    ],
    [
      ["a", "b", "c"],
      { interaction: "shared-store", session: "shared-store", sync: "shared-store" },
      "the server keeps a, b and c, in a shared store",
    ],
  ] as const)("of a hybrid that keeps %j at %o: %s", (keeps, places, said) => {
    expect(headlineOf(keeping(keeps, places))).toBe(said);
  });

  test("of a stateful verdict says what is bound, and what else is kept", () => {
    expect(headlineOf(boundSample)).toBe(
      "the server keeps the open stream, bound to the connection or instance",
    );
    const more = keeping(["the open stream", "the held stock"], {
      interaction: "connection",
      workflow: "resource",
    });
    expect(headlineOf({ ...more, verdict: "stateful" })).toBe(
      "the server keeps the open stream and the held stock; the conversation is bound to its connection or instance",
    );
  });

  test("of the others", () => {
    expect(headlineOf({ ...sample, verdict: "stateless", keeps: [] })).toBe(
      "the server keeps nothing between requests",
    );
    expect(headlineOf(undecidedSample)).toBe("too little is known about what has to be kept");
  });

  test("begins what the verdict means", () => {
    expect(meaning(sample)).toBe(
      "The server keeps only the task, in a resource of its own. Any instance can find what is kept; none of it is bound to a connection or instance.",
    );
  });

  test("in short names concerns", () => {
    expect(keptShort(sample)).toBe("workflow");
    expect(keptShort(boundSample)).toBe("bound: interaction, session");
    expect(keptShort({ ...sample, concerns: [] })).toBe("nothing");
    expect(keptShort(undecidedSample)).toBe("–");
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

test.each([
  ["It holds. It is kept.", "It holds."],
  ["Does it?\n  It does.", "Does it?"],
  [
    "It holds over TLS 1.3, e.g. here, i.e. at home. It is kept.",
    "It holds over TLS 1.3, e.g. here, i.e. at home.",
  ],
  [
    "It sleeps, cf. Durable Objects, on idle. and wakes. It acts.",
    "It sleeps, cf. Durable Objects, on idle. and wakes.",
  ],
  ["It holds", "It holds"],
  ["", ""],
])("%j begins with %j", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

describe("a decision stands", () => {
  const [first] = answersMoved.changes;
  const lapsed = (drift: Drift) => ({ kind: "answers-changed", drift }) as const;
  test.each([
    [ownDecision, null, "which differs from the recommendation, accepted until 2027-06-30"],
    [followingDecision, null, "as recommended"],
    [{ ...followingDecision, reviewBy: "2027-03-31" }, null, "as recommended, to be reviewed by 2027-03-31"],
    [
      { ...ownDecision, reviewBy: "2027-03-31" },
      null,
      "which differs from the recommendation, accepted until 2027-06-30, to be reviewed by 2027-03-31",
    ],
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

describe("an assumption", () => {
  const [assumption] = sample.assumptions;
  const options = ["good", "bad", "worse", "none"];
  const question = bareQuestion("network", options, { harmless: "good" });
  const said = (...otherwise: Assumption["otherwise"]): string =>
    otherwiseWords(
      { ...sample, questions: new Map([["network", question]]) },
      { question: "network", option: "good", otherwise },
    );
  const verdict = (option: string, to: Verdict) => ({ option, verdict: to, concerns: ["workflow"] as const });
  const place = (option: string, ...concerns: readonly Concern[]) => ({ option, verdict: null, concerns });

  test("says what happens otherwise, by option if these differ", () => {
    const hybrid = ["bad", "worse", "none"].map((option) => verdict(option, "hybrid"));
    expect(said(...hybrid)).toBe("otherwise hybrid");
    expect(said(...hybrid.slice(1))).toBe("hybrid with “worse” or “none”");
    expect(
      said(verdict("bad", "hybrid"), place("worse", "session", "sync"), verdict("none", "stateful")),
    ).toBe(
      "hybrid with “bad”; another place or pattern for session and sync with “worse”; stateful with “none”",
    );
    expect(assumption?.option).toBe("good");
  });
});

describe("a contribution", () => {
  const of = (form: Form, pro: number, against: number): ReportedContribution => ({
    ...({ question: "q", implied: false, concern: "interaction", denominator: 6 } as const),
    ...{ form, for: pro, against },
  });
  test.each([
    [of("need", 6, 0), "+1", "speaks for keeping the conversation"],
    [of("need", 3, 3), "+0.5 −0.5", "speaks both for keeping the conversation and against it"],
    [of("need", 0, 8), "−1 1/3", "speaks against keeping the conversation"],
    [of("place", 0, 6), "−1", "speaks for keeping the conversation elsewhere"],
    [of("place", 9, 6), "+1.5 −1", "speaks both for binding the conversation and for keeping it elsewhere"],
  ])("%o is %s: %s", (contribution, figure, words) => {
    expect(plain(signed(contribution))).toBe(figure);
    expect(plain(contributionWords(contribution))).toBe(words);
  });
});

test.each([
  ["need", 2, "2 points for keeping it", "+2"],
  ["need", -1, "1 point against keeping it", "−1"],
  ["place", 1, "1 point for binding it", "+1"],
  ["place", -3, "3 points for keeping it elsewhere", "−3"],
  ["must", 0, "must be kept", ""],
  ["must-not", 0, "is not to be kept", ""],
  ["must-bind", 0, "may be kept only with its connection or instance", ""],
  ["may-not-bind", 0, "may not be bound to a connection or instance", ""],
  ["follows", 0, "goes where the conversation goes", ""],
] as const)("a rule of kind %s with %i points: %s", (kind, points, effect, figure) => {
  expect(ruleEffect({ kind, points })).toBe(effect);
  expect(signedPoints(pointsOf({ kind, points }))).toBe(figure);
});

describe("the reasons of gauges", () => {
  const because = (change: Partial<ReportedConcern>, concern: Concern, at = 0): string => {
    const kinds: readonly RuleKind[] = ["must", "must-not", "must-bind", "may-not-bind"];
    const from = {
      ...boundSample,
      concerns: [{ ...idle(concern, null), ...change }],
      settled: kinds.map((kind) => ({ rule: givenOf(`a-${kind}`, kind, concern), questions: [] })),
    };
    return gaugesOf(from)[at]?.because ?? "";
  };
  test.each([
    [{ must: true, kept: true }, "given by `a-must`"],
    [{ mustNot: true }, "given by `a-must-not`"],
    [{ must: true, mustNot: true, kept: true }, "given by `a-must`, which overrides `a-must-not`"],
    [{ need: { for: 1, against: 1 } }, "1 point for keeping it, 1 against; a tie goes to the lighter side"],
    [{}, "no rule speaks for or against it"],
  ])("of need, %o: %s", (change, said) => {
    expect(because(change, "workflow")).toBe(said);
  });
  const kept = { kept: true, class: "elsewhere" } as const;
  test.each([
    [{ ...kept, mustBind: true, class: "bound" as const }, "given by `a-must-bind`"],
    [{ ...kept, mayNotBind: true }, "given by `a-may-not-bind`"],
    [
      { ...kept, mayNotBind: true, mustBind: true },
      "given by `a-may-not-bind`, which overrides `a-must-bind`",
    ],
    [{ ...kept, place: { for: 0, against: 2 } }, "0 points for binding it, 2 for keeping it elsewhere"],
    [kept, "no rule speaks for binding it"],
  ])("of place, %o: %s", (change, said) => {
    expect(because(change, "interaction", 1)).toBe(said);
  });
});

import type { Analysis } from "../../../src/engine/model/analysis.js";
import type { Decision } from "../../../src/engine/model/answers.js";
import type { Pattern, Question, Rule, Settings, Tradeoff } from "../../../src/engine/model/pack.js";
import type { Recommendation, Report } from "../../../src/engine/model/recommendation.js";
import type { Scores } from "../../../src/engine/model/scores.js";

/*
 * A hand-made recommendation that has one of everything: points in thirds, a veto, every kind of note. Its figures
 * are worked out by hand: N = 2, K = 5, F = 7, L = 3; b = (7 − 3) / 10 = 0.4; h = 2 / 7 = 0.2857…; against the need
 * boundary 0 the stability radius is |7 − 3| / (7 + 3) = 0.4, against the bound boundary ½ |1 − 2.5| / (1 + 2.5) = 3/7.
 */

export const settings: Settings = {
  needBoundaryPercent: 0,
  boundBoundaryPercent: 50,
  minimumEvidence: 4,
  firmRadius: 0.25,
  fragileRadius: 0.1,
};

function question(
  id: string,
  ask: string,
  options: Readonly<Record<string, string>>,
  several = false,
): Question {
  return {
    id,
    topic: "topic",
    ask,
    why: "why",
    help: "help",
    ordered: false,
    several,
    essential: false,
    direction: null,
    options: Object.entries(options).map(([option, label]) => ({
      id: option,
      label,
      help: "help",
      none: false,
    })),
    implied: [],
  };
}

const questions: readonly Question[] = [
  question("exchange", "What kind of exchange is it?", {
    steps: "Steps that make one task",
    single: "Single requests",
  }),
  question("context", "How much context is there?", { heavy: "A lot", light: "A little" }),
  question("clients", "How many clients are there?", { few: "Few", many: "Very many" }),
  question("kinds", "What kind of system is it?", { shop: "A shop", bank: "A bank", game: "A game" }, true),
  question("latency", "How soon must an answer be there?", { soon: "At once", late: "Seconds will do" }),
  question("network", "What is the network like?", { good: "Reliable", bad: "Intermittent" }),
];

const point = (live: number, kept: number, stateless: number): Scores => ({
  live,
  kept,
  stateful: live + kept,
  stateless,
});

export function ruleOf(
  id: string,
  favours: "stateless" | "stateful",
  live: number,
  kept: number,
  stateless: number,
): Rule {
  return {
    id,
    when: { kind: "all", of: [] },
    favours,
    weight: { live, kept, stateless },
    concern: favours === "stateful" ? "workflow" : "operation",
    because: `The reason of ${id}.`,
    sources: [
      { kind: "criterion", id: "cmp-state", section: null },
      { kind: "reference", id: "rfc-6455", section: "1.1" },
    ],
    contested: id === "many-clients" ? "Measurements say otherwise." : null,
  };
}

const pattern: Pattern = {
  id: "task-record",
  title: "Task record",
  place: "resource",
  concerns: ["workflow"],
  what: "A record of the task.",
  fits: "When tasks outlive connections.",
  watch: "Records that nobody ends.",
  sources: [{ kind: "reference", id: "aip-151", section: null }],
};

export const disadvantage = (id: string): Tradeoff => ({
  id,
  style: "stateful",
  kind: "disadvantage",
  places: null,
  when: null,
  text: `The cost of ${id}.`,
  mitigation: `The remedy of ${id}.`,
  sources: [{ kind: "criterion", id: "sf-con-load", section: null }],
});

export const analysis: Analysis = {
  stability: { radius: 0.4, boundary: "need", verdict: "stateless" },
  reach: { stateless: 1n, stateful: 0n, hybrid: 3n, undecided: 0n },
  tippingPoints: {
    points: [
      { changes: [{ question: "exchange", from: "steps", to: "single" }], verdict: "stateless" },
      { changes: [{ question: "kinds", from: null, to: "game" }], verdict: "stateful" },
      { changes: [{ question: "kinds", from: "shop", to: null }], verdict: "stateless" },
    ],
    left: 2,
    complete: true,
    searched: 1,
  },
  open: [
    { question: "latency", valueOfInformation: 0.3112781244591328, overturns: true },
    { question: "network", valueOfInformation: 0, overturns: false },
  ],
  grade: "fragile",
};

export const sample: Recommendation = {
  service: "shop",
  surface: "checkout",
  source: "shop.yaml",
  at: { file: "shop.yaml", line: 7, column: 3 },
  verdict: "hybrid",
  scores: point(2, 5, 3),
  balance: 0.4,
  boundness: 2 / 7,
  settings,
  answers: [
    {
      question: "exchange",
      ask: "What kind of exchange is it?",
      topic: "topic",
      state: "given",
      options: [{ id: "steps", label: "Steps that make one task" }],
      note: "Über 3 Schritte 你好 🛒",
      impliedBecause: null,
    },
    {
      question: "context",
      ask: "How much context is there?",
      topic: "topic",
      state: "implied",
      options: [{ id: "heavy", label: "A lot" }],
      note: null,
      impliedBecause: "A task of steps builds context up.",
    },
    {
      question: "clients",
      ask: "How many clients are there?",
      topic: "topic",
      state: "given",
      options: [{ id: "many", label: "Very many" }],
      note: null,
      impliedBecause: null,
    },
    {
      question: "kinds",
      ask: "What kind of system is it?",
      topic: "topic",
      state: "given",
      options: [
        { id: "shop", label: "A shop" },
        { id: "bank", label: "A bank" },
      ],
      note: null,
      impliedBecause: null,
    },
  ],
  // In sixths: `three-way` gives 5/3 = 10/6 kept to each of three answers, `two-way` 2/2 = 6/6 live to each of two.
  contributions: [
    { question: "exchange", implied: false, live: 6, kept: 10, stateless: 0, denominator: 6 },
    { question: "context", implied: true, live: 6, kept: 10, stateless: 0, denominator: 6 },
    { question: "clients", implied: false, live: 0, kept: 10, stateless: 6, denominator: 6 },
    { question: "kinds", implied: false, live: 0, kept: 0, stateless: 12, denominator: 6 },
  ],
  concerns: [
    {
      concern: "interaction",
      scores: point(0, 0, 0),
      balance: null,
      placement: placed("no-exchange", "nowhere"),
    },
    { concern: "session", scores: point(0, 0, 0), balance: null, placement: placed("token", "request") },
    {
      concern: "workflow",
      scores: point(2, 5, 0),
      balance: 1,
      placement: { ...placed("task", "resource"), pattern },
    },
    { concern: "sync", scores: point(0, 0, 0), balance: null, placement: placed("no-copies", "nowhere") },
    { concern: "operation", scores: point(0, 0, 3), balance: -1, placement: null },
  ],
  rules: [
    { rule: ruleOf("three-way", "stateful", 0, 5, 0), questions: ["exchange", "context", "clients"] },
    { rule: ruleOf("two-way", "stateful", 2, 0, 0), questions: ["exchange", "context"] },
    { rule: ruleOf("kinds-alone", "stateless", 0, 0, 2), questions: ["kinds"] },
    { rule: ruleOf("many-clients", "stateless", 0, 0, 1), questions: ["clients"] },
  ],
  vetoes: [
    {
      veto: {
        id: "no-memory",
        when: { kind: "all", of: [] },
        forbids: "stateful",
        concern: "operation",
        because: "Nothing outlives a request here.",
        sources: [{ kind: "criterion", id: "cmp-state", section: null }],
        contested: null,
      },
      questions: ["clients"],
    },
  ],
  tradeoffs: [
    {
      id: "step-recovery",
      style: "stateful",
      kind: "advantage",
      places: null,
      when: null,
      text: "Recovery step by step — “as if nothing had happened”…",
      mitigation: null,
      sources: [],
    },
    ...["cost-a", "cost-b", "cost-c", "cost-d", "cost-e", "cost-f"].map(disadvantage),
  ],
  guidance: [
    {
      id: "retry-with-key",
      topic: "retries",
      verdict: null,
      places: null,
      when: null,
      text: "Send a key.",
      because: "A lost answer looks like a lost request.",
      sources: [{ kind: "reference", id: "rfc-9110", section: "9.2.2" }],
    },
  ],
  open: [
    {
      question: "latency",
      ask: "How soon must an answer be there?",
      unsure: true,
      valueOfInformation: 0.3112781244591328,
      overturns: true,
    },
    {
      question: "network",
      ask: "What is the network like?",
      unsure: false,
      valueOfInformation: 0,
      overturns: false,
    },
  ],
  analysis,
  outOfReach: [],
  decision: null,
  lapse: null,
  titles: new Map([
    ["cmp-state", "The styles differ in what the server remembers."],
    ["rfc-6455", "RFC 6455: The WebSocket Protocol"],
  ]),
  urls: new Map([["rfc-6455", "https://www.rfc-editor.org/rfc/rfc6455"]]),
  questions: new Map(questions.map((each) => [each.id, each])),
};

function placed(id: string, place: "nowhere" | "request" | "resource") {
  return { id, place, pattern: null, because: `The reason of ${id}.`, sources: [] } as const;
}

/** The sample with only two points of evidence. */
export const undecidedSample: Recommendation = {
  ...sample,
  verdict: "undecided",
  scores: point(0, 0, 2),
  balance: -1,
  boundness: null,
  contributions: [{ question: "kinds", implied: false, live: 0, kept: 0, stateless: 12, denominator: 6 }],
  concerns: sample.concerns.map((concern) => ({
    ...concern,
    scores: point(0, 0, concern.concern === "operation" ? 2 : 0),
    balance: null,
    placement: null,
  })),
  rules: sample.rules.filter(({ rule }) => rule.id === "kinds-alone"),
  vetoes: [],
  tradeoffs: [],
  guidance: [],
  analysis: {
    ...analysis,
    stability: { radius: null, boundary: null, verdict: null },
    reach: { stateless: 10n, stateful: 2n, hybrid: 3n, undecided: 1n },
    tippingPoints: { points: [], left: 0, complete: true, searched: 4 },
    grade: null,
  },
};

export function reportOf(...surfaces: readonly Recommendation[]): Report {
  return {
    tool: { name: "api-advisor", version: "1.0.0" },
    pack: { name: "default", version: "1.0.0", digest: "sha256-0123" },
    services: [{ service: "shop", source: "shop.yaml", surfaces }],
  };
}

/** Decisions on the sample: one against the recommendation with every key, and one as recommended. */
export const ownDecision: Decision = {
  style: "stateful",
  because: "We own the clients",
  until: "2027-06-30",
  by: "platform",
  answers: null,
};
/** Two answers that have changed since a decision was made. */
export const answersMoved = {
  kind: "known",
  changes: [
    { question: "exchange", was: ["single"], is: ["steps"] },
    { question: "clients", was: null, is: ["many"] },
  ],
} as const;
export const followingDecision: Decision = {
  style: "hybrid",
  because: null,
  until: null,
  by: null,
  answers: null,
};

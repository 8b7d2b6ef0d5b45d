import type { Analysis } from "../../../src/engine/model/analysis.js";
import type { Decision } from "../../../src/engine/model/answers.js";
import type {
  Pattern,
  Question,
  Rule,
  RuleKind,
  Settings,
  Tradeoff,
} from "../../../src/engine/model/pack.js";
import type { Recommendation, Report, ReportedConcern } from "../../../src/engine/model/recommendation.js";
import type { Concern } from "../../../src/engine/model/verdict.js";
import { bareQuestion } from "../bare-pack.js";

/*
 * A hand-made recommendation that has one of everything: points in thirds, a given, a clash, an assumption, every kind of
 * note. Its figures are worked out by hand: points weigh on the workflow alone, A = 7 and B = 3, so it is kept, and its
 * radius is |7 − 3| / (7 + 3) = 0.4. The conversation has no points, so nothing can bind it, and 0.4 is the verdict's.
 */

const settings: Settings = { robustRadius: 0.25, tightRadius: 0.1 };

function question(
  id: string,
  ask: string,
  options: Readonly<Record<string, string>>,
  more: Partial<Question> = {},
): Question {
  return {
    ...bareQuestion(id, [], { ask, ...more }),
    topic: "topic",
    why: "why",
    help: "help",
    options: Object.entries(options).map(([option, label]) => ({
      id: option,
      label,
      help: "help",
      examples: [],
      none: false,
    })),
  };
}

const questions: readonly Question[] = [
  question("exchange", "What kind of exchange is it?", {
    steps: "Steps that make one task",
    single: "Single requests",
  }),
  question("context", "How much context is there?", { heavy: "A lot", light: "A little" }),
  question("clients", "How many clients are there?", { few: "Few", many: "Very many" }),
  question(
    "kinds",
    "What kind of system is it?",
    { shop: "A shop", bank: "A bank", game: "A game" },
    { several: true },
  ),
  question("latency", "How soon must an answer be there?", { soon: "At once", late: "Seconds will do" }),
  question(
    "network",
    "What is the network like?",
    { good: "Reliable", bad: "Intermittent" },
    { harmless: "good" },
  ),
];

/** A rule of the workflow for or against keeping it. */
export const ruleOf = (id: string, points: number): Rule => givenOf(id, "need", "workflow", points);

export function givenOf(id: string, kind: RuleKind, concern: Concern, points = 0): Rule {
  return {
    id,
    kind,
    concern,
    points,
    when: { kind: "all", of: [] },
    keeps: null,
    because: `The reason of ${id}.`,
    sources: [
      { kind: "criterion", id: "cmp-state", section: null },
      { kind: "reference", id: "rfc-6455", section: "1.1" },
    ],
    contested: id === "many-clients" ? "Measurements say otherwise." : null,
  };
}

/** A concern on which nothing fired. */
export const idle = (concern: Concern, placement: ReportedConcern["placement"]): ReportedConcern => ({
  concern,
  need: { for: 0, against: 0 },
  place: { for: 0, against: 0 },
  must: false,
  mustNot: false,
  mustBind: false,
  mayNotBind: false,
  follows: false,
  kept: false,
  class: "not-kept",
  placement,
});

const pattern: Pattern = {
  id: "task-record",
  title: "Task record",
  examples: ["PostgreSQL", "Temporal", "Step Functions", "Camunda"],
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
  stability: { radius: 0.4, at: { concern: "workflow", form: "need" }, verdict: "stateless" },
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
  concernTippingPoints: [
    { concern: "session", change: { question: "clients", from: "many", to: "few" }, class: "elsewhere" },
  ],
  open: [
    {
      question: "latency",
      valueOfInformation: 0.3112781244591328,
      valueOfAsking: 0,
      bearsOnVerdict: false,
      overturns: true,
    },
    { question: "network", valueOfInformation: 0, valueOfAsking: 0, bearsOnVerdict: false, overturns: false },
  ],
  trust: { grade: "fragile", answers: "open", weights: "robust", caps: [] },
};

export const sample: Recommendation = {
  service: "shop",
  surface: "checkout",
  source: "shop.yaml",
  at: { file: "shop.yaml", line: 7, column: 3 },
  verdict: "hybrid",
  settings,
  clashes: [
    {
      clash: {
        id: "many-steps",
        when: { kind: "all", of: [] },
        because: "So many clients cannot all be led through steps.",
        reconsider: "clients",
      },
      questions: ["exchange", "clients"],
    },
  ],
  keeps: ["the task"],
  assumptions: [
    {
      question: "network",
      option: "good",
      otherwise: [{ option: "bad", verdict: null, concerns: ["session"] }],
    },
  ],
  unconfirmed: [],
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
  // In sixths: `three-way` gives 5/3 = 10/6 to each of three answers, `two-way` 2/2 = 6/6 to each of two.
  contributions: [
    weighs("exchange", 16, 0),
    { ...weighs("context", 16, 0), implied: true },
    weighs("clients", 10, 6),
    weighs("kinds", 0, 12),
  ],
  concerns: [
    idle("interaction", placed("no-exchange", "nowhere")),
    { ...idle("session", placed("token", "request")), mustNot: true },
    {
      ...idle("workflow", { ...placed("task", "resource"), pattern }),
      need: { for: 7, against: 3 },
      kept: true,
      class: "elsewhere",
    },
    idle("sync", placed("no-copies", "nowhere")),
  ],
  rules: [
    { rule: ruleOf("three-way", 5), questions: ["exchange", "context", "clients"] },
    { rule: ruleOf("two-way", 2), questions: ["exchange", "context"] },
    { rule: ruleOf("kinds-alone", -2), questions: ["kinds"] },
    { rule: ruleOf("many-clients", -1), questions: ["clients"] },
  ],
  settled: [
    {
      rule: {
        ...givenOf("no-memory", "must-not", "session"),
        because: "Nothing outlives a request here.",
        sources: [{ kind: "criterion", id: "cmp-state", section: null }],
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
      essential: true,
      valueOfInformation: 0.3112781244591328,
      valueOfAsking: 0,
      bearsOnVerdict: false,
      overturns: true,
      moves: ["workflow"],
      relocates: ["workflow"],
    },
    {
      question: "network",
      ask: "What is the network like?",
      unsure: false,
      essential: false,
      valueOfInformation: 0,
      valueOfAsking: 0,
      bearsOnVerdict: false,
      overturns: false,
      moves: ["session"],
      relocates: ["session"],
    },
  ],
  analysis,
  outOfReach: [],
  decision: null,
  lapse: null,
  titles: new Map([
    ["cmp-state", "The styles differ in what the server remembers."],
    ["sf-con-load", "State takes memory and its upkeep takes time."],
    ["rfc-6455", "RFC 6455: The WebSocket Protocol"],
    ["rfc-9110", "RFC 9110: HTTP Semantics"],
  ]),
  urls: new Map([["rfc-6455", "https://www.rfc-editor.org/rfc/rfc6455"]]),
  contested: new Map([["sf-con-load", "Memory is cheap."]]),
  questions: new Map(questions.map((each) => [each.id, each])),
};

function placed(id: string, place: "nowhere" | "request" | "resource" | "connection") {
  const because = `The reason of ${id}.`;
  return { id, place, pattern: null, because, sources: [], beside: null, backedBy: null } as const;
}

function weighs(question: string, pro: number, against: number) {
  const on = { concern: "workflow", form: "need", denominator: 6 } as const;
  return { ...on, question, implied: false, for: pro, against };
}

/** The sample with points against keeping anything alone, and none about the conversation. */
export const undecidedSample: Recommendation = {
  ...sample,
  verdict: "undecided",
  clashes: [],
  keeps: [],
  assumptions: [],
  contributions: [weighs("kinds", 0, 12)],
  concerns: sample.concerns.map(({ concern }) => ({
    ...idle(concern, null),
    need: { for: 0, against: concern === "workflow" ? 2 : 0 },
  })),
  rules: sample.rules.filter(({ rule }) => rule.id === "kinds-alone"),
  settled: [],
  tradeoffs: [],
  guidance: [],
  analysis: {
    ...analysis,
    stability: { radius: null, at: null, verdict: null },
    reach: { stateless: 10n, stateful: 2n, hybrid: 3n, undecided: 1n },
    tippingPoints: { points: [], left: 0, complete: true, searched: 4 },
    concernTippingPoints: [],
    trust: null,
  },
};

/**
 * The sample with a conversation that is bound and backed by a store. A = 4 and B = 1 make it kept, P = 3 and Q = 1 bind
 * it: the radius is the lesser of 3/5 and 2/4. The session follows it.
 */
export const boundSample: Recommendation = {
  ...sample,
  verdict: "stateful",
  keeps: ["the open stream"],
  concerns: sample.concerns.map((each): ReportedConcern => {
    switch (each.concern) {
      case "interaction":
        return {
          ...idle("interaction", {
            ...placed("held-open", "connection"),
            pattern: { ...pattern, id: "gateway", title: "Gateway", place: "connection" },
            beside: {
              ...pattern,
              id: "resume-token",
              title: "Resume token",
              examples: ["Last-Event-ID"],
              place: "request",
              watch: "Tokens that never end.",
            },
            backedBy: {
              id: "unread-log",
              pattern: { ...pattern, id: "log", title: "Log of unread messages", place: "shared-store" },
              because: "The reason of unread-log.",
              sources: [],
            },
          }),
          need: { for: 4, against: 1 },
          place: { for: 3, against: 1 },
          kept: true,
          class: "bound",
        };
      case "session":
        return { ...idle("session", placed("on-stream", "connection")), follows: true, class: "bound" };
      default:
        return idle(each.concern, placed(`no-${each.concern}`, "nowhere"));
    }
  }),
  contributions: [
    { ...weighs("exchange", 24, 6), concern: "interaction" },
    { ...weighs("clients", 18, 6), concern: "interaction", form: "place" },
  ],
  rules: [
    { rule: givenOf("streams", "need", "interaction", 4), questions: ["exchange"] },
    { rule: givenOf("held", "place", "interaction", 3), questions: ["clients"] },
    { rule: givenOf("small", "need", "interaction", -1), questions: ["exchange"] },
    { rule: givenOf("crowds", "place", "interaction", -1), questions: ["clients"] },
  ],
  settled: [{ rule: givenOf("login-on-stream", "follows", "session"), questions: ["exchange"] }],
  analysis: {
    ...analysis,
    stability: { radius: 0.5, at: { concern: "interaction", form: "place" }, verdict: "hybrid" },
  },
};

export function reportOf(...surfaces: readonly Recommendation[]): Report {
  return {
    tool: { name: "api-advisor", version: "1.0.0" },
    pack: {
      name: "default",
      version: "1.0.0",
      digest: "sha256-0123",
      drawnFrom: { id: "paper", title: "“On state”, a paper", url: "https://paper.example/state" },
      notAsked: "What you already run.",
    },
    services: [{ service: "shop", source: "shop.yaml", surfaces }],
  };
}

/** Decisions on the sample: one against the recommendation with every key, and one as recommended. */
export const ownDecision: Decision = {
  style: "stateful",
  because: "We own the clients",
  until: "2027-06-30",
  reviewBy: null,
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
  reviewBy: null,
  by: null,
  answers: null,
};

import type { Problem } from "../../../../src/engine/diagnostics/problem.js";
import type { RecordedDecision } from "../../../../src/engine/model/answers.js";
import {
  type CheckedSurface,
  type CheckFinding,
  findingLevels,
  type Objection,
} from "../../../../src/engine/model/check.js";
import type { CheckReport } from "../../../../src/engine/report/check/check-report.js";

/* A check that found everything there is to find, and names that try to break out of every format. */

export const decided: RecordedDecision = {
  style: "stateful",
  because: "The old till keeps a session",
  until: "2027-06-30",
  reviewBy: null,
  by: "till-team",
  answers: `sha256-${"a".repeat(64)}`,
  basis: null,
  pack: `default@1.0.0 sha256-${"b".repeat(64)}`,
  model: 2,
  at: { file: "services/shop.yaml", line: 12, column: 5 },
};

const against: readonly Objection[] = [
  {
    kind: "may-not-bind",
    id: "no-memory",
    concern: "interaction",
    points: null,
    because: "A function forgets.",
    questions: ["deployment"],
  },
  ...[3, 2, 1].map(
    (points): Objection => ({
      kind: "place",
      concern: "interaction",
      id: `rule-${points}`,
      points,
      because: `It weighs ${points}.`,
      questions: ["latency", "workload"],
    }),
  ),
];

const clash = {
  clash: "gone-at-once",
  because: "Nobody can be signed out who never signs in",
  questions: ["identity", "revocation"],
  reconsider: "revocation",
} as const;

/** A surface of the shop, twenty lines after the one before. */
export function surface(
  name: string,
  findings: readonly CheckFinding[],
  more: Partial<CheckedSurface> = {},
): CheckedSurface {
  return {
    service: "shop",
    surface: name,
    source: "services/shop.yaml",
    at: decided.at,
    verdict: "hybrid",
    grade: "fair",
    decision: decided,
    findings,
    passes: findings.every(({ kind }) => findingLevels[kind] !== "error"),
    ...more,
  };
}

const agreed = { ...decided, style: "hybrid", because: null, until: null } as const;
const nasty = "<b>&amp;\"' ]]>\u001b[31m\u0000\u202e %0A::error::\r\n| `x` *y* é𝄞";

const invalid: readonly Problem[] = [
  {
    severity: "error",
    file: "services/old, bad.yaml",
    at: { file: "services/old, bad.yaml", line: 3, column: 1, width: 6, lineText: "answer: <none>" },
    code: "unknown-key",
    key: "answer",
    where: "",
    known: ["answers", "service"],
  },
  {
    severity: "error",
    file: "gone/*.yaml",
    at: null,
    code: "unreadable-file",
    reason: "no file matches this pattern",
  },
];

export const everything: CheckReport = {
  tool: { name: "api-advisor", version: "1.0.0", findingsUrl: "https://example.org/check.md" },
  pack: { name: "default", version: "1.1.0", digest: `sha256-${"c".repeat(64)}` },
  today: "2027-06-28",
  surfaces: [
    surface("agreed", [], { decision: agreed }),
    surface("open", [{ kind: "no-decision" }], {
      decision: null,
      at: { file: "services/shop.yaml", line: 4, column: 3 },
    }),
    surface("thin", [{ kind: "undecided" }, { kind: "no-decision" }], {
      decision: null,
      verdict: "undecided",
      grade: null,
    }),
    surface(
      "unread",
      [
        {
          kind: "answer-unconfirmed",
          question: "latency",
          overturns: true,
          moves: ["session"],
          at: { file: "services/shop.yaml", line: 44, column: 7 },
        },
        {
          kind: "answer-unconfirmed",
          question: "failover",
          overturns: false,
          moves: ["session", "sync"],
          at: null,
        },
      ],
      { decision: agreed },
    ),
    surface("shaky", [{ kind: "low-grade", grade: "fragile", least: "fair" }], {
      decision: agreed,
      grade: "fragile",
    }),
    surface("silent", [{ kind: "deviation-unexplained", missing: ["because", "until"], against }], {
      decision: { ...decided, because: null, until: null },
    }),
    surface(
      "endless",
      [{ kind: "deviation-unexplained", missing: ["until"], against: against.slice(1, 2) }],
      {
        decision: { ...decided, until: null },
      },
    ),
    surface("over", [{ kind: "deviation-expired", until: "2027-06-27", against }]),
    surface("accepted", [{ kind: "deviation-accepted", until: "2027-06-30", daysLeft: 2, against }]),
    surface("refused", [{ kind: "deviation-not-allowed", against }]),
    surface("long", [
      { kind: "deviation-too-long", until: "2027-06-30", daysLeft: 2, most: 1, against },
      { kind: "deviation-reason-too-short", length: 29, least: 40 },
    ]),
    surface("nearly-over", [
      { kind: "deviation-accepted", until: "2027-06-30", daysLeft: 2, against: [] },
      { kind: "deviation-ends-soon", until: "2027-06-30", daysLeft: 2 },
    ]),
    surface("due", [{ kind: "review-due-soon", reviewBy: "2027-06-28", daysLeft: 0 }], {
      decision: { ...agreed, reviewBy: "2027-06-28" },
    }),
    surface("overdue", [{ kind: "review-overdue", reviewBy: "2027-06-27" }], {
      decision: { ...agreed, by: null, reviewBy: "2027-06-27" },
    }),
    surface("long-overdue", [{ kind: "review-overdue-not-allowed", reviewBy: "2026-06-27" }], {
      decision: { ...agreed, reviewBy: "2026-06-27" },
    }),
    surface("stale", [{ kind: "deviation-not-needed", until: "2027-06-30" }], {
      decision: { ...agreed, until: "2027-06-30" },
    }),
    surface(
      "lapsed",
      [
        {
          kind: "answers-changed",
          drift: {
            kind: "known",
            changes: [
              { question: "latency", was: ["interactive"], is: ["real-time"] },
              { question: "workload", was: ["commerce"], is: ["commerce", "gaming"] },
              { question: "failover", was: ["restart-ok"], is: null },
              { question: "delivery", was: null, is: ["best-effort"] },
            ],
          },
        },
        { kind: "deviation-accepted", until: "2027-06-28", daysLeft: 0, against: [] },
      ],
      { decision: { ...decided, by: null } },
    ),
    surface("unknown", [{ kind: "answers-changed", drift: { kind: "unknown" } }], { decision: agreed }),
    surface("edited", [{ kind: "basis-mismatch" }], { decision: agreed }),
    surface(
      "moved",
      [{ kind: "pack-changed", was: "default@1.0.0", is: "default@1.1.0", models: null, against }],
      { decision: { ...decided, because: null, until: null } },
    ),
    surface(
      "older",
      [
        {
          ...{ kind: "pack-changed", was: "default@0.9.0", is: "default@1.1.0", against },
          models: { was: 1, is: 2 },
        },
      ],
      { decision: { ...decided, because: null, until: null, model: 1 } },
    ),
    surface("older-agreed", [{ kind: "other-model", was: 1, is: 2 }], { decision: { ...agreed, model: 1 } }),
    surface("clashing", [{ kind: "clash", ...clash }], { decision: agreed }),
    surface(
      "clashing-twice",
      [
        { kind: "clash-not-allowed", ...clash },
        { kind: "clash-not-allowed", ...clash, clash: "other", because: nasty },
      ],
      { decision: agreed },
    ),
    surface(nasty, [{ kind: "deviation-accepted", until: "2027-06-30", daysLeft: 2, against: [] }], {
      service: nasty,
      decision: { ...decided, because: nasty, by: nasty },
    }),
    surface("agreed", [], { service: "twin", decision: agreed, source: "b.yaml" }),
    surface("agreed", [{ kind: "basis-mismatch" }], { service: "twin", decision: agreed, source: "b.yaml" }),
    surface("agreed", [{ kind: "basis-mismatch" }], { service: "twin", decision: agreed, source: "b.yaml" }),
  ],
  invalid,
};

export const quiet: CheckReport = {
  ...everything,
  tool: { ...everything.tool, findingsUrl: null },
  surfaces: [surface("agreed", [], { decision: agreed }), surface("open", [], { decision: null })],
  invalid: [],
};

import { type FindingKind, findingLevels } from "../../model/check.js";
import { ruleKinds } from "../../model/pack.js";
import { concerns, grades, styles, verdicts } from "../../model/verdict.js";
import { list, options, ref, text } from "../json/schema-parts.js";

/* The JSON of a check, version 2, as JSON Schema draft-07: a data table. `json.ts` draws it. */

const textOrNull = { type: ["string", "null"] } as const;
const count = { type: "integer", minimum: 0 } as const;
const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;

/** An object whose keys are all required, and that takes no others. */
const record = (description: string, properties: Readonly<Record<string, object>>) => ({
  description,
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const finding = (kind: FindingKind, more: Readonly<Record<string, object>>) =>
  record(`A finding of the kind ${kind}`, {
    kind: { const: kind },
    level: { const: findingLevels[kind] },
    message: { type: "string", description: "The finding in a sentence; its wording may change" },
    ...more,
  });

const position = (what: string) =>
  record(`${what}; counted from 1`, {
    file: text,
    line: { type: "integer", minimum: 1 },
    column: { type: "integer", minimum: 1 },
  });

const against = list(ref("opponent"), "What speaks against the decision, heaviest first");
const style = { enum: [...styles, "hybrid"] } as const;
const grade = { enum: grades } as const;

const clash = {
  clash: { type: "string", description: "Its id" },
  because: { type: "string", description: "Why the answers do not fit" },
  questions: list(text, "The questions whose answers clash"),
  reconsider: { type: "string", description: "The question whose answer to look at again" },
} as const;
const models = { was: { type: "integer", minimum: 1 }, is: { type: "integer", minimum: 1 } } as const;

/** What a finding of each kind has besides its kind, level and message. */
const details = {
  "no-decision": {},
  undecided: {},
  "answer-unconfirmed": {
    question: text,
    overturns: { type: "boolean", description: "Another answer alone changes the verdict" },
    moves: list({ enum: concerns }, "The concerns whose state another answer alone moves to another place"),
    at: { anyOf: [position("Where the answer is"), { type: "null" }] },
  },
  clash: clash,
  "clash-not-allowed": clash,
  "low-grade": { grade: { enum: [...grades, null] }, least: grade },
  "deviation-unexplained": {
    missing: { type: "array", minItems: 1, items: { enum: ["because", "until"] } },
    against,
  },
  "deviation-expired": { until: day, against },
  "deviation-accepted": { until: day, daysLeft: count, against },
  "deviation-ends-soon": { until: day, daysLeft: count },
  "deviation-not-allowed": { against },
  "deviation-too-long": { until: day, daysLeft: count, most: count, against },
  "deviation-reason-too-short": { length: count, least: count },
  "deviation-not-needed": { until: day },
  "review-due-soon": { reviewBy: day, daysLeft: count },
  "review-overdue": { reviewBy: day },
  "review-overdue-not-allowed": { reviewBy: day },
  "answers-changed": {
    changes: {
      type: ["array", "null"],
      items: record("One answer, then and now", { question: text, was: options, is: options }),
      description: "Null: only a digest was recorded",
    },
  },
  "basis-mismatch": {},
  "pack-changed": {
    was: text,
    is: text,
    models: {
      anyOf: [record("The decision models, then and now", models), { type: "null" }],
      description: "Null: decided under the same model",
    },
    against,
  },
  "other-model": models,
} satisfies Record<FindingKind, Readonly<Record<string, object>>>;

const findings = (Object.keys(details) as FindingKind[]).map((kind) => finding(kind, details[kind]));

/** JSON Schema (draft-07) of what `check --format json` prints. */
export const checkSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor check",
  ...record("Recorded decisions compared with recommendations, version 2 of the shape", {
    version: { const: 2, description: "Version of this shape" },
    tool: record("What made the report", { name: text, version: text }),
    pack: record("What it was judged with", { name: text, version: text, digest: text }),
    today: { ...day, description: "The day on which deviations and reviews were judged" },
    passes: { type: "boolean", description: "Every surface passes, and every file could be checked" },
    passed: { ...count, description: "Surfaces that pass" },
    failed: { ...count, description: "Surfaces that fail" },
    invalidFiles: { ...count, description: "Files that could not be checked" },
    withoutDecision: { ...count, description: "Surfaces without a decision, whether they pass or fail" },
    surfaces: list(ref("surface"), "In the order of the files and of the surfaces in them"),
    invalid: list(
      ref("problem"),
      "What is wrong with files that could not be checked; at most 5000 problems",
    ),
    invalidLeftOut: { ...count, description: "How many such problems `invalid` leaves out" },
  }),
  definitions: {
    surface: record("One checked surface", {
      service: text,
      surface: text,
      source: { type: "string", description: "The file it was read from" },
      at: position("Where its decision is, or the surface without one"),
      verdict: { enum: verdicts },
      grade: {
        enum: [...grades, null],
        description: "Null while undecided, or if exact figures are out of reach",
      },
      decision: {
        anyOf: [
          record("The recorded decision", {
            style,
            because: textOrNull,
            until: { ...day, type: ["string", "null"] },
            reviewBy: { ...day, type: ["string", "null"] },
            by: textOrNull,
            answers: textOrNull,
            pack: textOrNull,
            model: { type: "integer", minimum: 1, description: "The decision model that recommended" },
          }),
          { type: "null" },
        ],
      },
      passes: { type: "boolean", description: "No finding is an error" },
      findings: list({ oneOf: findings }, "Errors, warnings and notes"),
    }),
    opponent: record("A rule that fires and speaks against the decision", {
      kind: { enum: ruleKinds },
      id: text,
      concern: { enum: concerns },
      points: { type: ["integer", "null"], minimum: 1, description: "Null for a kind that has none" },
      because: text,
      questions: list(text, "The questions that made it fire"),
    }),
    problem: record("What is wrong with a file", {
      file: text,
      line: { type: ["integer", "null"], minimum: 1 },
      column: { type: ["integer", "null"], minimum: 1 },
      code: text,
      message: text,
      expected: textOrNull,
    }),
  },
} as const;

import { authors, longestName } from "../model/answers.js";
import { decidedVerdicts } from "../model/verdict.js";
import { anyText } from "../validate/shape-problems.js";

export const textSchema = {
  type: "string",
  minLength: 1,
  pattern: anyText,
  description: "a non-empty text",
} as const;
const nameSchema = { ...textSchema, maxLength: longestName } as const;

export const answersShape = {
  type: "object",
  additionalProperties: {
    type: ["string", "array", "object"],
    minItems: 1,
    items: { type: "string" },
    additionalProperties: false,
    properties: {
      answer: { type: ["string", "array"], minItems: 1, items: { type: "string" } },
      note: textSchema,
      by: { enum: authors },
    },
    required: ["answer"],
    description: "an option, a list of options, or { answer, note, by }",
  },
  description:
    "a mapping from question ids to an option, `unsure`, a list of options if several may be given, or { answer, note, by }",
} as const;

/** May be empty: in a new file every answer is still commented out. */
const answers = { ...answersShape, type: ["object", "null"] } as const;

const day = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "a day, YYYY-MM-DD" } as const;

/** A recorded decision. */
export const decisionSchema = {
  type: "object",
  additionalProperties: false,
  properties: {
    style: { enum: decidedVerdicts },
    because: { ...textSchema, description: "why; required if it differs from the recommendation" },
    until: day,
    "review-by": day,
    by: { ...nameSchema, description: "who owns the decision" },
    answers: {
      type: "string",
      pattern: "^sha256-[0-9a-f]{64}$",
      description: "sha256- and 64 hexadecimal digits",
    },
    basis: {
      type: "object",
      additionalProperties: {
        type: ["string", "array"],
        minLength: 1,
        minItems: 1,
        items: { ...textSchema },
        description: "an option or a list of options",
      },
      description: "The answers that the decision was based on, by question id, as `decide` records them",
    },
    pack: {
      type: "string",
      pattern: "^.+@[^\\s@]+ sha256-[0-9a-f]{64}$",
      description: "a rule pack as name@version sha256-…",
    },
    model: { enum: [1, 2], description: "The decision model that recommended; 1 if left out" },
  },
  required: ["style"],
  description: "What the team decided",
} as const;

/**
 * JSON Schema (draft-07) of the structure of an answers file. Questions and options are checked against the pack
 * instead, so that messages can suggest the nearest one.
 * @public the build compiles it
 */
export const answersSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor answers",
  description: "What one service, or each of its surfaces, has to do",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "Address of this schema" },
    version: { const: 1, description: "Version of this format: 1" },
    service: { ...nameSchema, description: "Name of the service" },
    answers: { $ref: "#/definitions/answers" },
    decision: { $ref: "#/definitions/decision" },
    surfaces: {
      type: "object",
      minProperties: 1,
      propertyNames: {
        maxLength: nameSchema.maxLength,
        pattern: "^\\S([\\s\\S]*\\S)?$",
        description: `a name of 1 to ${longestName} characters without white space at its ends`,
      },
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: {
          answers: { $ref: "#/definitions/answers" },
          decision: { $ref: "#/definitions/decision" },
        },
      },
      description:
        "Groups of operations with one audience and one style of communication, by name; each has the answers above and its own. Without them the file is one surface",
    },
  },
  required: ["version", "service"],
  definitions: { answers, decision: decisionSchema },
} as const;

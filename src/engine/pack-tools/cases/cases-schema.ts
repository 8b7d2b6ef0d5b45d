import { answersShape, textSchema as text } from "../../answers-file/answers-schema.js";
import { decidedVerdicts, places, verdicts } from "../../model/verdict.js";
import { confidences } from "./case-set.js";

/**
 * JSON Schemas (draft-07) of the two shapes of a case file: cases that show a pack's rules at work, and the documented
 * decision of one real system. Ids of rules, questions and options are checked against the pack instead.
 */
const id = {
  type: "string",
  pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
  maxLength: 80,
  description: "an id in kebab-case, such as two-way-chat",
} as const;
const place = { enum: places } as const;
const ids = { type: "array", minItems: 1, uniqueItems: true, items: id } as const;

const byConcern = <Value extends object>(value: Value, description: string) =>
  ({
    type: "object",
    minProperties: 1,
    additionalProperties: false,
    properties: { interaction: value, session: value, workflow: value, sync: value },
    description,
  }) as const;

const expectation = {
  type: "object",
  minProperties: 1,
  additionalProperties: false,
  properties: {
    verdict: { enum: verdicts },
    fires: { ...ids, description: "Rules that must fire, of any kind" },
    "not-fires": { ...ids, description: "Rules that must not fire" },
    placement: byConcern(place, "Where the state of a concern must be placed"),
    pattern: byConcern(id, "The pattern by which the state of a concern must be kept"),
    beside: byConcern(id, "The pattern that must be beside that of a concern"),
    "backed-by": { ...id, description: "The pattern of the second home that the conversation must have" },
    clashes: { ...ids, description: "Clashes that must be found" },
  },
  description: "What is expected of these answers",
} as const;

export const casesSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor cases",
  description: "Answers, and what a rule pack must conclude from them",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    cases: {
      type: "object",
      minProperties: 1,
      propertyNames: id,
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: { about: text, answers: answersShape, expect: expectation },
        required: ["about", "answers", "expect"],
      },
    },
  },
  required: ["cases"],
} as const;

export const realSystemSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor real system",
  description: "The documented decision of a real system, and its needs as answers",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string" },
    system: text,
    surface: text,
    documented: { enum: decidedVerdicts },
    because: text,
    confidence: { enum: confidences },
    sources: { type: "array", minItems: 1, uniqueItems: true, items: text },
    contradicts: {
      ...text,
      description: "why the pack calls this system the opposite of what is documented",
    },
    answers: answersShape,
  },
  required: ["system", "surface", "documented", "because", "confidence", "sources", "answers"],
} as const;

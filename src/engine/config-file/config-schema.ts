import { textSchema as text } from "../answers-file/answers-schema.js";
import { grades } from "../model/verdict.js";

/** The most days for which a deviation may be accepted: a hundred years. */
export const mostDays = 36_525;
/** The longest reason that may be required. */
export const mostCharacters = 1000;

/**
 * JSON Schema (draft-07) of a config file. A key is named like the option that overrides it.
 * @public the build compiles it
 */
export const configSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor config",
  description: "The rule packs, answers files and terms of a repository",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", description: "Address of this schema" },
    rules: {
      type: "array",
      minItems: 1,
      items: text,
      description:
        "Rule packs, each layered over those before it: folders or files relative to this file, npm packages, or `default`",
    },
    files: {
      type: "array",
      minItems: 1,
      items: text,
      description:
        "Answers files, or patterns such as `services/**/*.yaml`, relative to this file; used by commands that are given no file",
    },
    "min-grade": { enum: grades, description: "Fail a verdict with a lower grade" },
    "require-decision": { type: "boolean", description: "Fail a surface without a decision" },
    "require-confirmed": {
      type: "boolean",
      description: "Fail an answer of an agent that decides, until a person confirms it",
    },
    "no-clashes": { type: "boolean", description: "Fail answers that do not fit each other" },
    "no-deviations": { type: "boolean", description: "Fail a decision that differs from the recommendation" },
    "max-deviation": {
      type: "integer",
      minimum: 0,
      maximum: mostDays,
      description:
        "Fail a deviation that is accepted for more days than this, counted from the day of the check",
    },
    "min-reason": {
      type: "integer",
      minimum: 1,
      maximum: mostCharacters,
      description: "Fail a deviation with a reason of fewer characters",
    },
    "no-overdue-reviews": { type: "boolean", description: "Fail a decision whose review is overdue" },
    soon: {
      type: "integer",
      minimum: 0,
      maximum: mostDays,
      description: "Say which deviations end and which reviews are due within so many days; 0: none",
    },
  },
} as const;

import { textSchema } from "../answers-file/answers-schema.js";
import { evidences, guidanceTopics, tradeoffKinds } from "../model/pack.js";
import { concerns, decidedVerdicts, places, stateConcerns, statePlaces, styles } from "../model/verdict.js";

/** What several entries share, as definitions that entries refer to by name. */
const shared = {
  text: textSchema,
  id: {
    type: "string",
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    maxLength: 80,
    description: "an id in kebab-case, such as token-per-request",
  },
  sources: {
    type: "array",
    minItems: 1,
    uniqueItems: true,
    items: {
      type: "string",
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*( §.+)?$",
      description: "a criterion or reference id, optionally with a section, such as rfc-9110 §9.2.2",
    },
    description:
      "What the entry rests on: criteria and references by id, optionally with a section after the reference",
  },
} as const;
const text = { $ref: "#/definitions/text" } as const;
const id = { $ref: "#/definitions/id" } as const;
const sources = { $ref: "#/definitions/sources" } as const;
const condition = { $ref: "#/definitions/condition" } as const;
const style = { enum: styles, description: "one of the two alternatives" } as const;
const place = { enum: places } as const;
const stateConcern = { enum: stateConcerns } as const;
const concern = { enum: concerns } as const;
const verdicts = {
  type: "array",
  minItems: 1,
  uniqueItems: true,
  // The type matters for `uniqueItems`: with it items are looked up, without it each is compared with every other.
  items: { type: "string", enum: decidedVerdicts },
} as const;
const placeList = {
  type: "array",
  minItems: 1,
  uniqueItems: true,
  items: { type: "string", enum: statePlaces },
  description:
    "Shown only when state is placed at one of these: a place, or concern/place for the state of one concern",
} as const;

const entry = <P extends Record<string, unknown>>(properties: P, required: readonly string[]) =>
  ({ type: "object", additionalProperties: false, properties, required }) as const;

/** The shape of the entries of each section. */
const entries = {
  topics: entry({ title: text, about: text }, ["title", "about"]),
  questions: entry(
    {
      topic: id,
      ask: text,
      why: text,
      help: text,
      ordered: { type: "boolean", description: "options run from least to most" },
      several: { type: "boolean", description: "any number of options may be chosen" },
      essential: { type: "boolean", description: "asked first: one of the few that decide most cases" },
      direction: style,
      options: {
        type: "object",
        minProperties: 2,
        maxProperties: 30,
        propertyNames: shared.id,
        additionalProperties: entry({ label: text, help: text, none: { type: "boolean" } }, [
          "label",
          "help",
        ]),
      },
      implied: {
        type: "array",
        maxItems: 100,
        items: entry({ when: condition, answer: id, because: text }, ["when", "answer", "because"]),
      },
    },
    ["topic", "ask", "why", "help", "options"],
  ),
  rules: entry(
    {
      when: condition,
      favours: style,
      weight: {
        type: ["integer", "object"],
        minimum: 1,
        maximum: 5,
        minProperties: 1,
        additionalProperties: false,
        properties: {
          live: {
            type: "integer",
            minimum: 1,
            maximum: 5,
            description: "points for state bound to a connection or a process",
          },
          kept: {
            type: "integer",
            minimum: 1,
            maximum: 5,
            description: "points for state that only has to be remembered",
          },
        },
        description: "1 to 5 points; for stateful given by kind of state, such as { live: 1, kept: 2 }",
      },
      concern,
      because: text,
      sources,
      contested: text,
    },
    ["when", "favours", "weight", "concern", "because", "sources"],
  ),
  vetoes: entry({ when: condition, forbids: style, concern, because: text, sources, contested: text }, [
    "when",
    "forbids",
    "concern",
    "because",
    "sources",
  ]),
  placements: entry(
    {
      concern: stateConcern,
      verdict: verdicts,
      evidence: { enum: evidences },
      when: condition,
      place,
      pattern: id,
      because: text,
      sources,
    },
    ["concern", "place", "because", "sources"],
  ),
  tradeoffs: entry(
    {
      style,
      kind: { enum: tradeoffKinds },
      places: placeList,
      when: condition,
      text,
      mitigation: text,
      sources,
    },
    ["style", "kind", "text", "sources"],
  ),
  patterns: entry(
    {
      title: text,
      place,
      concerns: { type: "array", minItems: 1, uniqueItems: true, items: { type: "string", ...stateConcern } },
      what: text,
      fits: text,
      watch: text,
      sources,
    },
    ["title", "place", "concerns", "what", "fits", "watch", "sources"],
  ),
  guidance: entry(
    {
      topic: { enum: guidanceTopics },
      verdict: verdicts,
      places: placeList,
      when: condition,
      text,
      because: text,
      sources,
    },
    ["topic", "text", "because", "sources"],
  ),
  criteria: entry({ section: text, claim: text, contested: text }, ["section", "claim"]),
  references: entry(
    { title: text, url: { type: "string", pattern: "^https://", description: "an https address" } },
    ["title"],
  ),
} as const;

export type SectionId = keyof typeof entries;
export const sectionIds = Object.keys(entries) as readonly SectionId[];

const section = (shape: object) => ({
  type: "object",
  propertyNames: shared.id,
  additionalProperties: shape,
});
const partial = ({ required: _, ...shape }: { readonly required: readonly string[] }) => shape;

const bySection = <T>(make: (shape: (typeof entries)[SectionId]) => T): Record<SectionId, T> =>
  Object.fromEntries(sectionIds.map((name) => [name, make(entries[name])])) as Record<SectionId, T>;

/**
 * JSON Schema (draft-07, which editors read) of a file of a rule pack. No `anyOf`, so that each problem has one cause.
 */
export const rulesSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "api-advisor rule pack",
  description:
    "A file of a rule pack: the files of a folder are merged by section, exactly one has the header `pack`.",
  type: "object",
  additionalProperties: false,
  properties: {
    pack: {
      type: "object",
      additionalProperties: false,
      properties: {
        format: { const: 1, description: "version of this format: 1" },
        name: { ...textSchema, maxLength: 100 },
        version: { ...textSchema, maxLength: 50 },
        about: text,
        extends: {
          ...textSchema,
          description: "`default`, a folder or file relative to this pack, or an npm package",
        },
        "need-boundary": { type: "number", minimum: -0.9, maximum: 0.9, multipleOf: 0.01 },
        "bound-boundary": { type: "number", minimum: 0.05, maximum: 0.95, multipleOf: 0.01 },
        "minimum-evidence": { type: "integer", minimum: 1, maximum: 100 },
        "firm-radius": { type: "number", minimum: 0, maximum: 1 },
        "fragile-radius": { type: "number", minimum: 0, maximum: 1 },
      },
      required: ["format", "name", "version"],
      description: "the pack's header",
    },
    ...bySection(section),
    override: {
      type: "object",
      additionalProperties: false,
      properties: bySection((shape) => section(partial(shape))),
      description: "Keys to replace in entries of the pack that is extended, by section and id",
    },
    "switch-off": {
      type: "object",
      propertyNames: shared.id,
      additionalProperties: text,
      description: "Entries of the pack that is extended to leave out, each with the reason",
    },
  },
  definitions: {
    ...shared,
    condition: {
      type: "object",
      minProperties: 1,
      properties: {
        all: { type: "array", minItems: 1, items: { $ref: "#/definitions/condition" } },
        any: { type: "array", minItems: 1, items: { $ref: "#/definitions/condition" } },
        not: { $ref: "#/definitions/condition" },
      },
      additionalProperties: {
        type: ["string", "array", "object"],
        minLength: 1,
        minItems: 1,
        uniqueItems: true,
        items: { type: "string" },
        minProperties: 1,
        additionalProperties: false,
        properties: { "at-least": { type: "string" }, "at-most": { type: "string" } },
      },
      description:
        "Question ids with the options that make it hold; all entries must hold. `all`, `any`, `not` combine conditions",
    },
  },
} as const;

import { textSchema } from "../answers-file/answers-schema.js";
import { guidanceTopics, tradeoffKinds } from "../model/pack.js";
import { concerns, decidedVerdicts, followers, places, statePlaces, styles } from "../model/verdict.js";

/** What several entries share, as definitions that entries refer to by name. */
export const shared = {
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
const place = { enum: places, description: "where the state lives" } as const;
const concern = { enum: concerns, description: "the kind of state" } as const;
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
/** A list, so that a number out of range and one of the wrong type are each one problem. */
const points = (description: string) => ({ enum: [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5], description }) as const;
const examples = {
  type: "array",
  minItems: 1,
  maxItems: 5,
  uniqueItems: true,
  items: { ...textSchema, maxLength: 40 },
  description:
    "One to five words that engineers search for, such as Redis, WebSocket or JWT, the best known first",
} as const;
const keeps = {
  ...textSchema,
  maxLength: 80,
  description: "a noun phrase for what is kept, for the headline, such as the held stock",
} as const;

const entry = <P extends Record<string, unknown>>(properties: P, required: readonly string[]) =>
  ({ type: "object", additionalProperties: false, properties, required }) as const;

/** A rule: its condition, its grounds, and what its kind needs besides. */
const rule = <P extends Record<string, unknown>>(
  own: P,
  required: readonly string[],
  description: string,
  optional = {},
) => ({
  ...entry({ ...own, when: condition, because: text, sources, contested: text, ...optional }, [
    ...required,
    "when",
    "because",
    "sources",
  ]),
  description,
});

/** The sections of rules, one for each kind. */
const rules = {
  need: rule(
    { concern, points: points("for (1 to 5) or against (-1 to -5) the server keeping this state") },
    ["concern", "points"],
    "Points for or against the server keeping this state between requests",
    { keeps },
  ),
  must: rule({ concern }, ["concern"], "This state has to be kept, whatever the points", { keeps }),
  "must-not": rule(
    { concern },
    ["concern"],
    "This state may not, or need not, be kept; `must` takes precedence",
  ),
  place: rule(
    { points: points("for binding it (1 to 5), or for keeping it elsewhere (-1 to -5)") },
    ["points"],
    "Points for binding the conversation to its connection or instance, or for keeping it elsewhere",
  ),
  "must-bind": rule({}, [], "A conversation that is kept is bound to its connection or instance"),
  "may-not-bind": rule({}, [], "The conversation is not bound; takes precedence over `must-bind`"),
  follows: rule(
    { concern: { enum: followers, description: "the kind of state" } },
    ["concern"],
    "This state goes where a bound conversation goes",
  ),
} as const;

/** The shape of the entries of each section. */
export const entries = {
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
      "bears-on": {
        enum: ["place"],
        description: "Bears on where state lives only: no rule about whether it is kept may read it",
      },
      harmless: {
        ...shared.id,
        description: "The option that placements and advice assume while the question is open",
      },
      options: {
        type: "object",
        minProperties: 2,
        maxProperties: 30,
        propertyNames: shared.id,
        additionalProperties: entry({ label: text, help: text, examples, none: { type: "boolean" } }, [
          "label",
          "help",
        ]),
      },
      retired: {
        type: "object",
        maxProperties: 30,
        propertyNames: shared.id,
        additionalProperties: entry({ "replaced-by": id }, ["replaced-by"]),
        description:
          "Options that older answers may still name, each with the option it is read as, or `unsure` for an open question",
      },
      implied: {
        type: "array",
        maxItems: 100,
        items: entry({ when: condition, answer: id, because: text }, ["when", "answer", "because"]),
      },
    },
    ["topic", "ask", "why", "help", "options"],
  ),
  ...rules,
  placements: entry(
    {
      concern,
      when: condition,
      place,
      pattern: { ...shared.id, description: "The pattern that does it; optional at `nowhere`" },
      beside: {
        ...shared.id,
        description:
          "A second pattern that designs have with the first. Its place is of the same class, or of one that keeps less",
      },
      because: text,
      sources,
    },
    ["concern", "place", "because", "sources"],
  ),
  "backed-by": entry({ when: condition, pattern: id, because: text, sources }, [
    "pattern",
    "because",
    "sources",
  ]),
  clashes: entry({ when: condition, because: text, reconsider: id }, ["when", "because", "reconsider"]),
  tradeoffs: entry(
    {
      style: { enum: styles, description: "that of the verdicts it is for, beside hybrids; all without it" },
      kind: { enum: tradeoffKinds },
      places: placeList,
      when: condition,
      text,
      mitigation: text,
      sources,
    },
    ["kind", "text", "sources"],
  ),
  patterns: entry(
    {
      title: text,
      examples,
      place,
      concerns: {
        type: "array",
        minItems: 1,
        uniqueItems: true,
        items: { type: "string", enum: concerns },
      },
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

import { bearings } from "../../interview/questions-to-ask.js";
import { concerns, decidedVerdicts, grades, places, verdicts } from "../../model/verdict.js";
import { list, nullOr, record, text } from "../json/schema-parts.js";
import { briefLists } from "./brief.js";

/* A line of the `brief` format, version 1, as JSON Schema draft-07: a data table. `brief.ts` has it as a type. */

const ids = { type: "array", items: text, uniqueItems: true };
const count = { type: "integer", minimum: 0 };

const atMost = (most: number, items: object, description: string) => ({
  ...list(items, description),
  maxItems: most,
});

/** An object of some of these keys. */
const some = (description: string, properties: Readonly<Record<string, object>>) => ({
  type: "object",
  description,
  properties,
  additionalProperties: false,
});

const place = {
  ...some("Where the state of one concern lives, with the patterns that there are for it", {
    place: { enum: places, description: "nowhere: it has a pattern, but no state" },
    pattern: { ...text, description: "How it is kept there, by the id of the pattern" },
    title: { ...text, description: "The same in words" },
    companion: { ...text, description: "A second pattern that comes with it, by id" },
    secondHome: { ...text, description: "The pattern of a second home of a bound conversation, by id" },
  }),
  required: ["place"],
};

/** What `questionsToAsk` says of a question. */
export const bearing = {
  enum: bearings,
  description:
    "What an answer can change: `verdict`, alone; `with-others`: the verdict, together with other answers; `place`: where a state lives, and not the verdict",
};

const question = record("Question", "An open question that can still change something", {
  question: text,
  ask: text,
  bearing,
  several: { type: "boolean", description: "Whether an answer is a list of options" },
  options: { ...ids, description: "The options, by id; `unsure` is an answer to every question" },
  why: text,
});

const tippingPoint = record("Tipping point", "Other answers, and the verdict that they lead to", {
  set: {
    type: "object",
    description: "Answers to change, all together: an option by question, or a list of options",
    minProperties: 1,
    additionalProperties: { anyOf: [text, ids] },
  },
  verdict: { enum: verdicts },
});

/** With the keys that every brief has. */
const withEveryKey = {
  $schema: "http://json-schema.org/draft-07/schema#",
  ...record(
    "api-advisor brief",
    "The recommendation for one surface in at most 1,024 bytes, version 1 of the shape. Lists are cut to fit, and `more` counts what is left out; the titles of patterns are left out, and texts cut after a sentence or with an ellipsis, if that is not enough",
    {
      version: { const: 1, description: "Version of this shape" },
      service: text,
      surface: text,
      verdict: {
        enum: verdicts,
        description: "undecided: too little is known about what has to be kept",
      },
      headline: { type: "string", description: "What is kept, to follow the verdict and a colon" },
      grade: {
        enum: [...grades, null],
        description: "How far the verdict can be trusted; null while undecided, or not analysed",
      },
      answered: record("Answered", "How many questions have an answer", {
        known: { ...count, description: "Given or implied" },
        unsure: { ...count, description: "Answered with unsure, which leaves them open" },
        all: { ...count, description: "All questions" },
      }),
      places: nullOr(
        some(
          "Where state lives, by concern; a concern that is not named has none",
          Object.fromEntries(concerns.map((concern) => [concern, place])),
        ),
        "Null while undecided",
      ),
      clashes: atMost(
        briefLists.clashes,
        record("Clash", "Answers that do not fit each other", {
          id: text,
          reconsider: { type: "string", description: "The question whose answer to look at again" },
        }),
        "Answers that do not fit each other; `explain` says why by the id",
      ),
      askNext: nullOr(
        atMost(
          briefLists.askNext,
          question,
          "Open questions that can still change something: first those whose answer alone changes the verdict, then those that can together with others, at last those that only move a place; of each, the most informative first. Not those answered with unsure, nor those that matter only together with one of them",
        ),
        "Null when not analysed",
      ),
      tippingPoints: nullOr(
        atMost(
          briefLists.tippingPoints,
          tippingPoint,
          "The smallest sets of other answers that change the verdict, no two of the same questions",
        ),
        "Null when not analysed",
      ),
      assumptions: nullOr(
        {
          type: "object",
          description:
            "Open questions, each with the option that it is read as although an answer could change something; those that bear on the verdict first",
          additionalProperties: text,
          maxProperties: briefLists.assumptions,
        },
        "Null when not analysed",
      ),
      decision: nullOr(
        record("Decision", "What the team decided", {
          style: { enum: decidedVerdicts },
          lapsed: { type: "boolean", description: "Whether it no longer fits the answers" },
        }),
        "Null: none recorded",
      ),
      more: some(
        "How many entries a list leaves out; a list that is not named is whole",
        Object.fromEntries(Object.keys(briefLists).map((each) => [each, { type: "integer", minimum: 1 }])),
      ),
    },
  ),
} as const;

/** JSON Schema (draft-07) of each line that the `brief` format prints. */
export const briefSchema = {
  ...withEveryKey,
  properties: {
    ...withEveryKey.properties,
    unconfirmed: {
      ...atMost(
        briefLists.unconfirmed,
        text,
        "Questions that an agent answered and no person has confirmed, if another answer alone changes the verdict or a place; left out if there are none. `more` counts those that change nothing as well",
      ),
      uniqueItems: true,
    },
  },
} as const;

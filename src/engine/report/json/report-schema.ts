import { answersTrusts, type GradeCap, weightsTrusts } from "../../model/analysis.js";
import { forms } from "../../model/scores.js";
import { concerns, grades, placeClasses, places, styles, verdicts } from "../../model/verdict.js";

import { entryDefinitions } from "./entry-definitions.js";
import {
  byId,
  list,
  nullable,
  options,
  pointsShare,
  record,
  ref,
  refOrNull,
  share,
  shareOrNull,
  sums,
  text,
} from "./schema-parts.js";

/* The JSON report, version 2, as JSON Schema draft-07: a data table. `document.ts` makes it. */

const gradeCaps: readonly GradeCap[] = ["clash", "few-essentials"];

const definitions = {
  verdict: {
    title: "Verdict",
    description: "What the answers lead to; undecided: too little is known about what has to be kept",
    enum: verdicts,
  },
  style: { title: "Style", description: "One of the two alternatives", enum: styles },
  grade: {
    title: "Grade",
    description: "How far the verdict can be trusted; sums up `trust`",
    enum: grades,
  },
  concern: {
    title: "Concern",
    description: "A kind of state: the conversation, the login, the task under way, copies changed offline",
    enum: concerns,
  },
  placeClass: {
    title: "Class",
    description:
      "not-kept: no server keeps it; elsewhere: kept where any instance finds it; bound: tied to one connection or instance",
    enum: placeClasses,
  },
  form: {
    title: "Form",
    description: "need: has it to be kept? place: is the conversation bound, or kept elsewhere?",
    enum: forms,
  },
  place: {
    title: "Place",
    description:
      "Where the state of a concern lives; nowhere: it has none; data: business data that any client may meet; connection: with a connection or an instance",
    enum: places,
  },
  answer: {
    title: "Answer",
    description: "An option's id; a list of ids for a question that takes several",
    anyOf: [text, { type: "array", items: text, uniqueItems: true }],
  },
  questions: {
    title: "Questions",
    description: "The questions whose answers made the entry fire, by id",
    type: "array",
    items: text,
  },
  clash: record("Clash", "Answers that do not fit each other", { id: text, questions: ref("questions") }),
  fired: record("Fired rule", "A rule that fired, and why", { id: text, questions: ref("questions") }),
  contribution: record(
    "Contribution",
    "Points that one answer contributed to one concern and form; a rule over several questions is shared equally among them",
    {
      concern: ref("concern"),
      form: ref("form"),
      question: text,
      for: pointsShare("Points for keeping it; for place: for binding it"),
      against: pointsShare("Points against keeping it; for place: for keeping it elsewhere"),
    },
  ),
  trust: record("Trust", "How far the verdict can be trusted, in two words", {
    answers: {
      enum: answersTrusts,
      description:
        "settled: no open question can change the verdict; open: one without a harmless option can alone; assumed: only ones with a harmless option, or several together",
    },
    weights: {
      enum: weightsTrusts,
      description: "givens: requirements alone decide; thin: a deciding sum of points is below 2",
    },
    caps: list({ enum: gradeCaps }, "What keeps the grade at fair at most, where it would be firm"),
  }),
  assumption: record(
    "Assumption",
    "An open question that is read as its harmless option, although an answer would change something",
    {
      question: text,
      option: { type: "string", description: "The option that is assumed" },
      otherwise: list(
        record("Otherwise", "An option, and what it would change as the answer", {
          option: text,
          verdict: refOrNull("verdict", "Null: it stays"),
          concerns: list(ref("concern"), "The concerns whose place or pattern changes"),
        }),
        "The options that would change something",
      ),
    },
  ),
  stability: record("Stability", "How far the weights may be off before the verdict changes by points", {
    radius: shareOrNull(
      "Smallest share of itself by which changing every fired weight can change the verdict; null: no change can",
    ),
    concern: refOrNull("concern", "The concern whose sums give the radius"),
    form: refOrNull("form", "The form whose sums give the radius"),
    verdict: refOrNull("verdict", "The verdict on the far side"),
  }),
  reach: record(
    "Reach",
    "Share of the ways of answering the open questions that lead to each verdict; they sum to 1",
    {
      stateless: share("Ends in stateless"),
      stateful: share("Ends in stateful"),
      hybrid: share("Ends in hybrid"),
      undecided: share("Ends in undecided"),
    },
  ),
  concernReport: record("Concern", "One concern: kept or not and why, and where its state lives", {
    id: ref("concern"),
    kept: { type: "boolean", description: "Whether the server has to keep it between requests" },
    class: ref("placeClass"),
    need: sums("Need", "Points on whether it has to be kept", "A: for keeping it", "B: against"),
    place: {
      anyOf: [
        sums("Place", "Points on where it is kept", "P: for binding it", "Q: for keeping it elsewhere"),
        { type: "null" },
      ],
      description: "Null for every concern but interaction",
    },
    givens: list(text, "The fired rules, by id, that settle it whatever the points"),
    follows: list(text, "The fired rules, by id, by which it goes where the conversation goes"),
    placement: refOrNull("place", "Where its state lives; null while undecided"),
    placedBy: nullable(text, "The placement that says so, by id"),
    pattern: nullable(text, "The pattern that does it, by id"),
    beside: nullable(
      text,
      "A second pattern that designs have with the first, by id; it does not touch the verdict",
    ),
    backedBy: refOrNull("backing", "A second home of a bound conversation; null: none"),
  }),
  backing: record("Second home", "A second home of a bound conversation; it does not touch the verdict", {
    id: text,
    pattern: { type: "string", description: "The pattern that does it, by id" },
  }),
  answers: byId(ref("answer"), "Answers by question"),
  tippingPoint: record(
    "Tipping point",
    "A smallest set of answers to change, all together, so that the verdict changes",
    {
      set: ref("answers"),
      verdict: ref("verdict"),
    },
  ),
  concernTippingPoint: record(
    "Tipping point of a concern",
    "One other answer that moves a single concern to another class, whatever the verdict does",
    { concern: ref("concern"), class: ref("placeClass"), set: ref("answers") },
  ),
  unanswered: record("Unanswered question", "A question that is open or was answered with unsure", {
    question: text,
    unsure: { type: "boolean", description: "Answered with unsure" },
    essential: { type: "boolean", description: "One of the few that decide most cases" },
    valueOfInformation: {
      type: ["number", "null"],
      minimum: 0,
      description: "Expected decrease of the verdict's entropy, in bits",
    },
    overturns: { type: ["boolean", "null"], description: "Some answer to it alone changes the verdict" },
    moves: {
      type: ["array", "null"],
      items: ref("concern"),
      description:
        "The concerns whose place or pattern some answer to it alone changes; none while undecided",
    },
  }),
  unconfirmed: record("Unconfirmed answer", "An answer that an agent wrote and no person has confirmed", {
    question: text,
    overturns: { type: "boolean", description: "Another answer to it alone changes the verdict" },
    moves: list(
      ref("concern"),
      "The concerns whose state another answer to it alone moves to another place; none while undecided",
    ),
  }),
  decision: record("Decision", "What the team decided, as recorded in the answers file", {
    style: { enum: [...styles, "hybrid"] },
    because: nullable(text, "Why"),
    until: nullable(text, "Last day on which a deviation is accepted, YYYY-MM-DD"),
    reviewBy: nullable(text, "Day by which it is to be reviewed, YYYY-MM-DD"),
    by: nullable(text, "Who owns it"),
    answers: nullable(text, "Digest of the answers it was based on"),
    lapse: refOrNull("lapse", "Why it has lapsed; null: it has not, or nothing was recorded to compare with"),
  }),
  lapse: record("Lapse", "Why a decision no longer fits the answers", {
    kind: {
      enum: ["answers-changed", "basis-mismatch"],
      description: "As in `check`: other answers, or a record that contradicts itself",
    },
    changes: {
      type: ["array", "null"],
      items: record("Answer change", "One answer, then and now", {
        question: text,
        was: options,
        is: options,
      }),
      description: "Null: only a digest was recorded, or the record contradicts itself",
    },
  }),
  reference: record("Reference", "A source", {
    id: text,
    title: text,
    url: nullable(text, "Its address"),
  }),
  surface: record("Surface", "The recommendation for one surface", {
    name: text,
    at: record("Position", "Where the surface is in its file, counted from 1", {
      file: text,
      line: { type: "integer", minimum: 1 },
      column: { type: "integer", minimum: 1 },
    }),
    clashes: list(ref("clash"), "Answers that do not fit each other"),
    verdict: ref("verdict"),
    grade: refOrNull("grade", "Null while undecided, or not analysed"),
    keeps: list(text, "What is kept, as nouns, in the order of the concerns"),
    concerns: list(ref("concernReport"), "One entry per concern"),
    assumptions: list(
      ref("assumption"),
      "Open questions read as their harmless option; empty if not analysed",
    ),
    trust: refOrNull("trust", "Null while undecided, or not analysed"),
    stability: refOrNull("stability", "Null when not analysed"),
    reach: refOrNull("reach", "Null when not analysed"),
    outOfReach: list(
      { type: "string" },
      "Open questions tied together too closely for exact figures; empty unless that is why there are none",
    ),
    answers: ref("answers"),
    implied: byId(text, "Why answers are implied by others, not given, by question"),
    notes: byId(text, "The notes in the answers file, by question"),
    unconfirmed: list(
      ref("unconfirmed"),
      "Answers that an agent wrote and no person has confirmed, in the order of the pack's questions",
    ),
    contributions: list(
      ref("contribution"),
      "Largest first within each concern and form; they sum to its points but for rules that need no answer",
    ),
    rules: list(ref("fired"), "Fired rules that give points, heaviest first"),
    givens: list(ref("fired"), "Fired rules that settle something whatever the points"),
    follows: list(ref("fired"), "Fired rules by which a concern goes where the conversation goes"),
    tradeoffs: list(text, "What the verdict brings and costs, by id"),
    guidance: list(text, "How to build and run it, by id"),
    tippingPoints: {
      type: ["array", "null"],
      items: ref("tippingPoint"),
      description: "All of the same, smallest size; null when not analysed",
    },
    tippingPointsOmitted: {
      type: ["integer", "null"],
      minimum: 0,
      description: "How many more there are of that size",
    },
    tippingPointsComplete: {
      type: ["boolean", "null"],
      description: "False: the search stopped before one was found",
    },
    concernTippingPoints: {
      type: ["array", "null"],
      items: ref("concernTippingPoint"),
      description: "In the order of the pack's questions; null when not analysed",
    },
    unanswered: list(ref("unanswered"), "Most informative first"),
    decision: refOrNull("decision", "Null: none recorded"),
  }),
} as const;

/** JSON Schema (draft-07) of what the `json` format prints. */
export const reportSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  ...record(
    "api-advisor report",
    "Recommendations for the surfaces of one or more services, version 2 of the shape. Surfaces name entries of the pack by id; `definitions` has what they say",
    {
      version: { const: 2, description: "Version of this shape" },
      tool: record("Tool", "What made the report", { name: text, version: text }),
      pack: record("Rule pack", "What it was judged with", {
        name: text,
        version: text,
        digest: { type: "string", description: "Digest of the pack's meaning" },
        drawnFrom: refOrNull("reference", "The source that its rules are drawn from"),
        notAsked: nullable(text, "What its questions leave out although it may decide, as a sentence"),
      }),
      definitions: entryDefinitions,
      services: list(
        record("Service", "One document of answers", {
          service: text,
          source: { type: "string", description: "The file it was read from" },
          surfaces: list(ref("surface"), "One recommendation per surface"),
        }),
        "In the order given",
      ),
    },
  ),
  definitions,
} as const;

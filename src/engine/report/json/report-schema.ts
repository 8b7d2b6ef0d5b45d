import { guidanceTopics } from "../../model/pack.js";
import { concerns, grades, places, styles, verdicts } from "../../model/verdict.js";

/* The JSON report, version 1, as JSON Schema draft-07: a data table. `document.ts` makes it. */

const text = { type: "string" };
const nullable = (schema: { readonly type: string }, description: string) => ({
  ...schema,
  type: [schema.type, "null"],
  description,
});
const list = (items: object, description: string) => ({ type: "array", items, description });
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const refOrNull = (name: string, description: string) => ({
  anyOf: [ref(name), { type: "null" }],
  description,
});
const options = {
  type: ["array", "null"],
  items: text,
  description: "Options; null: not answered",
};

/** An object whose keys are all required, and that takes no others. */
const record = (title: string, description: string, properties: Readonly<Record<string, object>>) => ({
  title,
  description,
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const share = (description: string) => ({ type: "number", minimum: 0, maximum: 1, description });
const shareOrNull = (description: string) => ({
  type: ["number", "null"],
  minimum: 0,
  maximum: 1,
  description,
});
const whole = (description: string) => ({ type: "integer", minimum: 0, description });
const pointsShare = (description: string) => ({ type: "number", minimum: 0, description });
const balance = {
  type: ["number", "null"],
  minimum: -1,
  maximum: 1,
  description:
    "(F − L) / (F + L) with F stateful and L stateless points: −1 all stateless, 1 all stateful; null without points",
};

const definitions = {
  verdict: {
    title: "Verdict",
    description: "What the answers lead to; undecided means too little evidence, not a draw",
    enum: verdicts,
  },
  style: { title: "Style", description: "One of the two alternatives", enum: styles },
  grade: {
    title: "Grade",
    description: "How far the verdict can be trusted, based on stability and reach",
    enum: grades,
  },
  concern: {
    title: "Concern",
    description: "A kind of state; operation affects them all and has no state itself",
    enum: concerns,
  },
  place: {
    title: "Place",
    description: "Where the state of a concern lives; nowhere: it has none",
    enum: places,
  },
  answer: {
    title: "Answer",
    description: "An option's id; a list of ids for a question that takes several",
    anyOf: [text, { type: "array", items: text, uniqueItems: true }],
  },
  sources: {
    title: "Sources",
    description: "Criteria and references by id, with a section if one is meant",
    type: "array",
    items: text,
  },
  questions: {
    title: "Questions",
    description: "The questions whose answers made the entry fire, by id",
    type: "array",
    items: text,
  },
  scores: record("Scores", "Points of evidence", {
    stateful: whole("F = live + kept"),
    stateless: whole("L"),
    live: whole("N: state bound to a connection or a running process"),
    kept: whole("K: state that has to be remembered but could be held elsewhere"),
  }),
  settings: record("Settings", "The pack's boundaries, which decided the verdict and the grade", {
    needBoundary: {
      type: "number",
      minimum: -1,
      maximum: 1,
      description: "State is needed at this balance or above",
    },
    boundBoundary: share("State must live with the connection at this boundness or above"),
    minimumEvidence: whole("With fewer points than this the verdict is undecided"),
    firmRadius: share("Least stability radius of a firm verdict"),
    fragileRadius: share("A smaller stability radius makes a verdict fragile"),
  }),
  stability: record("Stability", "How far the weights may be off before the verdict changes by score", {
    radius: shareOrNull(
      "Smallest share of itself by which changing every fired weight can change the verdict; null: no change below 100 % can",
    ),
    boundary: { enum: ["need", "bound", "both", null], description: "The boundary that is crossed first" },
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
  concernReport: record("Concern", "Points and placement of one concern", {
    id: ref("concern"),
    scores: ref("scores"),
    balance,
    placement: refOrNull("place", "Where its state lives; null for operation and while undecided"),
    pattern: nullable(text, "The pattern that does it, by id"),
    because: nullable(text, "Why it lives there"),
    sources: ref("sources"),
  }),
  givenAnswer: record("Given or implied answer", "One answer that was scored", {
    question: text,
    answer: ref("answer"),
    implied: { type: "boolean", description: "Taken from other answers, not given" },
    because: nullable(text, "Why it is implied"),
    note: nullable(text, "The note in the answers file"),
  }),
  contribution: record(
    "Contribution",
    "Points that one answer contributed; a rule over several questions is shared equally among them",
    {
      question: text,
      answer: ref("answer"),
      implied: { type: "boolean" },
      stateful: pointsShare("live + kept"),
      stateless: pointsShare("Points for stateless"),
      live: pointsShare("Points for live state"),
      kept: pointsShare("Points for kept state"),
    },
  ),
  rule: record("Rule", "A rule that fired", {
    id: text,
    favours: ref("style"),
    weight: { type: "integer", minimum: 1, description: "Its points; for stateful the sum of live and kept" },
    live: whole("Points for live state"),
    kept: whole("Points for kept state"),
    concern: ref("concern"),
    questions: ref("questions"),
    because: text,
    contested: nullable(text, "Counter-evidence, if practice contradicts the sources"),
    sources: ref("sources"),
  }),
  veto: record("Veto", "A veto that fired: it rules a pure style out, whatever the points", {
    id: text,
    forbids: ref("style"),
    concern: ref("concern"),
    questions: ref("questions"),
    because: text,
    contested: nullable(text, "Counter-evidence, if practice contradicts the sources"),
    sources: ref("sources"),
  }),
  tradeoff: record("Tradeoff", "What the verdict brings or costs for these answers", {
    id: text,
    kind: { enum: ["advantage", "disadvantage"] },
    style: ref("style"),
    text,
    mitigation: nullable(text, "What to do about a disadvantage, and what that costs; null on advantages"),
    sources: ref("sources"),
  }),
  guidance: record("Guidance", "How errors, retries, consistency and monitoring should look", {
    id: text,
    topic: { enum: guidanceTopics },
    text,
    because: text,
    sources: ref("sources"),
  }),
  tippingPoint: record("Tipping point", "A smallest set of other answers that changes the verdict", {
    changes: list(
      record("Change", "Another answer to one question", {
        question: text,
        from: nullable(text, "The option given; null: an option is added"),
        to: nullable(text, "The option instead; null: the option is dropped"),
      }),
      "All have to be made together",
    ),
    verdict: ref("verdict"),
  }),
  unanswered: record("Unanswered question", "A question that is open or was answered with unsure", {
    question: text,
    unsure: { type: "boolean", description: "Answered with unsure" },
    valueOfInformation: {
      type: ["number", "null"],
      minimum: 0,
      description: "Expected decrease of the verdict's entropy, in bits",
    },
    overturns: { type: ["boolean", "null"], description: "Some answer to it alone changes the verdict" },
  }),
  decision: record("Decision", "What the team decided, as recorded in the answers file", {
    style: { enum: [...styles, "hybrid"] },
    because: nullable(text, "Why"),
    until: nullable(text, "Last day on which a deviation is accepted, YYYY-MM-DD"),
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
  surface: record("Surface", "The recommendation for one surface", {
    name: text,
    at: record("Position", "Where the surface is in its file, counted from 1", {
      file: text,
      line: { type: "integer", minimum: 1 },
      column: { type: "integer", minimum: 1 },
    }),
    verdict: ref("verdict"),
    grade: refOrNull("grade", "Null while undecided, or not analysed"),
    balance,
    boundness: shareOrNull(
      "N / F: 0 all of it could be kept elsewhere, 1 all of it is live; null without stateful points",
    ),
    scores: ref("scores"),
    settings: ref("settings"),
    stability: refOrNull("stability", "Null when not analysed"),
    reach: refOrNull("reach", "Null when not analysed"),
    outOfReach: list(
      { type: "string" },
      "Open questions tied together too closely for exact figures; empty unless that is why there are none",
    ),
    concerns: list(ref("concernReport"), "One entry per concern"),
    answers: list(ref("givenAnswer"), "What was scored"),
    contributions: list(ref("contribution"), "Largest first; they sum to the scores"),
    rules: list(ref("rule"), "Fired rules, heaviest first"),
    vetoes: list(ref("veto"), "Fired vetoes"),
    tradeoffs: list(ref("tradeoff"), "What the verdict brings and costs"),
    guidance: list(ref("guidance"), "How to build and run it"),
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
    unanswered: list(ref("unanswered"), "Most informative first"),
    decision: refOrNull("decision", "Null: none recorded"),
  }),
} as const;

/** JSON Schema (draft-07) of what the `json` format prints. */
export const reportSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  ...record(
    "api-advisor report",
    "Recommendations for the surfaces of one or more services, version 1 of the shape",
    {
      version: { const: 1, description: "Version of this shape" },
      tool: record("Tool", "What made the report", { name: text, version: text }),
      pack: record("Rule pack", "What it was judged with", {
        name: text,
        version: text,
        digest: { type: "string", description: "Digest of the pack's meaning" },
      }),
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

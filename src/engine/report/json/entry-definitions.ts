import { guidanceTopics, ruleKinds } from "../../model/pack.js";
import { nullable, pointsShare, record, ref, text } from "./schema-parts.js";

/** The definitions of answers and of entries of the pack: a data table. */
export const entryDefinitions = {
  givenAnswer: record("Given or implied answer", "One answer that was scored", {
    question: text,
    answer: ref("answer"),
    implied: { type: "boolean", description: "Taken from other answers, not given" },
    because: nullable(text, "Why it is implied"),
    note: nullable(text, "The note in the answers file"),
  }),
  contribution: record(
    "Contribution",
    "Points that one answer contributed to one concern and form; a rule over several questions is shared equally among them",
    {
      concern: ref("concern"),
      form: ref("form"),
      question: text,
      answer: ref("answer"),
      implied: { type: "boolean" },
      for: pointsShare("Points for keeping it; for place: for binding it"),
      against: pointsShare("Points against keeping it; for place: for keeping it elsewhere"),
    },
  ),
  rule: record("Rule", "A rule that fired", {
    id: text,
    kind: { enum: ruleKinds },
    concern: ref("concern"),
    points: {
      type: ["integer", "null"],
      minimum: -5,
      maximum: 5,
      description: "Above 0: for keeping or binding it; below 0: against; null for a kind without points",
    },
    questions: ref("questions"),
    keeps: nullable(text, "What would be kept, as a noun"),
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
} as const;

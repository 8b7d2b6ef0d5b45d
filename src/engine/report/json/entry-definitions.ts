import { guidanceTopics, ruleKinds } from "../../model/pack.js";
import { styles } from "../../model/verdict.js";
import { byId, list, nullable, record, ref, text } from "./schema-parts.js";

const sources = list(text, "Criteria and references by id, with a section if one is meant");

/** What a report says of the entries of the pack that it names, once each: a data table. */
export const entryDefinitions = record(
  "Definitions",
  "What the entries of the pack that are named below say, by kind and id",
  {
    clashes: byId(
      record("Clash", "Answers that do not fit each other", {
        because: { type: "string", description: "Why they do not fit" },
        reconsider: { type: "string", description: "The question whose answer to look at again" },
      }),
      "Answers that do not fit each other",
    ),
    rules: byId(
      record("Rule", "A rule that fired", {
        kind: { enum: ruleKinds },
        concern: ref("concern"),
        points: {
          type: ["integer", "null"],
          minimum: -5,
          maximum: 5,
          description: "Above 0: for keeping or binding it; below 0: against; null for a kind without points",
        },
        keeps: nullable(text, "What would be kept, as a noun"),
        because: text,
        contested: nullable(text, "Counter-evidence, if practice contradicts the sources"),
        sources,
      }),
      "Rules that fired",
    ),
    placements: byId(
      record("Placement", "Why the state of a concern lives where it does", { because: text, sources }),
      "What places the state of concerns",
    ),
    secondHomes: byId(
      record("Second home", "Why a bound conversation lives elsewhere as well", { because: text, sources }),
      "Second homes of bound conversations",
    ),
    patterns: byId(
      record("Pattern", "A way to keep state", {
        title: text,
        place: ref("place"),
        examples: list(text, "Words that engineers search for, such as names of technologies"),
      }),
      "How state is kept in its place",
    ),
    tradeoffs: byId(
      record("Tradeoff", "What the verdict brings or costs for these answers", {
        kind: { enum: ["advantage", "disadvantage"] },
        style: {
          enum: [...styles, null],
          description: "That of the verdicts it is for, beside hybrids; null: for all",
        },
        text,
        mitigation: nullable(
          text,
          "What to do about a disadvantage, and what that costs; null on advantages",
        ),
        sources,
      }),
      "What verdicts bring and cost",
    ),
    guidance: byId(
      record("Guidance", "How errors, retries, consistency, security and monitoring should look", {
        topic: { enum: guidanceTopics },
        text,
        because: text,
        sources,
      }),
      "How to build and run it",
    ),
  },
);

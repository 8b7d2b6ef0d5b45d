import { list, nullOr, record, text } from "../json/schema-parts.js";
import { adviceLists } from "./advice.js";
import { bearing, briefSchema } from "./brief-schema.js";

const question = record("Question", "An open question that can still change something", {
  question: text,
  ask: text,
  why: text,
  bearing,
  several: { type: "boolean", description: "Whether an answer is a list of options" },
  options: {
    type: "array",
    items: record("Option", "`unsure` is an answer to every question as well", { id: text, label: text }),
  },
});

const implied = record("Implied answer", "An answer that follows from the given ones", {
  question: text,
  option: { ...text, description: "By its id" },
  label: text,
  because: text,
});

/** JSON Schema (draft-07) of the advice on one surface. */
export const adviceSchema = {
  ...briefSchema,
  title: "api-advisor advice",
  description:
    "A brief with whole texts, and questions with the labels of their options; `more` counts what lists leave out",
  properties: {
    ...briefSchema.properties,
    askNext: nullOr(
      { type: "array", items: question, maxItems: adviceLists.askNext },
      "Open questions worth asking, as in a brief. Null when not analysed",
    ),
    implied: list(implied, "What is not asked, as it follows: a person who objects gives another answer"),
  },
  required: [...briefSchema.required, "implied"],
};

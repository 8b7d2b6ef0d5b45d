import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { unsureWord } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";
import { grades, verdicts } from "../../engine/model/verdict.js";
import type { Mapping } from "../../engine/parse/parsed-document.js";

/* What the tools take and give, as JSON Schema. Every agent reads all of this before its first call, so it is short. */

const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) =>
  ({ type: "object", properties, required, additionalProperties: false }) as const;

const text = { type: "string" };
const list = { type: "array" };
const given = {
  answers: { type: "object", description: "Options by question, as for `advise`" },
  text: { type: "string", description: "An answers file (YAML or JSON)" },
};

/** Arguments by tool; `advise` alone lists the questions, as options in their descriptions: answers may be long forms. */
export function inputsOf(questions: readonly Question[]) {
  return {
    advise: object({
      answers: {
        type: "object",
        description: `Known answers; ${unsureWord}: the person does not know. What no person said: {answer, by: agent, note: why}`,
        properties: Object.fromEntries(
          questions.map(({ id, several, options }) => [
            id,
            { description: `${several ? "list of " : ""}${options.map((option) => option.id).join("|")}` },
          ]),
        ),
      },
      text: { type: "string", description: "An answers file (YAML or JSON), which `answers` add to" },
      service: { type: "string", description: "Its name; of several in `text`, the one to advise on" },
    }),
    whatif: object({ ...given, set: { type: "object", description: "Answers to change, all together" } }, [
      "set",
    ]),
    explain: object({ id: text }, ["id"]),
    interview: object({ answers: given.answers, service: text }),
  } as const;
}

export type ToolName = keyof ReturnType<typeof inputsOf>;

/** An outline: `api-advisor://schemas/advice` has all of it. */
const adviceOutline = {
  type: "object",
  properties: {
    verdict: { enum: verdicts },
    headline: text,
    grade: { enum: [...grades, null], description: "How far to trust it" },
    places: { description: "Where state lives, by concern" },
    unconfirmed: { description: "Answers by an agent that decide: have the person confirm them" },
    askNext: { description: "Ask these" },
    implied: { description: "Answers that follow: the person may object" },
    tippingPoints: { description: "Smallest changes that move the verdict" },
    assumptions: { description: "Open questions, as they are read" },
  },
  required: ["verdict", "askNext", "tippingPoints"],
};

const surfaces = (items: object) => ({
  type: "object",
  properties: { surfaces: { ...list, items }, warnings: list },
  required: ["surfaces"],
});

/** Results by tool. */
export const outputs = {
  advise: surfaces(adviceOutline),
  whatif: surfaces({ type: "object", required: ["before", "after", "answers", "concerns", "rules"] }),
  explain: { type: "object", required: ["explanation"] },
  interview: { ...surfaces({ type: "object" }), description: "As of `advise`, and the answers" },
} as const satisfies Record<ToolName, object>;

/** A schema that is stated and not enforced: what a call gives is checked where it is read, in words that help. */
export function stated(schema: object): StandardSchemaWithJSON<Mapping> {
  const json = (): Record<string, unknown> => ({ ...schema });
  return {
    "~standard": {
      version: 1,
      vendor: "api-advisor",
      jsonSchema: { input: json, output: json },
      validate: (value) => ({ value: value as Mapping }),
    },
  };
}

import type { ElicitRequestFormParams, PrimitiveSchemaDefinition } from "@modelcontextprotocol/server";
import { unsureWord } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";

const notSure = { id: unsureWord, label: "Not sure yet" };

/**
 * A form with a field for each question; every field may be left empty.
 * @param titled whether the client knows options with titles, and lists: revision 2025-11-25 brought both
 */
export function formOf(questions: readonly Question[], titled: boolean): ElicitRequestFormParams {
  const fields = questions.map((question) => [question.id, fieldOf(question, titled)] as const);
  return {
    message: "What does the API have to do? Leave empty what does not matter to you.",
    requestedSchema: { type: "object", properties: Object.fromEntries(fields) },
  };
}

function fieldOf({ ask, why, several, options }: Question, titled: boolean): PrimitiveSchemaDefinition {
  const field = { title: ask, description: why };
  const choices = several ? options : [...options, notSure];
  if (!titled)
    return { type: "string", ...field, enum: choices.map(({ id }) => id), enumNames: choices.map(labelOf) };
  const titles = choices.map((choice) => ({ const: choice.id, title: labelOf(choice) }));
  return several
    ? { type: "array", ...field, items: { anyOf: titles } }
    : { type: "string", ...field, oneOf: titles };
}

const labelOf = ({ label }: { readonly label: string }): string => label;

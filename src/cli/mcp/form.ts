import type { ElicitRequestFormParams, PrimitiveSchemaDefinition } from "@modelcontextprotocol/server";
import { unsureWord } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";

const notSure = { id: unsureWord, label: "Not sure yet" };

export interface Asked {
  readonly question: Question;
  /** What the person has to know beside why it is asked: sentences, or nothing. */
  readonly remark: string;
}

/**
 * A form with a field for each question; every field may be left empty.
 * @param titled whether the client knows options with titles, and lists: revision 2025-11-25 brought both
 */
export function formOf(asked: readonly Asked[], titled: boolean): ElicitRequestFormParams {
  const fields = asked.map((each) => [each.question.id, fieldOf(each, titled)] as const);
  return {
    message: "What does the API have to do? Leave empty what does not matter to you.",
    requestedSchema: { type: "object", properties: Object.fromEntries(fields) },
  };
}

function fieldOf({ question, remark }: Asked, titled: boolean): PrimitiveSchemaDefinition {
  const { ask, why, several, options } = question;
  const field = { title: ask, description: [why, remark].filter((text) => text !== "").join(" ") };
  const choices = several ? options : [...options, notSure];
  if (!titled)
    return { type: "string", ...field, enum: choices.map(({ id }) => id), enumNames: choices.map(labelOf) };
  const titles = choices.map((choice) => ({ const: choice.id, title: labelOf(choice) }));
  return several
    ? { type: "array", ...field, items: { anyOf: titles } }
    : { type: "string", ...field, oneOf: titles };
}

const labelOf = ({ label }: { readonly label: string }): string => label;

import { answersSchemaOf } from "../engine/answers-file/answers-schema-of.js";
import { configSchema } from "../engine/config-file/config-schema.js";
import type { Pack } from "../engine/model/pack.js";
import { rulesSchema } from "../engine/pack-file/rules-schema.js";
import { casesSchema, realSystemSchema } from "../engine/pack-tools/cases/cases-schema.js";
import { adviceSchema } from "../engine/report/brief/advice-schema.js";
import { briefSchema } from "../engine/report/brief/brief-schema.js";
import { checkSchema } from "../engine/report/check/check-schema.js";
import { reportSchema } from "../engine/report/json/report-schema.js";

const { $schema, ...cases } = casesSchema;
const { $schema: _, ...realSystem } = realSystemSchema;

const caseFileSchema = {
  $schema,
  title: "api-advisor case file",
  description: "Cases of a rule pack, or the documented decision of one real system",
  if: { type: "object", required: ["system"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: realSystem,
  else: cases,
} as const;

/** JSON Schemas (draft-07) by kind of file; the one for answers lists the questions of a pack. */
const schemas = {
  answers: answersSchemaOf,
  config: () => configSchema,
  rules: () => rulesSchema,
  cases: () => caseFileSchema,
  report: () => reportSchema,
  brief: () => briefSchema,
  advice: () => adviceSchema,
  check: () => checkSchema,
} satisfies Record<string, (pack: Pack) => object>;

export type SchemaKind = keyof typeof schemas;
export const schemaKinds = Object.keys(schemas) as readonly SchemaKind[];

/** The text of a schema, as it is printed and as the package holds it in `schemas/`, for the default pack. */
export function schemaText(kind: SchemaKind, pack: Pack): string {
  return `${JSON.stringify(schemas[kind](pack), null, 2)}\n`;
}

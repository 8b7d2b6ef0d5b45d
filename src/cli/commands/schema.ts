import { answersSchemaOf } from "../../engine/answers-file/answers-schema-of.js";
import type { Pack } from "../../engine/model/pack.js";
import { rulesSchema } from "../../engine/pack-file/rules-schema.js";
import { casesSchema, realSystemSchema } from "../../engine/pack-tools/cases/cases-schema.js";
import { checkSchema } from "../../engine/report/check/check-schema.js";
import { reportSchema } from "../../engine/report/report-schema.js";
import { readPacks } from "../../packs/load-pack.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { refuse } from "../refuse.js";
import type { SchemaName } from "../schema-names.js";

/** Prints a JSON Schema (draft-07); that of answers is for the questions of the pack in use. */
export async function schema(
  name: SchemaName,
  options: { readonly rules: readonly string[] },
  host: Host,
): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  host.stdout.write(`${JSON.stringify(documents[name](pack.value.compiled.source), null, 2)}\n`);
  return exitCodes.done;
}

const documents = {
  answers: answersSchemaOf,
  rules: () => rulesSchema,
  cases: () => caseFileSchema,
  report: () => reportSchema,
  check: () => checkSchema,
} satisfies Record<SchemaName, (pack: Pack) => object>;

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

import { answersSchemaOf } from "../../engine/answers-file/answers-schema-of.js";
import { configSchema } from "../../engine/config-file/config-schema.js";
import type { Pack } from "../../engine/model/pack.js";
import { rulesSchema } from "../../engine/pack-file/rules-schema.js";
import { casesSchema, realSystemSchema } from "../../engine/pack-tools/cases/cases-schema.js";
import { checkSchema } from "../../engine/report/check/check-schema.js";
import { reportSchema } from "../../engine/report/json/report-schema.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, wordArgument } from "../define-command.js";
import { exitCodes } from "../host.js";
import { ruleOptions } from "../options.js";
import { refuse } from "../refuse.js";

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
  check: () => checkSchema,
} satisfies Record<string, (pack: Pack) => object>;

type Kind = keyof typeof schemas;

export const schema = defineCommand({
  name: "schema",
  about: "print the JSON Schema of a kind of file, for editors and other tools",
  arguments: [wordArgument("<kind>", "kind of file", Object.keys(schemas) as readonly Kind[])],
  options: ruleOptions,
  run: async ([kind], options, host) => {
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    host.stdout.write(`${JSON.stringify(schemas[kind](pack.value.compiled.source), null, 2)}\n`);
    return exitCodes.done;
  },
});

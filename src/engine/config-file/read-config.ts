import { validate } from "#validators/config";
import { errorIn, failed, type Location, type Outcome, ok } from "../diagnostics/problem.js";
import type { Grade } from "../model/verdict.js";
import { parseJson } from "../parse/parse-json.js";
import { parseText } from "../parse/parse-text.js";
import { isMapping, type ParsedDocument, type Path, type SourceText } from "../parse/parsed-document.js";
import { checkShape } from "../validate/check-shape.js";
import { otherDocument } from "../validate/other-document.js";
import { configSchema } from "./config-schema.js";

/** What a config file sets, by its keys. */
export interface ConfigValues {
  readonly rules?: readonly string[];
  readonly files?: readonly string[];
  readonly "min-grade"?: Grade;
  readonly "require-decision"?: boolean;
  readonly "require-confirmed"?: boolean;
  readonly "no-clashes"?: boolean;
  readonly "no-deviations"?: boolean;
  readonly "max-deviation"?: number;
  readonly "min-reason"?: number;
  readonly "no-overdue-reviews"?: boolean;
  readonly soon?: number;
}

export interface Config {
  /** The file's name in messages. */
  readonly file: string;
  readonly values: ConfigValues;
  /** The place of what is set. */
  readonly locate: (path: Path, part?: "key" | "value") => Location;
}

/** The key of a `package.json` that holds a config. */
export const packageKey = "api-advisor";

const keys = Object.keys(configSchema.properties).filter((key) => key !== "$schema");

/** Reads a config file: YAML, JSON, or the key `api-advisor` of a `package.json`. An empty file sets nothing. */
export function readConfig(source: SourceText): Outcome<Config> {
  const document = configIn(source);
  if (document.kind === "failed") return document;
  const other = otherDocument(document.value, "a config", keys);
  if (other.length > 0) return failed(other);
  const { file, value, locate } = document.value;
  const problems = checkShape(validate, document.value);
  return problems.length > 0 ? failed(problems) : ok({ file, values: value as ConfigValues, locate });
}

function configIn(source: SourceText): Outcome<ParsedDocument> {
  const { file } = source;
  if (!file.endsWith(".json")) return onlyDocument(source);
  const parsed = parseJson(source);
  return parsed.kind === "ok" && /(^|[\\/])package\.json$/.test(file) ? valueOfKey(parsed.value) : parsed;
}

function onlyDocument(source: SourceText): Outcome<ParsedDocument> {
  const { file } = source;
  const parsed = parseText(source);
  if (parsed.kind === "failed") {
    const isEmpty = parsed.problems.every(({ code }) => code === "empty-document");
    const start: Location = { file, line: 1, column: 1, width: 1, lineText: "" };
    return isEmpty ? ok({ file, value: {}, problems: [], locate: () => start }) : parsed;
  }
  const [document, second] = parsed.value;
  if (document !== undefined && second === undefined) return ok(document);
  return failed([errorIn(file, { code: "too-many", what: "document", limit: 1 }, second?.locate([]))]);
}

function valueOfKey({ file, value, problems, locate }: ParsedDocument): Outcome<ParsedDocument> {
  if (!isMapping(value) || !Object.hasOwn(value, packageKey))
    return failed([errorIn(file, { code: "missing-key", key: packageKey, where: "" }, locate([]))]);
  return ok({
    file,
    value: value[packageKey],
    problems,
    locate: (path, part) => locate([packageKey, ...path], part),
  });
}

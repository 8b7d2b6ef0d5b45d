import type { ErrorObject } from "ajv";
import { errorIn, type Problem, type ProblemDetail } from "../diagnostics/problem.js";
import type { ParsedDocument, Path } from "../parse/parsed-document.js";

/** Pattern of a text that is not blank. Schemas use it, and messages recognise it. */
export const anyText = "\\S";

/** The problems that a validator found, each with its place and only once. */
export function shapeProblems(errors: readonly ErrorObject[], document: ParsedDocument): readonly Problem[] {
  const problems = errors.flatMap((error) => toProblem(error as Fault, document));
  return [...new Map(problems.map((problem) => [identityOf(problem), problem])).values()];
}

/** Equal for problems that say the same about the same place. Without the text of the line, which may be a whole file. */
function identityOf({ at, ...detail }: Problem): string {
  return JSON.stringify({ ...detail, at: at === null ? null : [at.line, at.column] });
}

/** Ajv's description of a fault. */
interface Params {
  readonly additionalProperty?: string;
  readonly missingProperty?: string;
  readonly type?: string | readonly string[];
  readonly allowedValue?: unknown;
  readonly allowedValues?: readonly unknown[];
  readonly pattern?: string;
  readonly limit?: number;
}

interface Fault extends Omit<ErrorObject<string, Params>, "parentSchema"> {
  readonly parentSchema?: {
    readonly properties?: object;
    readonly description?: string;
    readonly type?: unknown;
  };
}

interface Finding {
  readonly detail: ProblemDetail;
  /** The key that the fault is about, if it is not about the value. */
  readonly key?: string;
}

function toProblem(error: Fault, document: ParsedDocument): readonly Problem[] {
  const path = pathOf(error.instancePath, document.value);
  const found = findingOf(error, path.map(shortened).join("."));
  if (found === null) return [];
  const { detail, key } = found;
  const at = key === undefined ? document.locate(path) : document.locate([...path, key], "key");
  return [errorIn(document.file, detail, at)];
}

/** @param where the path to the value, as messages show it */
function findingOf(error: Fault, where: string): Finding | null {
  const { keyword, parentSchema: schema = {}, params, propertyName: name } = error;
  if (name !== undefined) {
    const expected = schema.description ?? "a different name";
    const place = where === "" ? name : `${where}.${name}`;
    return { detail: { code: "out-of-range", where: place, expected, found: name }, key: name };
  }
  switch (keyword) {
    case "additionalProperties": {
      const key = String(params.additionalProperty);
      return {
        detail: { code: "unknown-key", key, where, known: Object.keys({ ...schema.properties }) },
        key,
      };
    }
    case "required":
      return { detail: { code: "missing-key", key: String(params.missingProperty), where } };
    case "type": {
      const expected = nounOf(schema.description) ?? typeWords(params.type);
      return { detail: { code: "wrong-type", where, expected, found: typeName(error.data) } };
    }
    case "enum":
    case "const":
      // The wrong type has already been reported.
      if (schema.type === "string" && typeof error.data !== "string") return null;
      return { detail: notAllowed(error, where) };
    case "propertyNames":
      return null;
    default:
      return { detail: outOfRange(error, where) };
  }
}

function notAllowed({ params, data }: Fault, where: string): ProblemDetail {
  const known = [params.allowedValues ?? params.allowedValue].flat().map(String);
  const word = shown(data);
  return { code: "not-allowed", where, found: known.includes(word) ? JSON.stringify(data) : word, known };
}

function outOfRange(error: Fault, where: string): ProblemDetail {
  const { keyword, params, parentSchema: schema = {}, data } = error;
  if (isBlank(data)) return { code: "wrong-type", where, expected: whatFills(error), found: "empty" };
  const expected =
    keyword === "pattern" ? (schema.description ?? String(params.pattern)) : expectation(error);
  return { code: "out-of-range", where, expected, found: shown(data) };
}

/** Whether a value is only white space, or a list or mapping without entries. */
function isBlank(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** What is expected in place of a blank value: the same whether it fails a minimum length or a pattern. */
function whatFills(error: Fault): string {
  if (typeof error.data !== "string") return expectation(error);
  const { pattern } = error.params;
  const isAnyText = pattern === undefined || pattern === anyText;
  return (isAnyText ? undefined : error.parentSchema?.description) ?? "a non-empty text";
}

/** Ajv's own phrase ("must be >= 1") as a noun phrase. */
function expectation({ keyword, params, message = "a different value" }: Fault): string {
  const { limit } = params;
  switch (keyword) {
    case "minLength":
      return "a non-empty text";
    case "maxLength":
      return `at most ${limit} characters`;
    case "minItems":
      return "a non-empty list";
    case "maxItems":
      return `at most ${limit} items`;
    case "minProperties":
      return limit === 1 ? "at least one entry" : `at least ${limit} entries`;
    case "maxProperties":
      return `at most ${limit} entries`;
    case "uniqueItems":
      return "no duplicate items";
    case "minimum":
      return `${limit} or more`;
    case "maximum":
      return `${limit} or less`;
    case "multipleOf":
      return "at most two decimals";
    default:
      return message.replace(/^must (be )?/, "");
  }
}

/** The path of a JSON pointer; a step into a list becomes a number. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(step) : step);
    value = (value as Readonly<Record<string, unknown>> | null)?.[step];
  }
  return path;
}

/** A description that reads as what is expected ("an option, …"), not as what the place is for. */
function nounOf(description: string | undefined): string | undefined {
  return description !== undefined && /^an? /.test(description) ? description : undefined;
}

/** JSON types by the names that YAML users know. */
const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  array: "list",
  object: "mapping",
  integer: "whole number",
  boolean: "true or false",
};

function typeWords(types: unknown): string {
  return [types]
    .flat()
    .map((type) => `a ${typeNames[String(type)] ?? String(type)}`.replace("a true", "true"))
    .join(" or ");
}

function typeName(value: unknown): string {
  if (value === null) return "empty";
  const type = Array.isArray(value) ? "array" : typeof value;
  return `a ${typeNames[type] ?? type}`.replace("a true or false", String(value));
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || typeof value !== "object") return String(value);
  return typeName(value).replace(/^a /, "");
}

const longestStep = 80;

/** A step of a path for messages, shortened as thousands of problems may be below one long key. */
function shortened(step: string | number): string {
  const text = String(step);
  return text.length > longestStep ? `${text.slice(0, longestStep - 3)}...` : text;
}

import type { ErrorObject } from "ajv";
import type { Problem, ProblemDetail } from "../diagnostics/problem.js";
import type { ParsedDocument, Path } from "../parse/parsed-document.js";
import { anyText } from "./any-text.js";

/** What a validator found, each with its place, and once where it found the same twice. */
export function shapeProblems(errors: readonly ErrorObject[], document: ParsedDocument): readonly Problem[] {
  const problems = errors.flatMap((error) => toProblem(error, document));
  return [...new Map(problems.map((problem) => [identityOf(problem), problem])).values()];
}

/** Equal for problems that say the same of the same place. The line's text is left out: it may be a whole file. */
function identityOf({ at, ...detail }: Problem): string {
  return JSON.stringify({ ...detail, at: at === null ? null : [at.line, at.column] });
}

function toProblem(error: ErrorObject, document: ParsedDocument): readonly Problem[] {
  const path = pathOf(error.instancePath, document.value);
  const at = (
    detail: ProblemDetail,
    place: Path = path,
    part: "key" | "value" = "value",
  ): readonly Problem[] => [
    { severity: "error", file: document.file, at: document.locate(place, part), ...detail },
  ];
  const where = path.map(shortened).join(".");
  const schema = (error.parentSchema ?? {}) as {
    readonly properties?: object;
    readonly description?: string;
    readonly type?: unknown;
  };
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.propertyName !== undefined) {
    const expected = schema.description ?? "another name";
    const key = error.propertyName;
    return at(
      { code: "out-of-range", where: `${where === "" ? "" : `${where}.`}${key}`, expected, found: key },
      [...path, key],
      "key",
    );
  }
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      return at(
        { code: "unknown-key", key, where, known: Object.keys(schema.properties ?? {}) },
        [...path, key],
        "key",
      );
    }
    case "required":
      return at({ code: "missing-key", key: String(params["missingProperty"]), where });
    case "type":
      return at({
        code: "wrong-type",
        where,
        expected: nounOf(schema.description) ?? typeWords(params["type"]),
        found: typeName(error.data),
      });
    case "enum":
    case "const": {
      // That it is of another type has been said.
      if (schema.type === "string" && typeof error.data !== "string") return [];
      const known = [params["allowedValues"] ?? params["allowedValue"]].flat().map(String);
      const word = shown(error.data);
      return at({
        code: "not-allowed",
        where,
        found: known.includes(word) ? JSON.stringify(error.data) : word,
        known,
      });
    }
    case "propertyNames":
      return [];
    default: {
      if (isBlank(error.data))
        return at({ code: "wrong-type", where, expected: whatFills(error), found: "empty" });
      const expected =
        error.keyword === "pattern" ? (schema.description ?? String(params["pattern"])) : expectation(error);
      return at({ code: "out-of-range", where, expected, found: shown(error.data) });
    }
  }
}

/** Nothing but white space, or a list or mapping without entries. */
function isBlank(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** What should stand where nothing does: the same whether a length or the pattern of any text is missed. */
function whatFills(error: ErrorObject): string {
  if (typeof error.data !== "string") return expectation(error);
  const { pattern } = error.params as { readonly pattern?: string };
  const description = (error.parentSchema as { readonly description?: string } | undefined)?.description;
  return pattern === undefined || pattern === anyText || description === undefined
    ? "a text that is not empty"
    : description;
}

/** Ajv's own phrase ("must be >= 1") as a noun phrase. */
function expectation(error: ErrorObject): string {
  const limit = String((error.params as Readonly<Record<string, unknown>>)["limit"] ?? "");
  switch (error.keyword) {
    case "minLength":
      return "a text that is not empty";
    case "maxLength":
      return `at most ${limit} characters`;
    case "minItems":
      return "a list that is not empty";
    case "maxItems":
      return `at most ${limit} items`;
    case "minProperties":
      return limit === "1" ? "at least one entry" : `at least ${limit} entries`;
    case "maxProperties":
      return `at most ${limit} entries`;
    case "uniqueItems":
      return "no item twice";
    case "minimum":
      return `${limit} or more`;
    case "maximum":
      return `${limit} or less`;
    case "multipleOf":
      return "at most two decimals";
    default:
      return (error.message ?? "another value").replace(/^must (be )?/, "");
  }
}

/** JSON pointer to path; a step into a list becomes a number. */
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

/** A JSON type as YAML people call it. */
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

/** A step of a path as messages show it. Thousands of problems may be below one long key. */
function shortened(step: string | number): string {
  const text = String(step);
  return text.length > longestStep ? `${text.slice(0, longestStep - 3)}...` : text;
}

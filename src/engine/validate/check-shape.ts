import type { Options, ValidateFunction } from "ajv";
import type { Problem } from "../diagnostics/problem.js";
import type { ParsedDocument } from "../parse/parsed-document.js";
import { shapeProblems } from "./shape-problems.js";

/** The Ajv options with which the build compiles the schemas of `#validators`. */
export const validatorOptions = {
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  multipleOfPrecision: 9,
} as const satisfies Options;

/** What is wrong with a document's text, and every way in which it differs from a schema; empty when it fits. */
export function checkShape(validate: ValidateFunction, document: ParsedDocument): readonly Problem[] {
  const { value, problems } = document;
  return validate(value) ? problems : [...problems, ...shapeProblems(validate.errors ?? [], document)];
}

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

/** Every way in which a document differs from a schema, each with its place; empty when it fits. */
export function checkShape(validate: ValidateFunction, document: ParsedDocument): readonly Problem[] {
  return validate(document.value) ? [] : shapeProblems(validate.errors ?? [], document);
}

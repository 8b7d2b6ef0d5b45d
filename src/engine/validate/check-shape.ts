import type { Problem } from "../diagnostics/problem.js";
import type { ParsedDocument } from "../parse/parsed-document.js";
import { shapeProblems } from "./shape-problems.js";
import type { Validator } from "./validator.js";

/** Every way in which a document differs from a schema, each with its place; empty when it fits. */
export function checkShape(validator: Validator, document: ParsedDocument): readonly Problem[] {
  const errors = validator(document.value);
  return errors.length === 0 ? [] : shapeProblems(errors, document);
}

import { type DocumentKind, errorIn, type Problem } from "../diagnostics/problem.js";
import { mappingOf, type ParsedDocument } from "../parse/parsed-document.js";

/** Keys that tell what a document is. */
const tells: readonly (readonly [key: string, what: string])[] = [
  ["openapi", "an OpenAPI document"],
  ["swagger", "an OpenAPI document"],
  ["asyncapi", "an AsyncAPI document"],
  ["pack", "a rule pack"],
  ["cases", "a file of cases"],
  ["service", "an answers file"],
];

/** Keys of a config. Other tools use some of them, too, so a document is a config only if it has no others. */
export const configKeys: readonly string[] = [
  "rules",
  "files",
  "min-grade",
  "require-decision",
  "require-confirmed",
  "no-clashes",
  "no-deviations",
  "max-deviation",
  "min-reason",
  "no-overdue-reviews",
  "soon",
];

/**
 * One problem instead of one for everything in it, if a document is plainly of another kind than the one that is
 * wanted.
 * @param own keys of a document of that kind: one that has any of them is taken for it, whatever else it has
 */
export function otherDocument(
  { file, value, locate }: ParsedDocument,
  wanted: DocumentKind,
  own: readonly string[],
): readonly Problem[] {
  const root = mappingOf(value);
  if (own.some((key) => Object.hasOwn(root, key))) return [];
  const told = tells.find(([key]) => Object.hasOwn(root, key)) ?? configIn(Object.keys(root));
  if (told === undefined) return [];
  const [key, what] = told;
  return [errorIn(file, { code: "other-document", what, wanted }, locate([key], "key"))];
}

function configIn(keys: readonly string[]): (typeof tells)[number] | undefined {
  const [key, ...others] = keys.filter((each) => each !== "$schema");
  if (key === undefined || ![key, ...others].every((each) => configKeys.includes(each))) return undefined;
  return [key, "a config"];
}

import { type Document, isCollection, isPair, LineCounter, parseAllDocuments, type YAMLError } from "yaml";
import {
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../diagnostics/problem.js";
import { locator, rangeAt } from "./locate.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";

/** How often aliases may be expanded in one document, and how deep it may nest. */
export const aliasLimit = 100;
export const depthLimit = 64;

/**
 * Reads every document of a YAML text; JSON is read as the YAML that it is. Empty documents beside others are
 * passed over. Of one document's syntax errors only the first is reported, with the count of the rest: they cascade.
 */
export function parseText(source: SourceText): Outcome<readonly ParsedDocument[]> {
  const lines = new LineCounter();
  const locate = locator(source, lines);
  const problem = (detail: ProblemDetail, at: Location | null): Problem => ({
    severity: "error",
    file: source.file,
    at,
    ...detail,
  });
  let documents: readonly Document[];
  try {
    documents = [
      ...parseAllDocuments(source.text, { lineCounter: lines, stringKeys: true, logLevel: "error" }),
    ];
  } catch (error) {
    if (error instanceof RangeError) return failed([problem({ code: "too-deep", limit: depthLimit }, null)]);
    throw error;
  }
  const filled = documents.filter((document) => document.contents !== null || document.errors.length > 0);
  if (filled.length === 0) return failed([problem({ code: "empty-document" }, null)]);
  const parsed: ParsedDocument[] = [];
  const problems: Problem[] = [];
  for (const document of filled) {
    const found = problemsOf(document, locate, problem);
    if (found.length > 0) {
      problems.push(...found);
      continue;
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
      parsed.push({
        file: source.file,
        value,
        locate: (path, part = "value") => locate(...rangeAt(document, path, part)),
      });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      problems.push(
        problem({ code: "too-many-aliases", limit: aliasLimit }, locate(...rangeAt(document, [], "value"))),
      );
    }
  }
  return problems.length > 0 ? failed(problems) : ok(parsed);
}

type ProblemOf = (detail: ProblemDetail, at: Location | null) => Problem;
type Locate = (start: number, end: number) => Location;

function problemsOf(document: Document, locate: Locate, problem: ProblemOf): readonly Problem[] {
  const duplicates = document.errors.filter((error) => error.code === "DUPLICATE_KEY");
  const others = document.errors.filter((error) => error.code !== "DUPLICATE_KEY");
  const at = (error: YAMLError): Location => locate(error.pos[0], error.pos[1]);
  const problems = duplicates.map((error) => {
    const place = at(error);
    return problem({ code: "duplicate-key", key: keyAt(place) }, place);
  });
  const first = others[0];
  if (first !== undefined) {
    const message = (first.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
    problems.push(problem({ code: "syntax", message, further: others.length - 1 }, at(first)));
  }
  for (const warning of document.warnings) {
    if (warning.code === "TAG_RESOLVE_FAILED") {
      problems.push(
        problem({ code: "unknown-tag", tag: /!\S*/.exec(warning.message)?.[0] ?? "" }, at(warning)),
      );
    }
  }
  if (problems.length === 0 && depthOf(document) > depthLimit) {
    problems.push(problem({ code: "too-deep", limit: depthLimit }, null));
  }
  return problems;
}

function keyAt({ lineText, column }: Location): string {
  const rest = lineText.slice(column - 1);
  return (
    /^"([^"]*)"|^'([^']*)'|^[^:\s]+/
      .exec(rest)
      ?.slice(0)
      .find((part) => part !== undefined)
      ?.replace(/^["']|["']$/g, "") ?? ""
  );
}

/** Depth of nesting, walked level by level so that no input can exhaust the stack; stops beyond the limit. */
function depthOf(document: Document): number {
  let level: readonly unknown[] = [document.contents];
  for (let depth = 0; ; depth += 1) {
    const collections = level.filter(isCollection);
    if (collections.length === 0 || depth > depthLimit) return depth;
    level = collections.flatMap((node) =>
      node.items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item])),
    );
  }
}

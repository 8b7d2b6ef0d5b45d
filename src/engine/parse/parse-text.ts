import { Composer, type Document, isScalar, LineCounter, Parser, visit, type YAMLError } from "yaml";
import {
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../diagnostics/problem.js";
import { depthLimit, depthOf } from "./depth-of.js";
import { locator, rangeAt } from "./locate.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";

/** How often aliases may be expanded in one document. */
export const aliasLimit = 100;

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
  const tokens = [...new Parser(lines.addNewLine).parse(source.text)];
  if (depthOf(tokens) > depthLimit) return failed([problem({ code: "too-deep", limit: depthLimit }, null)]);
  const documents = [...new Composer({ stringKeys: true, logLevel: "error" }).compose(tokens)];
  const filled = documents.filter((document) => !isEmpty(document) || document.errors.length > 0);
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

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

type ProblemOf = (detail: ProblemDetail, at: Location | null) => Problem;
type Locate = (start: number, end: number) => Location;

function problemsOf(document: Document, locate: Locate, problem: ProblemOf): readonly Problem[] {
  const duplicates = document.errors.filter((error) => error.code === "DUPLICATE_KEY");
  const others = document.errors.filter((error) => error.code !== "DUPLICATE_KEY");
  const at = (error: YAMLError): Location => locate(error.pos[0], error.pos[1]);
  const problems = duplicates.map((error) => {
    const place = at(error);
    const key = keyAt(place);
    return problem({ code: "duplicate-key", key }, { ...place, width: Math.max(1, key.length) });
  });
  const first = others[0];
  if (first !== undefined) {
    problems.push(problem({ code: "syntax", message: first.message, further: others.length - 1 }, at(first)));
  }
  for (const warning of document.warnings) {
    if (warning.code === "TAG_RESOLVE_FAILED") {
      problems.push(
        problem({ code: "unknown-tag", tag: /!\S*/.exec(warning.message)?.[0] ?? "" }, at(warning)),
      );
    }
  }
  visit(document, {
    Alias: (_, alias) => {
      const [start = 0, end = 0] = alias.range ?? [];
      if (alias.resolve(document) === undefined) {
        problems.push(problem({ code: "unknown-alias", alias: alias.source }, locate(start, end)));
      }
    },
  });
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

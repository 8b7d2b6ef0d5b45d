import { Composer, type Document } from "yaml";
import {
  errorIn,
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../diagnostics/problem.js";
import { isFilled } from "./filled-documents.js";
import { exceeds, inspectNodes } from "./inspect-nodes.js";
import {
  aliasLimit,
  depthLimit,
  documentLimit,
  expandedLimit,
  lexemeLimit,
  totalAliasLimit,
} from "./limits.js";
import { locator } from "./locator.js";
import { merged } from "./merge.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";
import { type Range, rangeFinder, yamlTree } from "./range-finder.js";
import { yamlTokens } from "./yaml-tokens.js";

/**
 * Reads every document of a YAML text; JSON is read as YAML. Empty documents beside others are skipped. Only the first
 * syntax error of a document is reported, with the number of others, as errors cascade.
 */
export function parseText(source: SourceText): Outcome<readonly ParsedDocument[]> {
  const { file } = source;
  const locate = locator(source);
  const refuse = (detail: ProblemDetail): Outcome<never> => failed([errorIn(file, detail)]);
  const read = yamlTokens(source.text);
  if (read.kind === "too-many") return refuse({ code: "too-many", what: "tokens", limit: lexemeLimit });
  if (read.kind === "too-deep") return refuse({ code: "too-deep", limit: depthLimit });
  const composer = new Composer({ stringKeys: true, uniqueKeys: false, logLevel: "error" });
  const documents = [...composer.compose(read.tokens)].filter(
    (document) => isFilled(document) || document.errors.length > 0,
  );
  if (documents.length === 0) return refuse({ code: "empty-document" });
  if (documents.length > documentLimit)
    return refuse({ code: "too-many", what: "documents", limit: documentLimit });
  const problems: Problem[] = [];
  const parsed: ParsedDocument[] = [];
  for (const document of documents) {
    const outcome = readDocument(document, { file, locate });
    if (outcome.kind === "ok") parsed.push(outcome.value);
    else for (const problem of outcome.problems) problems.push(problem);
  }
  return problems.length > 0 ? failed(problems) : ok(parsed);
}

/** The text that documents are read from. */
interface Source {
  readonly file: string;
  readonly locate: (...range: Range) => Location;
}

function readDocument(document: Document, source: Source): Outcome<ParsedDocument> {
  const { file, locate } = source;
  const inspection = inspectNodes(document);
  const problems = [
    ...syntaxProblems(document, source),
    ...inspection.problems.map(({ detail, range }) => errorIn(file, detail, locate(...range))),
  ];
  const hasMergeKeys = problems.some(({ code }) => code === "merge-key");
  // With a key that is there twice, the rest can still be read: the last one counts.
  if (problems.some(({ code }) => code !== "duplicate-key" && code !== "merge-key")) return failed(problems);
  const find = rangeFinder(yamlTree(document));
  const refuse = (detail: ProblemDetail): Outcome<never> =>
    failed([errorIn(file, detail, locate(...find([], "value")))]);
  if (inspection.aliases > totalAliasLimit)
    return refuse({ code: "too-many-aliases", limit: totalAliasLimit });
  try {
    const read: unknown = document.toJS({ maxAliasCount: aliasLimit });
    if (inspection.aliases > 0 && exceeds(read, expandedLimit))
      return refuse({ code: "too-many", what: "values once its aliases are expanded", limit: expandedLimit });
    const value = hasMergeKeys ? merged(read) : read;
    return ok({ file, value, problems, locate: (path, part = "value") => locate(...find(path, part)) });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return refuse({ code: "too-many-aliases", limit: aliasLimit });
  }
}

function syntaxProblems({ errors, warnings }: Document, { file, locate }: Source): readonly Problem[] {
  const [first, ...others] = errors;
  const syntax =
    first === undefined
      ? []
      : [
          errorIn(
            file,
            { code: "syntax", message: first.message, further: others.length },
            locate(...first.pos),
          ),
        ];
  const tags = warnings
    .filter(({ code }) => code === "TAG_RESOLVE_FAILED")
    .map(({ pos }) => {
      const at = locate(...pos);
      const tag = at.lineText.slice(at.column - 1, at.column - 1 + at.width);
      return errorIn(file, { code: "unknown-tag", tag }, at);
    });
  return [...syntax, ...tags];
}

import { Composer, type Document, type YAMLError } from "yaml";
import {
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../diagnostics/problem.js";
import { depthLimit, depthOf } from "./depth-of.js";
import { exceeds } from "./exceeds.js";
import { isFilled } from "./filled-documents.js";
import { inspectNodes, type NodeFinding } from "./inspect-nodes.js";
import { keyLimit } from "./key-limit.js";
import { locator } from "./locator.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";
import { rangeFinder } from "./range-finder.js";
import { lexemeLimit, tokensOf } from "./tokens-of.js";

/** How often the alias of one anchor may be expanded in a document, aliases inside it counted. */
const aliasLimit = 100;

/** How many aliases a document may have in all. */
const totalAliasLimit = 1000;

/** How many values a document that has aliases may come to. */
const expandedLimit = 100_000;

/** How many documents a text may have. */
const documentLimit = 1000;

/**
 * Reads every document of a YAML text; JSON is read as the YAML that it is. Empty documents beside others are
 * passed over. Of one document's syntax errors only the first is reported, with the count of the rest: they cascade.
 */
export function parseText(source: SourceText): Outcome<readonly ParsedDocument[]> {
  const locate = locator(source);
  const problem = (detail: ProblemDetail, at: Location | null): Problem => ({
    severity: "error",
    file: source.file,
    at,
    ...detail,
  });
  const read = tokensOf(source.text);
  if (read.kind === "too-many")
    return failed([problem({ code: "too-many", what: "words and signs", limit: lexemeLimit }, null)]);
  if (read.kind === "too-deep" || depthOf(read.tokens) > depthLimit)
    return failed([problem({ code: "too-deep", limit: depthLimit }, null)]);
  const composer = new Composer({ stringKeys: true, uniqueKeys: false, logLevel: "error" });
  const documents = [...composer.compose(read.tokens)];
  const filled = documents.filter((document) => isFilled(document) || document.errors.length > 0);
  if (filled.length === 0) return failed([problem({ code: "empty-document" }, null)]);
  if (filled.length > documentLimit)
    return failed([problem({ code: "too-many", what: "documents", limit: documentLimit }, null)]);
  const outcomes = filled.map((document) => readDocument(document, source.file, locate, problem));
  const problems = outcomes.flatMap((each) => (each.kind === "failed" ? each.problems : []));
  return problems.length > 0
    ? failed(problems)
    : ok(outcomes.flatMap((each) => (each.kind === "ok" ? [each.value] : [])));
}

function readDocument(
  document: Document,
  file: string,
  locate: Locate,
  problem: ProblemOf,
): Outcome<ParsedDocument> {
  const { findings, aliases } = inspectNodes(document);
  const problems = [
    ...syntaxProblems(document, locate, problem),
    ...findings.map((finding) => nodeProblem(finding, locate, problem)),
  ];
  if (problems.length > 0) return failed(problems);
  const rangeAt = rangeFinder(document);
  const refuse = (detail: ProblemDetail): Outcome<ParsedDocument> =>
    failed([problem(detail, locate(...rangeAt([], "value")))]);
  if (aliases > totalAliasLimit) return refuse({ code: "too-many-aliases", limit: totalAliasLimit });
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
    if (aliases > 0 && exceeds(value, expandedLimit))
      return refuse({ code: "too-many", what: "values once its aliases are expanded", limit: expandedLimit });
    return ok({ file, value, locate: (path, part = "value") => locate(...rangeAt(path, part)) });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return refuse({ code: "too-many-aliases", limit: aliasLimit });
  }
}

type ProblemOf = (detail: ProblemDetail, at: Location | null) => Problem;
type Locate = (start: number, end: number) => Location;

function syntaxProblems(document: Document, locate: Locate, problem: ProblemOf): readonly Problem[] {
  const at = (error: YAMLError): Location => locate(error.pos[0], error.pos[1]);
  const [first, ...others] = document.errors;
  const syntax =
    first === undefined
      ? []
      : [problem({ code: "syntax", message: first.message, further: others.length }, at(first))];
  const tags = document.warnings
    .filter(({ code }) => code === "TAG_RESOLVE_FAILED")
    .map((warning) => {
      const place = at(warning);
      const tag = place.lineText.slice(place.column - 1, place.column - 1 + place.width);
      return problem({ code: "unknown-tag", tag }, place);
    });
  return [...syntax, ...tags];
}

function nodeProblem(finding: NodeFinding, locate: Locate, problem: ProblemOf): Problem {
  const at = locate(...finding.range);
  switch (finding.kind) {
    case "duplicate-key":
      return problem({ code: "duplicate-key", key: finding.key }, at);
    case "long-key":
      return problem({ code: "key-too-long", limit: keyLimit }, at);
    case "unknown-alias":
      return problem({ code: "unknown-alias", alias: finding.alias }, at);
    default:
      return finding satisfies never;
  }
}

import { validate as validateAnswers } from "#validators/answers";
import { errorIn, failed, type Outcome, ok, type Problem, unlessErrors } from "../diagnostics/problem.js";
import type { Answers, Basis, Position, RecordedDecision, Service, Surface } from "../model/answers.js";
import type { Question } from "../model/pack.js";
import { decidedVerdicts } from "../model/verdict.js";
import { parseText } from "../parse/parse-text.js";
import {
  type Mapping,
  mappingOf,
  type ParsedDocument,
  type Path,
  type ReportProblem,
  reporterOf,
  type SourceText,
} from "../parse/parsed-document.js";
import { checkShape } from "../validate/check-shape.js";
import { otherDocument } from "../validate/other-document.js";
import { readAnswerMap } from "./read-answer-map.js";

/** Most surfaces of one file: advising on each takes a while. */
export const surfaceLimit = 1000;

/**
 * Reads one document of an answers file against the questions of a pack: structure, then vocabulary, then days. A file
 * without surfaces is one surface named after the service. If the structure is invalid, the vocabulary is still checked
 * as far as possible, so that all problems are reported at once.
 */
export function readAnswers(document: ParsedDocument, questions: readonly Question[]): Outcome<Service> {
  const other = otherDocument(document, "an answers file", ["service", "answers", "surfaces"]);
  if (other.length > 0) return failed(other);
  const problems = [...checkShape(validateAnswers, document)];
  const report = reporterOf(document, problems);
  const root = mappingOf(document.value);
  const locate = (path: Path): Position => {
    const { file, line, column } = document.locate(path, "key");
    return { file, line, column };
  };
  const shared = readAnswerMap(root["answers"], ["answers"], questions, report, locate);
  const ownOf = (given: Mapping, path: Path): Answers =>
    readAnswerMap(given["answers"], [...path, "answers"], questions, report, locate);
  const surface = (name: string, given: Mapping, path: Path): Surface => ({
    name,
    answers: path.length === 0 ? shared : new Map([...shared, ...ownOf(given, path)]),
    decision: decisionAt(given["decision"], [...path, "decision"], locate, report),
    at: locate(path),
  });
  const service = String(root["service"]);
  if (root["surfaces"] === undefined) {
    const only = surface(service, root, []);
    return unlessErrors({ service, source: document.file, surfaces: [only] }, problems);
  }
  if (root["decision"] !== undefined) {
    report({ code: "misplaced-decision" }, ["decision"], "key");
    decisionAt(root["decision"], ["decision"], locate, report);
  }
  const entries = Object.entries(mappingOf(root["surfaces"]));
  if (entries.length > surfaceLimit) {
    report({ code: "too-many", what: "surfaces", limit: surfaceLimit }, ["surfaces"], "key");
    return failed(problems);
  }
  const surfaces = entries.map(([name, given]) => surface(name, mappingOf(given), ["surfaces", name]));
  return unlessErrors({ service, source: document.file, surfaces }, problems);
}

/** A service of an answers file, with what an edit of the file needs to find it again. */
export interface FileService {
  readonly service: Service;
  /** Index of its document among those of the file that are not empty. */
  readonly document: number;
  /** Whether the document lists its surfaces; if not, it is one surface, named after the service. */
  readonly hasSurfaces: boolean;
}

/** Whether a file has one service in JSON on each line, by its name. */
export const hasLines = (file: string): boolean => /\.(?:jsonl|ndjson)$/i.test(file);

/** The services of an answers file, as `readServices` finds them. */
export function servicesIn(source: SourceText, questions: readonly Question[]): Outcome<readonly Service[]> {
  const read = readServices(source, questions);
  if (read.kind === "failed") return read;
  return ok(
    read.value.map(({ service }) => service),
    read.warnings,
  );
}

/**
 * The services of an answers file, one for each document, with where they are in it. All problems of all documents are
 * returned.
 */
export function readServices(
  source: SourceText,
  questions: readonly Question[],
): Outcome<readonly FileService[]> {
  if (hasLines(source.file)) return failed([errorIn(source.file, { code: "json-lines" })]);
  const documents = parseText(source);
  if (documents.kind === "failed") return documents;
  const problems: Problem[] = [];
  const services: FileService[] = [];
  for (const [index, document] of documents.value.entries()) {
    const service = readAnswers(document, questions);
    const hasSurfaces = mappingOf(document.value)["surfaces"] !== undefined;
    if (service.kind === "ok") services.push({ service: service.value, document: index, hasSurfaces });
    for (const problem of service.kind === "ok" ? service.warnings : service.problems) problems.push(problem);
  }
  const surfaces = services.reduce((sum, { service }) => sum + service.surfaces.length, 0);
  if (surfaces > surfaceLimit && services[0] !== undefined) {
    const detail = { code: "too-many", what: "surfaces", limit: surfaceLimit } as const;
    problems.push(errorIn(services[0].service.source, detail));
  }
  return unlessErrors(services, problems);
}

function decisionAt(
  value: unknown,
  path: Path,
  locate: (path: Path) => Position,
  report: ReportProblem,
): RecordedDecision | null {
  const given = mappingOf(value);
  const text = (key: string): string | null => (typeof given[key] === "string" ? given[key] : null);
  const day = (key: string): string | null => {
    const found = text(key);
    if (found !== null && /^\d{4}-\d{2}-\d{2}$/.test(found) && !isDay(found))
      report({ code: "bad-date", found }, [...path, key]);
    return found;
  };
  const until = day("until");
  const reviewBy = day("review-by");
  const style = decidedVerdicts.find((each) => each === given["style"]);
  if (style === undefined) return null;
  return {
    style,
    because: text("because"),
    until,
    reviewBy,
    by: text("by"),
    answers: text("answers"),
    basis: basisAt(given["basis"]),
    pack: text("pack"),
    model: given["model"] === 2 ? 2 : 1,
    at: locate(path),
  };
}

/** The answers that a decision was based on. They are a record, so the current pack need not know these words. */
function basisAt(value: unknown): Basis | null {
  if (value === undefined) return null;
  const entries = Object.entries(mappingOf(value));
  return new Map(entries.map(([question, options]) => [question, [options].flat().map(String)]));
}

/** Whether a text is a calendar date, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

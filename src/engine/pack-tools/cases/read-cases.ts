import { validate as validateCases } from "#validators/cases";
import { validate as validateRealSystem } from "#validators/real-system";
import { readAnswerMap } from "../../answers-file/read-answer-map.js";
import { oneLine } from "../../diagnostics/plain-text.js";
import { type Outcome, type Problem, unlessErrors } from "../../diagnostics/problem.js";
import type { Position } from "../../model/answers.js";
import type { Pack } from "../../model/pack.js";
import { type Concern, concerns, decidedVerdicts, places, verdicts } from "../../model/verdict.js";
import {
  type Mapping,
  mappingOf,
  type ParsedDocument,
  type Path,
  type ReportProblem,
  reporterOf,
} from "../../parse/parsed-document.js";
import { checkShape } from "../../validate/check-shape.js";
import { type CaseSet, confidences, type Expectation, type PackCase, type RealSystem } from "./case-set.js";

type Known = Pick<Pack, "questions" | "rules" | "patterns" | "clashes">;

/** What an expectation may name by id. */
const sections = { rule: "rules", pattern: "patterns", clash: "clashes" } as const;
type Kind = keyof typeof sections;

/**
 * Reads case files against a pack: a document with the key `system` is a real system, any other has `cases`. Returns
 * the problems of all files at once, duplicate case ids among them; retired options are read as what replaces them,
 * with a warning.
 */
export function readCases(documents: readonly ParsedDocument[], pack: Known): Outcome<CaseSet> {
  const problems: Problem[] = [];
  const cases: PackCase[] = [];
  const systems: RealSystem[] = [];
  for (const document of documents) {
    const root = mappingOf(document.value);
    const real = "system" in root;
    const shape = checkShape(real ? validateRealSystem : validateCases, document);
    for (const problem of shape) problems.push(problem);
    if (shape.length > 0) continue;
    const report = reporterOf(document, problems);
    if (real) systems.push(readSystem(document, root, pack, report));
    else
      for (const [id, value] of Object.entries(mappingOf(root["cases"])))
        cases.push(readCase(document, id, mappingOf(value), pack, cases, report));
  }
  return unlessErrors({ cases, systems }, problems);
}

function readCase(
  document: ParsedDocument,
  id: string,
  fields: Mapping,
  pack: Known,
  before: readonly PackCase[],
  report: ReportProblem,
): PackCase {
  const path = ["cases", id];
  const first = before.find((other) => other.id === id)?.at;
  if (first !== undefined) {
    const detail = { code: "duplicate-id", id, kind: "cases", first: `${first.file}:${first.line}` } as const;
    report(detail, path, "key");
  }
  return {
    id,
    about: text(fields["about"]),
    answers: readAnswerMap(fields["answers"], [...path, "answers"], pack.questions, report, (at) =>
      positionOf(document, at),
    ),
    expect: readExpectation(mappingOf(fields["expect"]), [...path, "expect"], pack, report),
    at: positionOf(document, path),
  };
}

function readExpectation(given: Mapping, path: Path, pack: Known, report: ReportProblem): Expectation {
  const checked = (kind: Kind, id: string, rest: Path): string => {
    const known = pack[sections[kind]].map((entry) => entry.id);
    if (!known.includes(id)) report({ code: "unknown-id", kind, id, known }, [...path, ...rest]);
    return id;
  };
  const entries = (kind: Kind, key: string): readonly string[] =>
    list(given[key]).map((id, index) => checked(kind, id, [key, index]));
  const patterns = (key: string): ReadonlyMap<Concern, string> =>
    byConcern(given[key], (id, concern) => checked("pattern", String(id), [key, concern]));
  return {
    verdict: "verdict" in given ? oneOf(verdicts, given["verdict"]) : null,
    fires: entries("rule", "fires"),
    notFires: entries("rule", "not-fires"),
    placement: byConcern(given["placement"], (place) => oneOf(places, place)),
    pattern: patterns("pattern"),
    beside: patterns("beside"),
    backedBy: "backed-by" in given ? checked("pattern", String(given["backed-by"]), ["backed-by"]) : null,
    clashes: entries("clash", "clashes"),
  };
}

function byConcern<Value>(
  given: unknown,
  read: (value: unknown, concern: Concern) => Value,
): ReadonlyMap<Concern, Value> {
  const fields = mappingOf(given);
  return new Map(
    concerns
      .filter((concern) => concern in fields)
      .map((concern) => [concern, read(fields[concern], concern)]),
  );
}

function readSystem(document: ParsedDocument, root: Mapping, pack: Known, report: ReportProblem): RealSystem {
  return {
    id: document.file.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, ""),
    system: text(root["system"]),
    surface: text(root["surface"]),
    documented: oneOf(decidedVerdicts, root["documented"]),
    because: text(root["because"]),
    confidence: oneOf(confidences, root["confidence"]),
    sources: list(root["sources"]),
    contradicts: "contradicts" in root ? text(root["contradicts"]) : null,
    answers: readAnswerMap(root["answers"], ["answers"], pack.questions, report, (at) =>
      positionOf(document, at),
    ),
    at: positionOf(document, ["system"]),
  };
}

function positionOf(document: ParsedDocument, path: Path): Position {
  const { file, line, column } = document.locate(path, "key");
  return { file, line, column };
}

// The shape has been checked, so a value has the right type or is left out.

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function text(value: unknown): string {
  return oneLine(String(value));
}

function oneOf<Word extends string>(known: readonly Word[], value: unknown): Word {
  const found = known.find((word) => word === value);
  if (found === undefined) throw new TypeError(`a checked value is none of ${known.join(", ")}`);
  return found;
}

import { validate as validateCases } from "#validators/cases";
import { validate as validateRealSystem } from "#validators/real-system";
import type { Report } from "../../answers-file/read-answer-map.js";
import { readAnswerMap } from "../../answers-file/read-answer-map.js";
import { oneLine } from "../../diagnostics/plain-text.js";
import { failed, type Outcome, ok, type Problem } from "../../diagnostics/problem.js";
import type { Position } from "../../model/answers.js";
import type { Pack } from "../../model/pack.js";
import {
  type Place,
  places,
  type StateConcern,
  stateConcerns,
  type Verdict,
  verdicts,
} from "../../model/verdict.js";
import type { ParsedDocument, Path } from "../../parse/parsed-document.js";
import { checkShape } from "../../validate/check-shape.js";
import type { CaseSet, Expectation, PackCase, RealSystem } from "./case-set.js";

type Known = Pick<Pack, "questions" | "rules" | "vetoes">;
type Mapping = Readonly<Record<string, unknown>>;

/**
 * Reads case files against a pack: a document with the key `system` is a real system, any other holds `cases`.
 * Every problem of every file comes at once; a case id that is there twice is one.
 */
export function readCases(documents: readonly ParsedDocument[], pack: Known): Outcome<CaseSet> {
  const problems: Problem[] = [];
  const cases: PackCase[] = [];
  const systems: RealSystem[] = [];
  for (const document of documents) {
    const root = mapping(document.value);
    const real = "system" in root;
    const report: Report = (detail, path, part = "value") => {
      problems.push({ severity: "error", file: document.file, at: document.locate(path, part), ...detail });
    };
    const shape = checkShape(real ? validateRealSystem : validateCases, document);
    for (const problem of shape) problems.push(problem);
    if (shape.length > 0) continue;
    if (real) systems.push(readSystem(document, root, pack, report));
    else
      for (const each of readCaseMap(document, mapping(root["cases"]), pack, cases, report)) cases.push(each);
  }
  return problems.length > 0 ? failed(problems) : ok({ cases, systems });
}

function readCaseMap(
  document: ParsedDocument,
  given: Mapping,
  pack: Known,
  before: readonly PackCase[],
  report: Report,
): readonly PackCase[] {
  return Object.entries(given).map(([id, value]): PackCase => {
    const path = ["cases", id];
    const fields = mapping(value);
    const first = before.find((other) => other.id === id);
    if (first !== undefined) {
      const at = `${first.at.file}:${first.at.line}`;
      report({ code: "duplicate-id", id, kind: "cases", first: at }, path, "key");
    }
    return {
      id,
      about: text(fields["about"]),
      answers: readAnswerMap(fields["answers"], [...path, "answers"], pack.questions, report),
      expect: readExpectation(mapping(fields["expect"]), [...path, "expect"], pack, report),
      at: positionOf(document, path),
    };
  });
}

function readExpectation(given: Mapping, path: Path, pack: Known, report: Report): Expectation {
  const known = [...pack.rules, ...pack.vetoes].map(({ id }) => id);
  const entries = (key: string): readonly string[] =>
    list(given[key]).map((id, index) => {
      if (!known.includes(id))
        report({ code: "unknown-id", kind: "rule or veto", id, known }, [...path, key, index]);
      return id;
    });
  const placement = mapping(given["placement"]);
  return {
    verdict: "verdict" in given ? among<Verdict>(verdicts, given["verdict"], "undecided") : null,
    fires: entries("fires"),
    notFires: entries("not-fires"),
    placement: new Map(
      stateConcerns
        .filter((concern) => concern in placement)
        .map((concern): readonly [StateConcern, Place] => [
          concern,
          among<Place>(places, placement[concern], "nowhere"),
        ]),
    ),
  };
}

function readSystem(document: ParsedDocument, root: Mapping, pack: Known, report: Report): RealSystem {
  return {
    id: document.file.replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, ""),
    system: text(root["system"]),
    surface: text(root["surface"]),
    documented: among(["stateless", "stateful", "hybrid"] as const, root["documented"], "hybrid"),
    because: text(root["because"]),
    confidence: among(["low", "medium", "high"] as const, root["confidence"], "low"),
    sources: list(root["sources"]),
    contradicts: "contradicts" in root ? text(root["contradicts"]) : null,
    answers: readAnswerMap(root["answers"], ["answers"], pack.questions, report),
    at: positionOf(document, ["system"]),
  };
}

function positionOf(document: ParsedDocument, path: Path): Position {
  const { file, line, column } = document.locate(path, "key");
  return { file, line, column };
}

/** The shape has been checked: what is not there has been reported. */
function mapping(value: unknown): Mapping {
  return typeof value === "object" ? { ...value } : {};
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? oneLine(value) : "";
}

function among<Word extends string>(known: readonly Word[], value: unknown, otherwise: Word): Word {
  return known.find((word) => word === value) ?? otherwise;
}

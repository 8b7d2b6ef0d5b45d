import { at } from "../model/at.js";
import type { Condition } from "../model/condition.js";
import { oncePer } from "../model/once-per.js";
import type { Question } from "../model/pack.js";
import { mappingOf, type Path, type ReportProblem } from "../parse/parsed-document.js";

const never: Condition = { kind: "any", of: [] };

/**
 * Reads a condition as written (its shape already checked) and resolves `at-least` and `at-most` into options. A part
 * with an unknown name is reported and never holds.
 */
export function readCondition(
  value: unknown,
  path: Path,
  questions: ReadonlyMap<string, Question>,
  report: ReportProblem,
): Condition {
  const parts = Object.entries(mappingOf(value)).map(([key, given]): Condition => {
    const here = [...path, key];
    switch (key) {
      case "all":
      case "any":
        return {
          kind: key,
          of: list(given).map((part, index) => readCondition(part, [...here, index], questions, report)),
        };
      case "not":
        return { kind: "not", of: readCondition(given, here, questions, report) };
      default:
        return readAtom(key, given, here, questions, report);
    }
  });
  const only = parts[0];
  return parts.length === 1 && only !== undefined ? only : { kind: "all", of: parts };
}

/** The keys that a condition may have, as one list shared by all problems. */
const knownIn = oncePer((questions: ReadonlyMap<string, Question>): readonly string[] => [
  ...questions.keys(),
  "all",
  "any",
  "not",
]);

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readAtom(
  id: string,
  given: unknown,
  path: Path,
  questions: ReadonlyMap<string, Question>,
  report: ReportProblem,
): Condition {
  const question = questions.get(id);
  if (question === undefined) {
    report({ code: "unknown-id", kind: "question", id, known: knownIn(questions) }, path, "key");
    return never;
  }
  const known = question.options.map((option) => option.id);
  const check = (word: unknown, place: Path): word is string => {
    if (typeof word === "string" && known.includes(word)) return true;
    report({ code: "unknown-option", question: id, option: String(word), known }, place);
    return false;
  };
  if (typeof given === "string")
    return check(given, path) ? { kind: "answer", question: id, options: [given] } : never;
  if (Array.isArray(given)) {
    const options = given.filter((word, index): word is string => check(word, [...path, index]));
    return options.length === given.length ? { kind: "answer", question: id, options } : never;
  }
  return readRange(question, known, mappingOf(given), path, check, report);
}

function readRange(
  question: Question,
  known: readonly string[],
  range: Readonly<Record<string, unknown>>,
  path: Path,
  check: (word: unknown, place: Path) => word is string,
  report: ReportProblem,
): Condition {
  if (!question.ordered) {
    report({ code: "not-ordered", question: question.id }, path);
    return never;
  }
  const bound = (key: string, fallback: number): number => {
    const word = range[key];
    if (word === undefined) return fallback;
    return check(word, [...path, key]) ? known.indexOf(word) : Number.NaN;
  };
  const least = bound("at-least", 0);
  const most = bound("at-most", known.length - 1);
  if (Number.isNaN(least) || Number.isNaN(most)) return never;
  if (least > most) {
    report(
      { code: "option-order", question: question.id, least: at(known, least), most: at(known, most) },
      path,
    );
    return never;
  }
  return { kind: "answer", question: question.id, options: known.slice(least, most + 1) };
}

import {
  type Outcome,
  type Problem,
  type ProblemDetail,
  problemIn,
  unlessErrors,
} from "../diagnostics/problem.js";
import { type Answer, type Service, unsureWord } from "../model/answers.js";
import type { Question } from "../model/pack.js";
import { readAnswer } from "./read-answer-map.js";

/**
 * Reads settings such as `question=option`, or `question=option,option` for questions that take several.
 * @returns the answers by question; the last setting of a question wins.
 */
export function readSettings(
  settings: readonly string[],
  questions: readonly Question[],
): Outcome<ReadonlyMap<string, Answer>> {
  const problems: Problem[] = [];
  const answers = new Map<string, Answer>();
  for (const text of settings) {
    const equals = text.indexOf("=");
    const report = (detail: ProblemDetail, start: number, end: number): void => {
      const width = Math.max(1, end - start);
      const at = { file: "--set", line: 1, column: start + 1, width, lineText: text };
      problems.push(problemIn("--set", detail, at));
    };
    if (equals < 1) {
      const expected = "question=option, such as latency=real-time";
      report({ code: "bad-setting", text, expected }, 0, text.length);
      continue;
    }
    const id = text.slice(0, equals).trim();
    const question = questions.find((candidate) => candidate.id === id);
    if (question === undefined) {
      const known = questions.map((each) => each.id);
      report({ code: "unknown-id", kind: "question", id, known }, 0, equals);
      continue;
    }
    const given = text.slice(equals + 1).trim();
    const isList = question.several && given !== unsureWord;
    const words = isList ? given.split(",").map((word) => word.trim()) : given;
    const answer = readAnswer(question, words, [], (detail) => report(detail, equals + 1, text.length));
    if (answer !== null) answers.set(id, answer);
  }
  return unlessErrors(answers, problems);
}

/** The services with answers that replace those of every surface. */
export function setAnswers(
  services: readonly Service[],
  answers: ReadonlyMap<string, Answer>,
): readonly Service[] {
  if (answers.size === 0) return services;
  return services.map((service) => ({
    ...service,
    surfaces: service.surfaces.map((surface) => ({
      ...surface,
      answers: new Map([...surface.answers, ...answers]),
    })),
  }));
}

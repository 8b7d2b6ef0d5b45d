import {
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../diagnostics/problem.js";
import type { Answer, Service } from "../model/answers.js";
import type { Question } from "../model/pack.js";
import { readAnswer } from "./read-answer.js";

/**
 * Reads `question=option` settings, `question=option,option` where several are taken.
 * @returns the answers by question; of two settings of one question the later counts.
 */
export function readSettings(
  settings: readonly string[],
  questions: readonly Question[],
): Outcome<ReadonlyMap<string, Answer>> {
  const problems: Problem[] = [];
  const answers = new Map<string, Answer>();
  for (const text of settings) {
    const equals = text.indexOf("=");
    const report = (detail: ProblemDetail, start: number, width: number): void => {
      const at: Location = {
        file: "--set",
        line: 1,
        column: start + 1,
        width: Math.max(1, width),
        lineText: text,
      };
      problems.push({ severity: "error", file: "--set", at, ...detail });
    };
    const id = text.slice(0, Math.max(0, equals)).trim();
    const question = questions.find((candidate) => candidate.id === id);
    if (equals < 1) {
      report(
        { code: "bad-setting", text, expected: "question=option, such as latency=real-time" },
        0,
        text.length,
      );
    } else if (question === undefined) {
      report(
        { code: "unknown-id", kind: "question", id, known: questions.map((known) => known.id) },
        0,
        equals,
      );
    } else {
      const given = text.slice(equals + 1).trim();
      const words =
        question.several && given !== "unsure" ? given.split(",").map((word) => word.trim()) : given;
      const answer = readAnswer(question, words, [], (detail) =>
        report(detail, equals + 1, text.length - equals - 1),
      );
      if (answer !== null) answers.set(id, answer);
    }
  }
  return problems.length > 0 ? failed(problems) : ok(answers);
}

/** The services with answers laid over those of every surface. */
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

import { type Answer, type Answers, unsureWord } from "../model/answers.js";
import { oncePer } from "../model/once-per.js";
import type { Question } from "../model/pack.js";
import { isMapping, type Path, type ReportProblem } from "../parse/parsed-document.js";

/** Reads a mapping of answers by question id. Invalid answers are reported and left out. */
export function readAnswerMap(
  value: unknown,
  path: Path,
  questions: readonly Question[],
  report: ReportProblem,
): Answers {
  const answers = new Map<string, Answer>();
  if (!isMapping(value)) return answers;
  const byId = questionsById(questions);
  for (const [id, given] of Object.entries(value)) {
    const question = byId.get(id);
    if (question === undefined) {
      const known = [...byId.keys()];
      report({ code: "unknown-id", kind: "question", id, known }, [...path, id], "key");
      continue;
    }
    const answer = readAnswer(question, given, [...path, id], report);
    if (answer !== null) answers.set(id, answer);
  }
  return answers;
}

/**
 * Reads one answer against its question: an option, `unsure`, a list, or `{ answer, note }`. Null when it cannot be
 * used; values of another type are ignored, as the schema has reported them.
 */
export function readAnswer(
  question: Question,
  given: unknown,
  path: Path,
  report: ReportProblem,
): Answer | null {
  if (typeof given === "string" || Array.isArray(given))
    return readOptions(question, given, null, path, report);
  if (!isMapping(given)) return null;
  const { answer, note } = given;
  if (typeof answer !== "string" && !Array.isArray(answer)) return null;
  return readOptions(question, answer, typeof note === "string" ? note : null, [...path, "answer"], report);
}

function readOptions(
  question: Question,
  given: string | readonly unknown[],
  note: string | null,
  path: Path,
  report: ReportProblem,
): Answer | null {
  if (given === unsureWord) return { kind: "unsure", note };
  if (typeof given === "string") {
    if (question.options.some(({ id }) => id === given)) return { kind: "chosen", options: [given], note };
    reportUnknown(question, given, true, path, report);
    return null;
  }
  if (!question.several && given.length !== 1) {
    if (given.length > 0) report({ code: "one-answer-only", question: question.id }, path);
    return null;
  }
  const options = readList(question, given, path, report);
  return options === null ? null : { kind: "chosen", options, note };
}

/** The options of a list, in the order of the question. */
function readList(
  question: Question,
  words: readonly unknown[],
  path: Path,
  report: ReportProblem,
): readonly string[] | null {
  const known = question.options.map((option) => option.id);
  const chosen = new Set<string>();
  let usable = words.length > 0;
  for (const [index, word] of words.entries()) {
    const place = [...path, index];
    if (typeof word !== "string") usable = false;
    else if (chosen.has(word))
      report({ code: "repeated-option", question: question.id, option: word }, place);
    else if (known.includes(word)) chosen.add(word);
    else {
      usable = false;
      reportUnknown(question, word, words.length === 1, place, report);
    }
  }
  const none = question.options.find((option) => option.none)?.id;
  if (none !== undefined && chosen.has(none) && chosen.size > 1) {
    report({ code: "none-with-others", question: question.id, none }, path);
    return null;
  }
  return usable ? known.filter((option) => chosen.has(option)) : null;
}

/** @param alone whether it is the whole answer: only then could it be a misspelt `unsure` */
function reportUnknown(
  question: Question,
  word: string,
  alone: boolean,
  path: Path,
  report: ReportProblem,
): void {
  const options = question.options.map((option) => option.id);
  const known = alone ? [...options, unsureWord] : options;
  report({ code: "unknown-option", question: question.id, option: word, known }, path);
}

/** The questions by id. Built once for each pack: thousands of files may be read against it. */
const questionsById = oncePer(
  (questions: readonly Question[]): ReadonlyMap<string, Question> =>
    new Map(questions.map((question) => [question.id, question])),
);

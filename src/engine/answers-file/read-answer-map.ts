import { type Answer, type Answers, authors, type Position, unsureWord } from "../model/answers.js";
import { oncePer } from "../model/once-per.js";
import type { Question } from "../model/pack.js";
import { isMapping, type Path, type ReportProblem } from "../parse/parsed-document.js";

/**
 * Reads a mapping of answers by question id. Invalid answers are reported and left out.
 * @param locate the position of the key at a path
 */
export function readAnswerMap(
  value: unknown,
  path: Path,
  questions: readonly Question[],
  report: ReportProblem,
  locate: (path: Path) => Position,
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
    if (answer === null) continue;
    answers.set(id, answer.by === "agent" ? { ...answer, at: locate([...path, id]) } : answer);
  }
  return answers;
}

/**
 * Reads one answer against its question: an option, `unsure`, a list, or `{ answer, note, by }`. Null when it cannot be
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
  const text = typeof note === "string" ? note : null;
  const read = readOptions(question, answer, text, [...path, "answer"], report);
  const by = authors.find((author) => author === given["by"]);
  return read === null || by === undefined ? read : { ...read, by };
}

function readOptions(
  question: Question,
  given: string | readonly unknown[],
  note: string | null,
  path: Path,
  report: ReportProblem,
): Answer | null {
  if (given === unsureWord) return { kind: "unsure", note };
  if (typeof given !== "string" && !question.several && given.length !== 1) {
    if (given.length > 0) report({ code: "one-answer-only", question: question.id }, path);
    return null;
  }
  const words = typeof given === "string" ? [given] : given;
  const at = (index: number): Path => (typeof given === "string" ? path : [...path, index]);
  const read = readWords(question, words, at, report);
  if (read === null) return null;
  const none = question.options.find((option) => option.none)?.id;
  if (none !== undefined && read.written.has(none) && read.written.size > 1) {
    report({ code: "none-with-others", question: question.id, none }, path);
    return null;
  }
  return answerOf(question, read, note);
}

/** Words that are options, or retired ones. */
interface ReadWords {
  readonly written: ReadonlySet<string>;
  /** The options that they are read as. */
  readonly chosen: ReadonlySet<string>;
}

/** Null if one of the words cannot be used. */
function readWords(
  { id, options, retired }: Question,
  words: readonly unknown[],
  at: (index: number) => Path,
  report: ReportProblem,
): ReadWords | null {
  const known = options.map((option) => option.id);
  const written = new Set<string>();
  const chosen = new Set<string>();
  let usable = words.length > 0;
  for (const [index, word] of words.entries()) {
    const old = retired.find((option) => option.id === word);
    if (typeof word !== "string") usable = false;
    else if (written.has(word)) report({ code: "repeated-option", question: id, option: word }, at(index));
    else if (known.includes(word)) chosen.add(word);
    else if (old === undefined) {
      usable = false;
      // Only a word that is the whole answer can be a misspelt `unsure`.
      const meant = words.length === 1 ? [...known, unsureWord] : known;
      report({ code: "unknown-option", question: id, option: word, known: meant }, at(index));
    } else {
      const { replacedBy } = old;
      report({ code: "retired-option", question: id, option: word, replacedBy }, at(index));
      if (replacedBy !== null) chosen.add(replacedBy);
    }
    if (typeof word === "string") written.add(word);
  }
  return usable ? { written, chosen } : null;
}

/** The options in the order of the question; as open if no option is left. */
function answerOf(
  { options, retired }: Question,
  { written, chosen }: ReadWords,
  note: string | null,
): Answer {
  // A retired option that is read as "none of these" says nothing beside others.
  const read = options.filter(({ id, none }) => chosen.has(id) && !(none && chosen.size > 1));
  const asWritten = retired.some(({ id }) => written.has(id)) ? { written: [...written] } : {};
  return read.length === 0
    ? { kind: "unsure", note, ...asWritten }
    : { kind: "chosen", options: read.map(({ id }) => id), note, ...asWritten };
}

/** The questions by id. Built once for each pack: thousands of files may be read against it. */
const questionsById = oncePer(
  (questions: readonly Question[]): ReadonlyMap<string, Question> =>
    new Map(questions.map((question) => [question.id, question])),
);

import type { ProblemDetail } from "../diagnostics/problem.js";
import { type Answer, unsureWord } from "../model/answers.js";
import type { Question } from "../model/pack.js";
import type { Path } from "../parse/parsed-document.js";

/** Takes a problem and the place that it is about. */
export type Report = (detail: ProblemDetail, path: Path, part?: "key" | "value") => void;

/**
 * Reads one answer against its question: an option, `unsure`, a list, or `{ answer, note }`. Null when it cannot be
 * used; values of another type are passed over without a word, as the schema has reported them.
 */
export function readAnswer(question: Question, given: unknown, path: Path, report: Report): Answer | null {
  if (typeof given === "string" || Array.isArray(given))
    return readOptions(question, given, null, path, report);
  if (typeof given !== "object" || given === null || !("answer" in given)) return null;
  const { answer } = given;
  const note = "note" in given && typeof given.note === "string" ? given.note : null;
  if (typeof answer !== "string" && !Array.isArray(answer)) return null;
  return readOptions(question, answer, note, [...path, "answer"], report);
}

function readOptions(
  question: Question,
  given: string | readonly unknown[],
  note: string | null,
  path: Path,
  report: Report,
): Answer | null {
  if (given === unsureWord) return { kind: "unsure", note };
  if (typeof given === "string") {
    for (const option of question.options)
      if (option.id === given) return { kind: "chosen", options: [given], note };
  }
  return readList(question, given, note, path, report);
}

/** Also a text that is none of the options. */
function readList(
  question: Question,
  given: string | readonly unknown[],
  note: string | null,
  path: Path,
  report: Report,
): Answer | null {
  const id = question.id;
  if (typeof given !== "string" && !question.several && given.length !== 1) {
    if (given.length > 0) report({ code: "one-answer-only", question: id }, path);
    return null;
  }
  const words = typeof given === "string" ? [given] : given;
  const known = question.options.map((option) => option.id);
  const chosen: string[] = [];
  let usable = words.length > 0;
  words.forEach((word, index) => {
    const place = typeof given === "string" ? path : [...path, index];
    if (typeof word !== "string") usable = false;
    else if (chosen.includes(word)) report({ code: "repeated-option", question: id, option: word }, place);
    else if (known.includes(word)) chosen.push(word);
    else {
      usable = false;
      // Beside other options it says nothing.
      const expected = words.length > 1 ? known : [...known, unsureWord];
      report({ code: "unknown-option", question: id, option: word, known: expected }, place);
    }
  });
  const none = question.options.find((option) => option.none)?.id;
  if (none !== undefined && chosen.includes(none) && chosen.length > 1) {
    report({ code: "none-with-others", question: id, none }, path);
    return null;
  }
  return usable ? { kind: "chosen", options: known.filter((option) => chosen.includes(option)), note } : null;
}

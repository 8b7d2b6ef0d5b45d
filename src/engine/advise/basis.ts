import { readAnswer } from "../answers-file/read-answer-map.js";
import type { Answers, Basis, RecordedDecision } from "../model/answers.js";
import type { AnswerChange, Lapse } from "../model/check.js";
import type { Question } from "../model/pack.js";
import { digestOf } from "./canonical-digest.js";

/** What a decision on these answers is based on: the chosen options as written, without notes, authors and `unsure`. */
export function basisOf(answers: Answers): Basis {
  return new Map(
    [...answers].flatMap(([question, answer]) => {
      const options = answer.written ?? (answer.kind === "chosen" ? answer.options : []);
      return options.length === 0 ? [] : [[question, options] as const];
    }),
  );
}

/** `sha256-…` of a basis, whatever the order of questions and of options within one. */
export function basisDigest(basis: Basis): string {
  return digestOf(
    Object.fromEntries([...basis].map(([question, options]) => [question, [...options].sort()])),
  );
}

/** What differs between two bases: first the questions of `was`, in its order, then the new ones. */
export function changesOf(was: Basis, is: Basis): readonly AnswerChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((question): readonly AnswerChange[] => {
    const before = was.get(question) ?? null;
    const after = is.get(question) ?? null;
    return sameOptions(before, after) ? [] : [{ question, was: before, is: after }];
  });
}

function sameOptions(a: readonly string[] | null, b: readonly string[] | null): boolean {
  if (a === null || b === null) return a === b;
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}

/**
 * Why a decision no longer matches the answers; null if it does, or if there is no record to compare with. If the
 * recorded digest and basis contradict each other, neither can be compared with the answers. A retired option and the
 * one that it is read as do not differ, as long as the basis was recorded.
 * @param questions of the pack, by id
 */
export function lapseOf(
  decision: RecordedDecision | null,
  answers: Answers,
  questions: ReadonlyMap<string, Question>,
): Lapse | null {
  if (decision === null || !recordsAnswers(decision)) return null;
  if (contradictory(decision)) return { kind: "basis-mismatch" };
  const now = basisOf(answers);
  if (basisDigest(now) === decision.answers) return null;
  const { basis } = decision;
  if (basis === null) return { kind: "answers-changed", drift: { kind: "unknown" } };
  const changes = changesOf(asRead(basis, questions), asRead(now, questions));
  return changes.length === 0 ? null : { kind: "answers-changed", drift: { kind: "known", changes } };
}

/** Whether a decision says what it was based on. */
export function recordsAnswers({ answers, basis }: RecordedDecision): boolean {
  return answers !== null || basis !== null;
}

function contradictory({ answers, basis }: RecordedDecision): boolean {
  return answers !== null && basis !== null && basisDigest(basis) !== answers;
}

/** The options that a pack reads these as: others for retired ones. Those that it does not know stay as they are. */
function asRead(basis: Basis, questions: ReadonlyMap<string, Question>): Basis {
  return new Map(
    [...basis].flatMap(([id, options]): readonly (readonly [string, readonly string[]])[] => {
      const question = questions.get(id);
      const answer = question === undefined ? null : readAnswer(question, options, [], () => undefined);
      if (answer === null) return [[id, options]];
      return answer.kind === "chosen" ? [[id, answer.options]] : [];
    }),
  );
}

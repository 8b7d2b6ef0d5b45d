import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Answers, Basis, RecordedDecision } from "../model/answers.js";
import type { AnswerChange, Drift, Lapse } from "../model/check.js";

/** What a decision on these answers is based on: the chosen options, without notes and `unsure`. */
export function basisOf(answers: Answers): Basis {
  return new Map(
    [...answers].flatMap(([question, answer]) =>
      answer.kind === "chosen" ? [[question, answer.options] as const] : [],
    ),
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
 * recorded digest and basis contradict each other, neither can be compared with the answers.
 */
export function lapseOf(decision: RecordedDecision | null, answers: Answers): Lapse | null {
  if (decision === null) return null;
  if (contradictory(decision)) return { kind: "basis-mismatch" };
  if (answersState(decision, answers) !== "changed") return null;
  return { kind: "answers-changed", drift: driftOf(decision, answers) };
}

function contradictory({ answers, basis }: RecordedDecision): boolean {
  return answers !== null && basis !== null && basisDigest(basis) !== answers;
}

/** Whether the answers are still the ones that the decision was based on. */
export function answersState(
  { answers, basis }: RecordedDecision,
  now: Answers,
): "same" | "changed" | "unrecorded" {
  const recorded = answers ?? (basis === null ? null : basisDigest(basis));
  if (recorded === null) return "unrecorded";
  return recorded === basisDigest(basisOf(now)) ? "same" : "changed";
}

function driftOf({ basis }: RecordedDecision, answers: Answers): Drift {
  if (basis === null) return { kind: "unknown" };
  return { kind: "known", changes: changesOf(basis, basisOf(answers)) };
}

/** `sha256-` and 64 hexadecimal digits over the canonical JSON of a value: sorted keys, no white space. */
export function digestOf(value: unknown): string {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonical(value))))}`;
}

/** JSON with keys in code-unit order, so that equal values give equal bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

import type { Answers, RecordedDecision } from "../model/answers.js";
import type { Drift, Lapse } from "../model/check.js";
import { basisDigest, basisOf, changesOf } from "./basis.js";

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

import type { Answers, RecordedDecision } from "../model/answers.js";
import type { Drift, Lapse } from "../model/check.js";
import { basisDigest, basisOf, changesOf } from "./basis.js";

/**
 * Why a decision does not stand on these answers; null where it does, or where nothing was recorded to tell it by. Where
 * digest and basis contradict each other, neither can be held against the answers.
 */
export function lapseOf(decision: RecordedDecision | null, answers: Answers): Lapse | null {
  if (decision === null) return null;
  if (contradictory(decision)) return { kind: "basis-mismatch" };
  if (standsOn(decision, answers) !== "changed") return null;
  return { kind: "answers-changed", drift: driftOf(decision, answers) };
}

function contradictory({ answers, basis }: RecordedDecision): boolean {
  return answers !== null && basis !== null && basisDigest(basis) !== answers;
}

/** Whether the answers are still those that the decision was taken on. */
export function standsOn(decision: RecordedDecision, answers: Answers): "same" | "changed" | "unrecorded" {
  const taken = decision.answers ?? (decision.basis === null ? null : basisDigest(decision.basis));
  if (taken === null) return "unrecorded";
  return taken === basisDigest(basisOf(answers)) ? "same" : "changed";
}

function driftOf(decision: RecordedDecision, answers: Answers): Drift {
  if (decision.basis === null) return { kind: "unknown" };
  return { kind: "known", changes: changesOf(decision.basis, basisOf(answers)) };
}

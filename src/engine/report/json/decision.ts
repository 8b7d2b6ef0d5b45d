import type { Decision } from "../../model/answers.js";
import type { AnswerChange, Lapse } from "../../model/check.js";

/** A recorded decision, as reports and checks write it. */
export const decisionJson = ({ style, because, until, reviewBy, by, answers }: Decision) => ({
  style,
  because,
  until,
  reviewBy,
  by,
  answers,
});

/** The changed answers behind a lapse; null if only a digest was recorded, or the record contradicts itself. */
export const driftJson = (lapse: Lapse): readonly AnswerChange[] | null =>
  lapse.kind === "answers-changed" && lapse.drift.kind === "known" ? lapse.drift.changes : null;

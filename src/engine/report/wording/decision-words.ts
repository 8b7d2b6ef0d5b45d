import type { Decision } from "../../model/answers.js";
import type { Lapse } from "../../model/check.js";
import type { Recommendation } from "../../model/recommendation.js";
import { asSentence, listed } from "./phrases.js";

/** How a recorded decision compares with the verdict, worded to follow the style's name. */
export function agreement({ verdict }: Recommendation, { style }: Decision): string {
  if (verdict === "undecided") return "with no recommendation to compare it with";
  return style === verdict ? "as recommended" : "which differs from the recommendation";
}

/** The same, with how long it is accepted and when to review it, or why it no longer holds. */
export function statusOf(from: Recommendation, decision: Decision): string {
  const { lapse } = from;
  if (lapse !== null) return `${agreement(from, decision)}; it ${lapseWords(lapse)}`;
  const { until, reviewBy } = decision;
  return [
    agreement(from, decision),
    ...(until === null ? [] : [`accepted until ${until}`]),
    ...(reviewBy === null ? [] : [`to be reviewed by ${reviewBy}`]),
  ].join(", ");
}

/** Why a decision has lapsed, worded to follow its subject. */
export function lapseWords(lapse: Lapse): string {
  switch (lapse.kind) {
    case "answers-changed":
      return `has lapsed, because ${changed(lapse)}`;
    case "basis-mismatch":
      return "cannot be relied on, because the answers recorded with it (`basis`) do not match the recorded digest (`answers`)";
    default:
      return lapse satisfies never;
  }
}

function changed({ drift }: Extract<Lapse, { readonly kind: "answers-changed" }>): string {
  if (drift.kind === "unknown") return "the answers have changed since";
  const questions = drift.changes.map(({ question }) => question);
  return `${questions.length === 1 ? "an answer has" : "answers have"} changed since: ${listed(questions)}`;
}

/** ` Reason given: ` and the reason as a sentence; empty if none was given. */
export function reasonGiven(reason: string | null): string {
  const sentence = asSentence(reason ?? "");
  return sentence === "" ? "" : ` Reason given: ${sentence}`;
}

import {
  type AnswerChange,
  type CheckedSurface,
  type CheckFinding,
  type Drift,
  findingLevels,
  type Objection,
} from "../../model/check.js";
import { plural } from "../numbers.js";
import { clashSentence } from "../wording/clash-words.js";
import { reasonGiven } from "../wording/decision-words.js";
import { capital, listed } from "../wording/phrases.js";
import { changedByOther } from "../wording/unconfirmed-words.js";
import { findingFacts } from "./finding-facts.js";

/** Of a decision whose pack `rules diff` cannot read, as it is of another model. */
const otherModelRemedy =
  "Look at the surface again with `api-advisor advise`, weigh what speaks against the decision, and record it again with `api-advisor decide`.";

/** What to do about a finding, in a sentence. */
export function remedyOf(finding: CheckFinding): string {
  const isOfOtherModel = finding.kind === "pack-changed" && finding.models !== null;
  return isOfOtherModel ? otherModelRemedy : findingFacts[finding.kind].remedy;
}

/** A finding as one or two plain sentences, without the remedy. */
export function findingSentence(finding: CheckFinding, checked: CheckedSurface): string {
  const { decision, verdict } = checked;
  const differs = `Decided ${decision?.style}, recommended ${verdict}`;
  switch (finding.kind) {
    case "no-decision":
      return verdict === "undecided"
        ? "No decision is recorded."
        : `No decision is recorded; the recommendation is ${verdict}.`;
    case "undecided":
      return "Too little is known about what has to be kept, so there is no verdict.";
    case "answer-unconfirmed":
      return `An agent answered \`${finding.question}\`, and no person has confirmed it; another answer would change ${changedByOther(finding)}.`;
    case "clash":
    case "clash-not-allowed":
      return capital(clashSentence(finding.questions, finding));
    case "low-grade":
      return finding.grade === null
        ? `The verdict, ${verdict}, has no grade, as exact figures are out of reach; at least ${finding.least} is required.`
        : `The verdict, ${verdict}, is ${finding.grade}; at least ${finding.least} is required.`;
    case "deviation-unexplained":
      return `${differs}, and ${listed(finding.missing.map((key) => `\`${key}\``))} ${finding.missing.length === 1 ? "is" : "are"} not recorded.`;
    case "deviation-expired":
      return `${differs}; the deviation was accepted until ${finding.until}.`;
    case "deviation-accepted":
      return `${differs}; accepted until ${finding.until} (${left(finding.daysLeft)})${by(checked)}.${reasonGiven(decision?.because ?? null)}`;
    case "deviation-ends-soon":
      return `The deviation is accepted until ${finding.until}: ${left(finding.daysLeft)}.`;
    case "deviation-not-allowed":
      return `${differs}; no deviations are allowed.`;
    case "deviation-too-long":
      return `${differs}; accepted until ${finding.until}, ${plural(finding.daysLeft, "day")} from now: at most ${finding.most} ${finding.most === 1 ? "is" : "are"} allowed.`;
    case "deviation-reason-too-short":
      return `${differs}; the reason has ${plural(finding.length, "character")}: at least ${finding.least} ${finding.least === 1 ? "is" : "are"} required.`;
    case "deviation-not-needed":
      return `Decided ${decision?.style}, as recommended now: the deviation accepted until ${finding.until} is no longer needed.`;
    case "review-due-soon":
      return `Decided ${decision?.style}${by(checked)}; to be reviewed by ${finding.reviewBy} (${left(finding.daysLeft)}).`;
    case "review-overdue":
    case "review-overdue-not-allowed":
      return `Decided ${decision?.style}${by(checked)}; the review was due by ${finding.reviewBy}.`;
    case "answers-changed":
      return `The answers have changed since the decision was made${driftWords(finding.drift)}.`;
    case "basis-mismatch":
      return "The recorded answers (`basis`) do not match the recorded digest (`answers`).";
    case "pack-changed":
      return finding.models === null
        ? `Decided ${decision?.style} by ${finding.was}; with the same answers, ${finding.is} recommends ${verdict}.`
        : `Decided ${decision?.style} under another model (model ${finding.models.was}, ${finding.was}); model ${finding.models.is}, ${finding.is}, recommends ${verdict}.`;
    case "other-model":
      return `Decided ${decision?.style} under another model (${finding.was}); model ${finding.is} recommends the same.`;
    default:
      return finding satisfies never;
  }
}

const mostObjections = 3;

/** The heaviest arguments against a failing decision, each as a sentence, and the number of others. */
export function objectionSentences(finding: CheckFinding): {
  readonly sentences: readonly string[];
  readonly more: number;
} {
  const against = "against" in finding && findingLevels[finding.kind] === "error" ? finding.against : [];
  return {
    sentences: against.slice(0, mostObjections).map(objectionSentence),
    more: Math.max(0, against.length - mostObjections),
  };
}

function objectionSentence({ kind, id, concern, points, because }: Objection): string {
  return `${kind} ${id} (${concern}${points === null ? "" : `, ${plural(points, "point")}`}): ${because}`;
}

/** A finding as one paragraph, for formats without room for more. */
export function findingParagraph(finding: CheckFinding, checked: CheckedSurface): string {
  const { sentences, more } = objectionSentences(finding);
  const rest = more === 0 ? "" : ` And ${more} more.`;
  const against = sentences.length === 0 ? "" : ` Against it: ${sentences.join(" ")}${rest}`;
  return `${findingSentence(finding, checked)}${against}`;
}

/** The same, followed by the remedy. */
export function findingMessage(finding: CheckFinding, checked: CheckedSurface): string {
  return `${findingParagraph(finding, checked)} ${remedyOf(finding)}`;
}

function left(days: number): string {
  return days === 0 ? "today is the last day" : `${plural(days, "day")} left`;
}

function by({ decision }: CheckedSurface): string {
  return decision?.by == null ? "" : `, owned by ${decision.by}`;
}

function driftWords(drift: Drift): string {
  switch (drift.kind) {
    case "unknown":
      return "; what changed is unknown, as only their digest was recorded";
    case "known":
      return `: ${drift.changes.map(changeWords).join("; ")}`;
    default:
      return drift satisfies never;
  }
}

/** `latency was interactive, is now real-time`. */
function changeWords({ question, was, is }: AnswerChange): string {
  if (was === null) return `${question} was not answered, is now ${listed(is ?? [])}`;
  if (is === null) return `${question} was ${listed(was)}, is no longer answered`;
  return `${question} was ${listed(was)}, is now ${listed(is)}`;
}

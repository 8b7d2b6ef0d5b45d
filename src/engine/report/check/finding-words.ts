import {
  type AnswerChange,
  type CheckedSurface,
  type CheckFinding,
  type Drift,
  findingLevels,
  type Opponent,
} from "../../model/check.js";
import { plural } from "../numbers.js";
import { reasonGiven } from "../wording/decision-words.js";
import { listed } from "../wording/listed.js";

/** A finding as one or two plain sentences, without what to do about it. */
export function findingSentence(finding: CheckFinding, checked: CheckedSurface): string {
  const { decision, verdict } = checked;
  const differs = `Decided ${decision?.style}, recommended ${verdict}`;
  switch (finding.kind) {
    case "no-decision":
      return verdict === "undecided"
        ? "No decision is recorded."
        : `No decision is recorded; recommended is ${verdict}.`;
    case "undecided":
      return `Too little evidence for a verdict: ${plural(finding.points, "point")}, and it takes at least ${finding.minimumEvidence}.`;
    case "low-grade":
      return finding.grade === null
        ? `The verdict, ${verdict}, has no grade, as exact figures are out of reach; at least ${finding.least} is asked for.`
        : `The verdict, ${verdict}, is ${finding.grade}; at least ${finding.least} is asked for.`;
    case "deviation-unexplained":
      return `${differs}, and ${listed(finding.missing.map((key) => `\`${key}\``))} ${finding.missing.length === 1 ? "is" : "are"} not recorded.`;
    case "deviation-expired":
      return `${differs}; the deviation was accepted until ${finding.until}.`;
    case "deviation-accepted":
      return `${differs}; accepted until ${finding.until} (${left(finding.daysLeft)})${by(checked)}.${reasonGiven(decision?.because ?? null)}`;
    case "deviation-not-needed":
      return `Decided ${decision?.style}, as recommended now: the deviation accepted until ${finding.until} is no longer needed.`;
    case "answers-changed":
      return `The answers are no longer those that the decision was taken on${driftWords(finding.drift)}.`;
    case "basis-mismatch":
      return "The recorded answers (`basis`) do not belong to the recorded digest (`answers`).";
    case "pack-changed":
      return `Decided ${decision?.style} by ${finding.was}; on the same answers ${finding.is} recommends ${verdict}.`;
    default:
      return finding satisfies never;
  }
}

const mostOpponents = 3;

/** The heaviest of what speaks against a decision that fails, each as a sentence, and how many more there are. */
export function opponentSentences(finding: CheckFinding): {
  readonly sentences: readonly string[];
  readonly more: number;
} {
  const against = "against" in finding && findingLevels[finding.kind] === "error" ? finding.against : [];
  return {
    sentences: against.slice(0, mostOpponents).map(opponentSentence),
    more: Math.max(0, against.length - mostOpponents),
  };
}

function opponentSentence({ kind, id, points, because }: Opponent): string {
  return `${kind} ${id}${points === null ? "" : ` (${plural(points, "point")})`}: ${because}`;
}

/** All that a finding says, in one paragraph: for formats without room for more. */
export function findingParagraph(finding: CheckFinding, checked: CheckedSurface): string {
  const { sentences, more } = opponentSentences(finding);
  const rest = more === 0 ? "" : ` And ${more} more.`;
  const against = sentences.length === 0 ? "" : ` Against it: ${sentences.join(" ")}${rest}`;
  return `${findingSentence(finding, checked)}${against}`;
}

function left(days: number): string {
  return days === 0 ? "today is the last day" : `${plural(days, "day")} left`;
}

function by({ decision }: CheckedSurface): string {
  return decision?.by == null ? "" : `, answered for by ${decision.by}`;
}

function driftWords(drift: Drift): string {
  switch (drift.kind) {
    case "unknown":
      return "; what changed cannot be said, as only their digest was recorded";
    case "known":
      return `: ${drift.changes.map(changeWords).join("; ")}`;
    default:
      return drift satisfies never;
  }
}

/** `latency was interactive, is now real-time`. */
function changeWords({ question, was, is }: AnswerChange): string {
  if (was === null) return `${question} was not answered, is now ${listed(is ?? [])}`;
  if (is === null) return `${question} was ${listed(was)}, is not answered any more`;
  return `${question} was ${listed(was)}, is now ${listed(is)}`;
}

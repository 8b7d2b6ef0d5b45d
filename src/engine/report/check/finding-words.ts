import {
  type AnswerChange,
  type CheckedSurface,
  type CheckFinding,
  type Drift,
  type FindingKind,
  findingLevels,
  type Objection,
} from "../../model/check.js";
import { plural } from "../numbers.js";
import { clashSentence } from "../wording/clash-words.js";
import { reasonGiven } from "../wording/decision-words.js";
import { capital, listed } from "../wording/phrases.js";

/** The fixed facts of each kind of finding: a data table. */
export interface FindingFacts {
  /** A heading. */
  readonly title: string;
  /** What the finding means, in a sentence. */
  readonly meaning: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}

export const findingFacts: Readonly<Record<FindingKind, FindingFacts>> = {
  "no-decision": {
    title: "No decision",
    meaning: "The surface has a recommendation, but no decision of the team is recorded.",
    remedy: "Record one with `api-advisor decide`.",
  },
  undecided: {
    title: "Undecided",
    meaning: "Too little is known about what has to be kept, so there is no verdict.",
    remedy: "Answer more questions: `api-advisor advise` says which matter most.",
  },
  clash: {
    title: "Clash",
    meaning: "Some answers do not fit each other.",
    remedy: "Correct that answer, or the one that it clashes with.",
  },
  "clash-not-allowed": {
    title: "Clash not allowed",
    meaning: "Some answers do not fit each other, and the check allows no clashes.",
    remedy: "Correct the answer that the finding names, or the one that it clashes with.",
  },
  "low-grade": {
    title: "Grade too low",
    meaning: "The verdict is less trustworthy than required.",
    remedy:
      "Answer the open questions, or look at what would tip the verdict: `api-advisor advise` shows both.",
  },
  "deviation-unexplained": {
    title: "Unexplained deviation",
    meaning: "The decision differs from the recommendation without a reason and a last day.",
    remedy: "Follow the recommendation, or record `because` and `until` with `api-advisor decide`.",
  },
  "deviation-expired": {
    title: "Expired deviation",
    meaning: "The last day on which the deviation was accepted has passed.",
    remedy: "Follow the recommendation, or record the decision again with a later `until`.",
  },
  "deviation-accepted": {
    title: "Accepted deviation",
    meaning: "The decision differs from the recommendation, for a stated reason and time.",
    remedy: "Review it before the last day.",
  },
  "deviation-not-allowed": {
    title: "Deviation not allowed",
    meaning: "The decision differs from the recommendation, and the check allows no deviations.",
    remedy: "Follow the recommendation, or ask whoever sets the terms of the check.",
  },
  "deviation-too-long": {
    title: "Deviation for too long",
    meaning: "The deviation is accepted for more days than the check allows.",
    remedy: "Follow the recommendation, or record the decision again with an earlier `until`.",
  },
  "deviation-reason-too-short": {
    title: "Reason too short",
    meaning: "The reason for the deviation is shorter than the check requires.",
    remedy: "Record the decision again with a reason that says why, in `because`.",
  },
  "deviation-not-needed": {
    title: "Deviation no longer needed",
    meaning: "The decision is what is recommended now, yet it is still recorded as a deviation.",
    remedy: "Record the decision again with `api-advisor decide`, without `until`.",
  },
  "answers-changed": {
    title: "Decision lapsed",
    meaning: "The answers have changed since the decision was made.",
    remedy:
      "Reconsider the decision in the light of the new answers, and record it again with `api-advisor decide`.",
  },
  "basis-mismatch": {
    title: "Contradictory record",
    meaning: "The recorded answers (`basis`) do not match the recorded digest (`answers`): one was edited.",
    remedy: "Record the decision again with `api-advisor decide`.",
  },
  "pack-changed": {
    title: "Overtaken by the rules",
    meaning: "The answers are the same, but the rule pack has changed and recommends something else now.",
    remedy:
      "Weigh what speaks against the decision, and record it again with `api-advisor decide`; with both packs at hand, `api-advisor rules diff` names the rules that changed the verdict.",
  },
  "other-model": {
    title: "Decided under another model",
    meaning: "The decision was made under another decision model, and today's recommends the same.",
    remedy: "Record it again with `api-advisor decide` when convenient.",
  },
};

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
    case "deviation-not-allowed":
      return `${differs}; no deviations are allowed.`;
    case "deviation-too-long":
      return `${differs}; accepted until ${finding.until}, ${plural(finding.daysLeft, "day")} from now: at most ${finding.most} ${finding.most === 1 ? "is" : "are"} allowed.`;
    case "deviation-reason-too-short":
      return `${differs}; the reason has ${plural(finding.length, "character")}: at least ${finding.least} ${finding.least === 1 ? "is" : "are"} required.`;
    case "deviation-not-needed":
      return `Decided ${decision?.style}, as recommended now: the deviation accepted until ${finding.until} is no longer needed.`;
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

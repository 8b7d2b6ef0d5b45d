import type { FindingKind } from "../../model/check.js";

/** The fixed facts of each kind of finding: a data table. */
export interface FindingFacts {
  /** A heading. */
  readonly title: string;
  /** What the finding means, in a sentence. */
  readonly meaning: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}

const reviewRemedy =
  "Look at the decision again, and record it again with `api-advisor decide` and a later `--review-by`.";

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
  "answer-unconfirmed": {
    title: "Answer unconfirmed",
    meaning:
      "An agent gave an answer that no person has confirmed, and another answer would change the verdict or a place.",
    remedy:
      "Look at the answer, and change it or confirm it: with `api-advisor interview --from FILE --save FILE`, with `api-advisor decide`, or with `by: person` beside it in the file.",
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
  "deviation-ends-soon": {
    title: "Deviation ends soon",
    meaning: "The last day on which the deviation is accepted is near.",
    remedy:
      "Follow the recommendation by then, or record the decision again with a later `until`; once the day has passed, the check fails.",
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
  "review-due-soon": {
    title: "Review due soon",
    meaning: "The day by which the decision is to be reviewed is near.",
    remedy: reviewRemedy,
  },
  "review-overdue": {
    title: "Review overdue",
    meaning: "The day by which the decision was to be reviewed has passed.",
    remedy: reviewRemedy,
  },
  "review-overdue-not-allowed": {
    title: "Overdue review not allowed",
    meaning:
      "The day by which the decision was to be reviewed has passed, and the check allows no overdue reviews.",
    remedy: reviewRemedy,
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

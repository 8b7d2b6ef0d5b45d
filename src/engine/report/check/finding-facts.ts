import type { FindingKind } from "../../model/check.js";

/** What is always true of a kind of finding: a data table. */
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
    meaning: "The answers hold too little evidence for a verdict.",
    remedy: "Answer more questions: `api-advisor advise` says which tell most.",
  },
  "low-grade": {
    title: "Grade too low",
    meaning: "The verdict is less trustworthy than was asked for.",
    remedy:
      "Answer the open questions, or look at what would tip the verdict: `api-advisor advise` says both.",
  },
  "deviation-unexplained": {
    title: "Unexplained deviation",
    meaning: "The decision differs from the recommendation without a reason and a last day.",
    remedy: "Follow the recommendation, or record `because` and `until` with `api-advisor decide`.",
  },
  "deviation-expired": {
    title: "Expired deviation",
    meaning: "The day up to which the deviation was accepted is past.",
    remedy: "Follow the recommendation, or record the decision again with a later `until`.",
  },
  "deviation-accepted": {
    title: "Accepted deviation",
    meaning: "The decision differs from the recommendation, for a stated reason and time.",
    remedy: "Look at it again before the last day.",
  },
  "deviation-not-needed": {
    title: "Deviation no longer needed",
    meaning: "The decision is what is recommended now, yet it is still recorded as a deviation.",
    remedy: "Record the decision again with `api-advisor decide`, without `until`.",
  },
  "answers-changed": {
    title: "Decision lapsed",
    meaning: "The answers are no longer those that the decision was taken on.",
    remedy:
      "Look at the decision in the light of the new answers, and record it again with `api-advisor decide`.",
  },
  "basis-mismatch": {
    title: "Contradictory record",
    meaning:
      "The recorded answers (`basis`) do not belong to the recorded digest (`answers`): one was edited.",
    remedy: "Record the decision again with `api-advisor decide`.",
  },
  "pack-changed": {
    title: "Overtaken by the rules",
    meaning: "The answers are the same, but the rule pack has changed and recommends something else now.",
    remedy:
      "Weigh what speaks against the decision, and record it again with `api-advisor decide`; with both packs at hand, `api-advisor rules diff` names the rules that moved it.",
  },
};

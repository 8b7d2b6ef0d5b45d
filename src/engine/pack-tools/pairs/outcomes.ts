import { flag, isBound, isKept, type Tally } from "../../count/tally.js";
import type { Concern, Verdict } from "../../model/verdict.js";
import type { Algebra } from "./reachable-values.js";

/**
 * What one side of a pair comes to, as far as the verdict depends on it. The conversation: nothing bears on need, it is
 * not kept, elsewhere, or bound. The other concerns, by the one that goes farthest: not kept, kept by points, or by a
 * `must`.
 */
export interface Outcome {
  readonly interaction: 0 | 1 | 2 | 3;
  readonly others: 0 | 1 | 2;
}

const outcomeCount = 12;

/** The outcome of one concern alone. */
export function outcomeOf(concern: Concern, tally: Tally): Outcome {
  const has = (bit: number): boolean => (tally.flags & bit) !== 0;
  const kept = isKept(tally);
  if (concern !== "interaction") return { interaction: 0, others: has(flag.must) ? 2 : kept ? 1 : 0 };
  if (!kept) return { interaction: has(flag.bears) ? 1 : 0, others: 0 };
  return { interaction: isBound(tally) ? 3 : 2, others: 0 };
}

export function verdictOfOutcome({ interaction, others }: Outcome): Verdict {
  if (interaction === 3) return "stateful";
  if (interaction === 2) return "hybrid";
  if (interaction === 0) return others === 2 ? "hybrid" : "undecided";
  return others > 0 ? "hybrid" : "stateless";
}

/** A pair of outcomes as one number. */
export function outcomePair(before: Outcome, after: Outcome): number {
  return codeOf(before) * outcomeCount + codeOf(after);
}

export function beforeOf(pair: number): Outcome {
  return outcomes[Math.floor(pair / outcomeCount)] ?? none;
}

export function afterOf(pair: number): Outcome {
  return outcomes[pair % outcomeCount] ?? none;
}

function codeOf({ interaction, others }: Outcome): number {
  return interaction * 3 + others;
}

const none: Outcome = { interaction: 0, others: 0 };
export const outcomes: readonly Outcome[] = ([0, 1, 2, 3] as const).flatMap((interaction) =>
  ([0, 1, 2] as const).map((others) => ({ interaction, others })),
);

export function farther(a: Outcome, b: Outcome): Outcome {
  return {
    interaction: a.interaction > b.interaction ? a.interaction : b.interaction,
    others: a.others > b.others ? a.others : b.others,
  };
}

/** Pairs of outcomes: concerns combine by what goes farthest on each side. */
export const outcomePairs: Algebra<null> = {
  nothing: 0,
  noRange: null,
  join: () => null,
  without: () => null,
  adder: () => (a, b) => outcomePair(farther(beforeOf(a), beforeOf(b)), farther(afterOf(a), afterOf(b))),
};

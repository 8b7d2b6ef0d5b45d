import type { ConcernScore, Score } from "../../model/scores.js";
import { concerns, type Verdict } from "../../model/verdict.js";

/** A given weighs more than any missing point. */
const givenStep = 50;

/** About how many points a score is away from a verdict; 0 exactly if it is that verdict. */
export function verdictDistance(score: Score, verdict: Verdict): number {
  if (score.verdict === verdict) return 0;
  // While nothing bears on need, some rule still has to fire.
  const open = score.verdict === "undecided" ? 1 : 0;
  return Math.max(1, open + distanceTo(verdict, score));
}

function distanceTo(verdict: Verdict, { concerns: scores }: Score): number {
  const all = concerns.map((concern) => scores[concern]);
  const { interaction } = scores;
  switch (verdict) {
    case "stateless":
      return sum(all.map(toNotKept));
    case "stateful":
      return toKept(interaction) + toBound(interaction);
    case "hybrid": {
      const others = all.filter((each) => each !== interaction).map(toKept);
      const elsewhere = toKept(interaction) + toUnbound(interaction);
      const loosened = Math.min(toNotKept(interaction), toUnbound(interaction));
      return Math.min(elsewhere, Math.min(...others) + loosened);
    }
    case "undecided":
      return sum(all.map((each) => (each.must ? givenStep : 0))) + firedIn(interaction);
    default:
      return verdict satisfies never;
  }
}

function toKept({ kept, mustNot, need }: ConcernScore): number {
  if (kept) return 0;
  return mustNot ? givenStep : need.against - need.for + 1;
}

function toNotKept({ kept, must, need }: ConcernScore): number {
  if (!kept) return 0;
  return must ? givenStep : need.for - need.against;
}

function toBound({ mustBind, mayNotBind, place }: ConcernScore): number {
  if (mayNotBind) return givenStep;
  return mustBind ? 0 : Math.max(0, place.against - place.for + 1);
}

function toUnbound({ mustBind, mayNotBind, place }: ConcernScore): number {
  if (mayNotBind) return 0;
  return mustBind ? givenStep : Math.max(0, place.for - place.against);
}

function firedIn({ need, mustNot }: ConcernScore): number {
  return need.for + need.against + (mustNot ? givenStep : 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

import type { ConcernForm, Stability } from "../model/analysis.js";
import type { ConcernScore, Points, Score } from "../model/scores.js";
import { concerns, type Verdict } from "../model/verdict.js";

/** A boundary that a perturbation can cross: the radius from which it can, the sums that give it, and what lies beyond. */
interface Crossing {
  readonly radius: number;
  readonly at: ConcernForm;
  /** The points on both sides, added up. */
  readonly sum: number;
  /** From keeping or binding to not: the points for it are the heavier side. */
  readonly lightens: boolean;
  readonly verdict: Verdict;
}

/**
 * The stability radius: the infimum of r such that multiplying the points of each fired rule by a factor of its own in
 * [1 − r, 1 + r] can change the verdict; requirements, and what fires, stay as they are. With
 *
 *     ρ(c) = |A − B| / (A + B)     π = |P − Q| / (P + Q)
 *
 * and both ∞ where a requirement decides or nothing fired, it is
 *
 *     stateless   min ρ(c)
 *     stateful    min(ρ(interaction), π)
 *     hybrid      min(up, max ρ(c) over what is kept)
 *
 * `up` leads to stateful: ∞ under `may-not-bind`; π if the conversation is kept; else the larger of ρ(interaction) and
 * what binding takes, which is 0 under `must-bind` or if P > Q, and π otherwise. Of sums that are equally near, the
 * smallest one counts by which something is kept or bound, as it carries the verdict; without one, the largest.
 */
export function stabilityOf(score: Score): Stability {
  const nearest = crossingOf(score);
  if (nearest === null) return { radius: null, at: null, verdict: null };
  const { radius, at, verdict } = nearest;
  return { radius, at, verdict };
}

/** Null: no boundary can be crossed. */
function crossingOf({ verdict, concerns: scores }: Score): Crossing | null {
  const all = concerns.map((concern) => scores[concern]);
  const { interaction } = scores;
  switch (verdict) {
    case "undecided":
      return null;
    case "stateless": {
      const binds =
        !interaction.mayNotBind &&
        (interaction.mustBind || interaction.place.for > interaction.place.against);
      return nearestOf(
        all.map((score) => needCrossing(score, binds && score === interaction ? "stateful" : "hybrid")),
      );
    }
    case "stateful": {
      const keptBeside = all.some((score) => score !== interaction && score.kept);
      return nearestOf([
        needCrossing(interaction, keptBeside ? "hybrid" : "stateless"),
        placeCrossing(interaction, "hybrid"),
      ]);
    }
    case "hybrid":
      return nearestOf([
        upCrossing(interaction),
        farthestOf(all.filter(({ kept }) => kept).map((score) => needCrossing(score, "stateless"))),
      ]);
    default:
      return verdict satisfies never;
  }
}

/** From a conversation that is not bound to one that is. */
function upCrossing(interaction: ConcernScore): Crossing | null {
  const { kept, mayNotBind, mustBind, place } = interaction;
  if (mayNotBind) return null;
  if (kept) return placeCrossing(interaction, "stateful");
  const need = needCrossing(interaction, "stateful");
  return mustBind || place.for > place.against
    ? need
    : farthestOf([need, placeCrossing(interaction, "stateful")]);
}

/** Keeping a concern, or not; null where a requirement decides or nothing fired. */
function needCrossing({ concern, must, mustNot, need }: ConcernScore, verdict: Verdict): Crossing | null {
  return must || mustNot ? null : crossing({ concern, form: "need" }, need, verdict);
}

/** The same for binding a concern. */
function placeCrossing(score: ConcernScore, verdict: Verdict): Crossing | null {
  const { concern, mustBind, mayNotBind, place } = score;
  return mustBind || mayNotBind ? null : crossing({ concern, form: "place" }, place, verdict);
}

function crossing(at: ConcernForm, points: Points, verdict: Verdict): Crossing | null {
  const sum = points.for + points.against;
  if (sum === 0) return null;
  const radius = Math.abs(points.for - points.against) / sum;
  return { radius, at, sum, lightens: points.for > points.against, verdict };
}

/** The crossing that takes least; null if there is none. */
function nearestOf(crossings: readonly (Crossing | null)[]): Crossing | null {
  return crossings
    .filter((each) => each !== null)
    .reduce<Crossing | null>((best, each) => (best === null || isNearer(each, best) ? each : best), null);
}

/** The crossing that takes most, all of them being needed; null if one is out of reach. */
function farthestOf(crossings: readonly (Crossing | null)[]): Crossing | null {
  return crossings.reduce((worst, each) =>
    worst === null || each === null ? null : isFarther(each, worst) ? each : worst,
  );
}

function isNearer(a: Crossing, b: Crossing): boolean {
  if (a.radius !== b.radius) return a.radius < b.radius;
  if (a.lightens !== b.lightens) return a.lightens;
  return a.lightens ? a.sum < b.sum : a.sum > b.sum;
}

function isFarther(a: Crossing, b: Crossing): boolean {
  return a.radius > b.radius || (a.radius === b.radius && a.sum > b.sum);
}

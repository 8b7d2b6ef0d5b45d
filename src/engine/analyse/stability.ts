import type { Boundary, Stability } from "../model/analysis.js";
import type { VerdictForms } from "../model/compiled-pack.js";
import type { Verdict } from "../model/verdict.js";
import type { Evaluation } from "../score/score.js";
import { verdictOf } from "../score/verdict-of.js";

/** Where scores lie without regard to vetoes: no state needed; needed and bound; needed and not bound. */
type Region = "unneeded" | "bound" | "unbound";

/** A region that a perturbation can reach, the radius from which it can, and the boundary it crosses. */
interface Crossing {
  readonly radius: number;
  readonly boundary: Boundary;
  readonly region: Region;
}

const unstable: Stability = { radius: null, boundary: null, verdict: null };

/**
 * The stability radius: the infimum of r such that multiplying each fired weight by a factor of its own in
 * [1 − r, 1 + r] can change the verdict by score. Vetoes stay as they are, and so does whether there is enough
 * evidence. With the boundaries as integer forms, crossing one takes
 *
 *     need:  |needStateful·F − needStateless·L| / (needStateful·F + needStateless·L)
 *     bound: |boundLive·N − boundKept·K| / (boundLive·N + boundKept·K)
 *
 * The nearest region with another verdict counts; the need boundary wins a tie. If only stateful would be another
 * verdict, and state is neither needed nor bound, both boundaries have to be crossed at once (see `crossBoth`).
 */
export function stabilityOf(forms: VerdictForms, evaluation: Evaluation): Stability {
  if (evaluation.verdict === "undecided") return unstable;
  const verdictIn = regionVerdict(evaluation);
  let nearest: Crossing | null = null;
  for (const crossing of crossingsFrom(forms, evaluation)) {
    if (verdictIn(crossing.region) === evaluation.verdict || crossing.radius >= 1) continue;
    if (nearest === null || crossing.radius < nearest.radius) nearest = crossing;
  }
  if (nearest === null) return unstable;
  return { radius: nearest.radius, boundary: nearest.boundary, verdict: verdictIn(nearest.region) };
}

function regionVerdict({ forbidsStateless, forbidsStateful }: Evaluation): (region: Region) => Verdict {
  return (region) => {
    switch (region) {
      case "unneeded":
        return forbidsStateless ? "hybrid" : "stateless";
      case "bound":
        return forbidsStateful ? "hybrid" : "stateful";
      case "unbound":
        return "hybrid";
      default:
        return region satisfies never;
    }
  };
}

/** The ways out of the region that the scores are in; if h is to stay the same, N and K are scaled alike. */
function crossingsFrom(forms: VerdictForms, { live, kept, stateless }: Evaluation): readonly Crossing[] {
  const plain = verdictOf({ ...forms, minimumEvidence: 0 }, live, kept, stateless, false, false);
  const bound = live + kept > 0 && forms.boundLive * live >= forms.boundKept * kept;
  const need = distance(forms.needStateful * (live + kept), forms.needStateless * stateless);
  const toBound = distance(forms.boundLive * live, forms.boundKept * kept);
  if (plain === "stateless") {
    const across: Crossing = { radius: need, boundary: "need", region: bound ? "bound" : "unbound" };
    return bound
      ? [across]
      : [across, { radius: crossBoth(forms, live, kept, stateless), boundary: "both", region: "bound" }];
  }
  return [
    { radius: need, boundary: "need", region: "unneeded" },
    { radius: toBound, boundary: "bound", region: bound ? "unbound" : "bound" },
  ];
}

/**
 * From no state needed and h < η to stateful. N goes to its upper end and L to its lower one; what is left is a K' with
 * K(1 − r) ≤ K' ≤ K(1 + r), small enough for h ≥ η and large enough for b ≥ β. The first needs K(1 − r) to be small
 * enough, both together an upper bound above the lower one; each gives a threshold on r, and the larger counts. K(1 +
 * r) being large enough is the weaker requirement, as h < η.
 */
function crossBoth(forms: VerdictForms, live: number, kept: number, stateless: number): number {
  const { needStateful, needStateless, boundLive, boundKept } = forms;
  return Math.max(
    distance(boundLive * live, boundKept * kept),
    distance(needStateful * (boundLive + boundKept) * live, needStateless * boundKept * stateless),
  );
}

/** The share by which both of two amounts must move towards each other to meet; 1 when that is out of reach. */
function distance(a: number, b: number): number {
  return a + b === 0 ? 1 : Math.abs(a - b) / (a + b);
}

import type { Recommendation, ReportedContribution } from "../../model/recommendation.js";
import type { Place, Style } from "../../model/verdict.js";
import { glue } from "../inline.js";
import { plural, points } from "../numbers.js";
import { listed } from "./phrases.js";
import { concernTitles, placeWords } from "./titles.js";

/** The verdict in one sentence; for a hybrid, what lives where. */
export function meaning(from: Recommendation): string {
  switch (from.verdict) {
    case "stateless":
      return "Each request brings what its answer needs; no server has to remember a client from one to the next.";
    case "stateful":
      return "State is needed, and most of it has to live with the connection or process that serves the client.";
    case "hybrid":
      return `${hybridGround(from)}: ${livesWhere(from)}.`;
    case "undecided":
      return tooLittle(from);
    default:
      return from.verdict satisfies never;
  }
}

function hybridGround(from: Recommendation): string {
  const { needed, bound } = standingOf(from);
  if (!needed) return "By points no state is needed, but a veto rules out having none";
  if (bound) return "By points state belongs to the connection, but a veto rules out keeping it there alone";
  return "State is needed, but most of it need not live with the connection";
}

/** Concerns by the place of their state: "session and sync in each request, workflow in a shared store". */
function livesWhere({ concerns }: Recommendation): string {
  const byPlace = new Map<Place, string[]>();
  for (const { concern, placement } of concerns) {
    if (placement === null || placement.place === "nowhere") continue;
    byPlace.set(placement.place, [
      ...(byPlace.get(placement.place) ?? []),
      concernTitles[concern].toLowerCase(),
    ]);
  }
  const placed = [...byPlace].map(([place, names]) => `${listed(names)} ${placeWords[place]}`);
  return placed.length === 0 ? "no placement of the pack fits these answers" : placed.join(", ");
}

function tooLittle({ scores, settings }: Recommendation): string {
  const found = plural(scores.stateful + scores.stateless, "point");
  return `Too little to go by: these answers come to ${found} of evidence, and a verdict takes at least ${settings.minimumEvidence}.`;
}

/** On which side of the verdict's two boundaries the points stand; the comparisons are of whole numbers. */
export interface Standing {
  /** b ≥ β: the points say that state is needed. */
  readonly needed: boolean;
  /** h ≥ η: the points say that it must live with the connection. */
  readonly bound: boolean;
}

/** The decision model's two questions, put to the points alone; vetoes come after. */
export function standingOf({ scores, settings }: Recommendation): Standing {
  const { live, stateful, stateless } = scores;
  const needed = 100 * (stateful - stateless) >= settings.needBoundaryPercent * (stateful + stateless);
  const bound = stateful > 0 && 100 * live >= settings.boundBoundaryPercent * stateful;
  return { needed, bound };
}

/** An answer's points for one style, in units of 1/`denominator`. */
export const pointsFor = (style: Style, { live, kept, stateless }: ReportedContribution): number =>
  style === "stateful" ? live + kept : stateless;

/** What kind of state an answer calls for, to follow its name; with points where it is both. */
export function kinds({ live, kept, denominator }: ReportedContribution): string {
  if (kept === 0) return ", live";
  if (live === 0) return ", kept";
  return `, ${points(live, denominator)}${glue}live${glue}+${glue}${points(kept, denominator)}${glue}kept`;
}

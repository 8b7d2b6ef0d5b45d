import type { Recommendation } from "../../model/recommendation.js";
import type { Place } from "../../model/verdict.js";
import { plural } from "../numbers.js";
import { concernTitles, placeWords } from "../words.js";
import { listed } from "./listed.js";
import { standingOf } from "./standing.js";

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

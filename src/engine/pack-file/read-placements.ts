import type { Backing, Placement } from "../model/pack.js";
import { classesOf, classOfPlace, type Place, places } from "../model/verdict.js";
import type { Entry } from "./entry-reader.js";

export function readPlacement(e: Entry): Placement {
  const place = e.text("place") as Place;
  const concern = e.text("concern") as Placement["concern"];
  const possible = places.filter((each) => classesOf[concern].includes(classOfPlace[each]));
  if (!possible.includes(place))
    e.report({ code: "never-bound", id: e.id, concern, place, known: possible }, ["place"]);
  const pattern = "pattern" in e.fields ? e.reference("patterns", "pattern", "pattern") : null;
  if (pattern !== null) {
    const patternPlace = e.fieldOf("patterns", pattern, "place");
    if (patternPlace !== null && patternPlace !== place)
      e.report({ code: "pattern-place", id: e.id, pattern, place, patternPlace }, ["pattern"]);
  } else if (place !== "nowhere") e.report({ code: "pattern-missing", id: e.id, place }, [], "key");
  return {
    id: e.id,
    concern,
    when: e.optionalCondition(),
    place,
    pattern,
    because: e.text("because"),
    sources: e.citations(),
  };
}

/** The places that survive the connection or instance that a conversation is bound to. */
const lastingPlaces: readonly string[] = ["shared-store", "resource", "data"] satisfies readonly Place[];

export function readBacking(e: Entry): Backing {
  const pattern = e.reference("patterns", "pattern", "pattern");
  const place = e.fieldOf("patterns", pattern, "place");
  if (place !== null && !lastingPlaces.includes(place)) {
    const known = lastingPlaces;
    e.report({ code: "backing-place", id: e.id, pattern, patternPlace: place, known }, ["pattern"]);
  }
  return {
    id: e.id,
    when: e.optionalCondition(),
    pattern,
    because: e.text("because"),
    sources: e.citations(),
  };
}

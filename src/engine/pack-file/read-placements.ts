import type { ProblemDetail } from "../diagnostics/problem.js";
import type { Backing, Placement } from "../model/pack.js";
import { type Concern, classesOf, classOfPlace, type Place, placeClasses, places } from "../model/verdict.js";
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
    beside: "beside" in e.fields ? readBeside(e, concern, place, pattern) : null,
    because: e.text("because"),
    sources: e.citations(),
  };
}

/** The companion of a pattern: another one of the same concern, whose place keeps no more than the placement. */
function readBeside(e: Entry, concern: Concern, place: Place, pattern: string | null): string {
  const beside = e.reference("patterns", "beside", "pattern");
  const report = (detail: ProblemDetail): void => e.report(detail, ["beside"]);
  if (pattern === null) report({ code: "beside-nothing", id: e.id, beside });
  if (pattern === beside) report({ code: "beside-itself", id: e.id, pattern: beside });
  const known = e.listOf("patterns", beside, "concerns");
  if (known !== null && !known.includes(concern))
    report({ code: "beside-concern", id: e.id, pattern: beside, concern, known });
  const patternPlace = e.fieldOf("patterns", beside, "place");
  const possible = places.filter((each) => !keepsMore(each, place));
  if (patternPlace !== null && !(possible as readonly string[]).includes(patternPlace))
    report({ code: "beside-place", id: e.id, pattern: beside, place, patternPlace, known: possible });
  return beside;
}

function keepsMore(one: Place, other: Place): boolean {
  return placeClasses.indexOf(classOfPlace[one]) > placeClasses.indexOf(classOfPlace[other]);
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

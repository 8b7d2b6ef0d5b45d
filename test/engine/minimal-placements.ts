import type { Pattern, Placement } from "../../src/engine/model/pack.js";
import { classesOf, concerns, type Place, type PlaceClass } from "../../src/engine/model/verdict.js";

const placeOf = {
  "not-kept": "nowhere",
  elsewhere: "shared-store",
  bound: "connection",
} as const satisfies Readonly<Record<PlaceClass, Place>>;

const patternOf: Readonly<Record<PlaceClass, string | null>> = {
  "not-kept": null,
  elsewhere: "any-store",
  bound: "any-connection",
};

/** The last entries of the eleven lists: each concern and class has one, named `interaction-bound` and the like. */
export const minimalPlacements: readonly Placement[] = concerns.flatMap((concern) =>
  classesOf[concern].map(
    (placeClass): Placement => ({
      id: `${concern}-${placeClass}`,
      concern,
      when: null,
      place: placeOf[placeClass],
      pattern: patternOf[placeClass],
      beside: null,
      because: "",
      sources: [],
    }),
  ),
);

/** The patterns that they name. */
export const minimalPatterns: readonly Pattern[] = (["elsewhere", "bound"] as const).map((placeClass) => ({
  id: patternOf[placeClass] ?? "",
  title: placeClass,
  examples: [],
  place: placeOf[placeClass],
  concerns,
  what: "",
  fits: "",
  watch: "",
  sources: [],
}));

/**
 * The same as YAML, one entry a line, indented for the sections `placements` and `patterns` of a pack.
 * @param source the criterion or reference that each of them cites
 * @param except placements to leave out
 */
export function minimalPlacementsText(source: string, except: readonly string[] = []): string {
  return minimalPlacements
    .filter(({ id }) => !except.includes(id))
    .map(({ id, concern, place, pattern }) => {
      const named = pattern === null ? "" : `, pattern: ${pattern}`;
      return `  ${id}: { concern: ${concern}, place: ${place}${named}, because: It has to be somewhere., sources: [${source}] }\n`;
    })
    .join("");
}

export function minimalPatternsText(source: string): string {
  return minimalPatterns
    .map(
      ({ id, place }) =>
        `  ${id}: { title: Any, place: ${place}, concerns: [${concerns.join(", ")}], what: Any., fits: All., watch: Nothing., sources: [${source}] }\n`,
    )
    .join("");
}

import { errorIn, type Problem } from "../diagnostics/problem.js";
import type { Pack } from "../model/pack.js";
import { classesOf, classOfPlace, concerns } from "../model/verdict.js";
import { locateEntry, type RawPack } from "./raw-pack.js";

/**
 * Each concern needs, for each class that it can come out as, a last placement that always holds: then every answer
 * places it where its class says, and the verdict and the places cannot contradict each other.
 */
export function checkLists({ placements }: Pick<Pack, "placements">, raw: RawPack): readonly Problem[] {
  return concerns.flatMap((concern) =>
    classesOf[concern].flatMap((placeClass): readonly Problem[] => {
      const last = placements.findLast(
        (entry) => entry.concern === concern && classOfPlace[entry.place] === placeClass,
      );
      if (last?.when === null) return [];
      const at = last === undefined ? raw.headerAt : locateEntry(raw, "placements", last.id, []);
      const detail = { code: "list-without-end", concern, placeClass, last: last?.id ?? null } as const;
      return [errorIn(at?.file ?? raw.name, detail, at)];
    }),
  );
}

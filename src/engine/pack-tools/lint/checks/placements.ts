import type { Conditional } from "../../../model/compiled-pack.js";
import { grouped } from "../../../model/grouped.js";
import { classOfPlace } from "../../../model/verdict.js";
import { findingAt, type LintCheck, witnessOf } from "../linted-pack.js";
import { always, shadowing } from "../shadowing.js";

type Listed = Conditional<{ readonly id: string }>;

/**
 * Placements that are never reached, as earlier ones of their list hold whenever they do. A list is that of a concern
 * and a class; second homes are one list.
 */
export const shadowedPlacements: LintCheck = (linted) => {
  const { placements, backings } = linted.compiled;
  const lists = grouped(placements, ({ entry }) => `${entry.concern} ${classOfPlace[entry.place]}`);
  const all: readonly (readonly Listed[])[] = [...lists.values(), backings];
  return all.flatMap((list) =>
    list.flatMap(({ entry: { id }, condition }, index) => {
      const by = shadowing(linted.compiled, condition ?? always, list.slice(0, index));
      if (by.length === 0) return [];
      const detail = { code: "shadowed-placement", id, by: by.map(({ entry }) => entry.id) } as const;
      return [findingAt(linted, { id, path: [] }, "error", detail, witnessOf(condition ?? always))];
    }),
  );
};

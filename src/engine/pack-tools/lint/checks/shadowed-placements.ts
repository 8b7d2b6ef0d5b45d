import type { CompiledCondition } from "../../../model/compiled-condition.js";
import type { CompiledPack, Conditional } from "../../../model/compiled-pack.js";
import { evidences, type Placement } from "../../../model/pack.js";
import { answersOfTerm, coversAll } from "../../witness/answers-of-term.js";
import { type Check, findingAt } from "../linted-pack.js";
import { decidedVerdicts } from "../placement-cells.js";

type Placed = Conditional<Placement>;

/**
 * Placements that are never reached: for each verdict and kind of evidence for which they stand, one before them in
 * the same concern stands for it too and holds wherever they do.
 */
export const shadowedPlacements: Check = (linted) => {
  const { compiled } = linted;
  return compiled.placements.flatMap((placed, index) => {
    const { id, concern } = placed.entry;
    const earlier = compiled.placements.slice(0, index).filter(({ entry }) => entry.concern === concern);
    const by = shadowing(compiled, placed, earlier);
    if (by === null) return [];
    const [term] = termsOrAlways(placed);
    const witness = term === undefined ? null : answersOfTerm(term);
    const detail = { code: "shadowed-placement", id, by } as const;
    return [findingAt(linted, { id, path: [] }, "error", detail, witness)];
  });
};

/** The earlier placements that together leave nothing for this one; null when something is left. */
function shadowing(pack: CompiledPack, placed: Placed, earlier: readonly Placed[]): readonly string[] | null {
  if (placed.condition?.length === 0) return null;
  const by = new Set<string>();
  for (const verdict of placed.entry.verdict ?? decidedVerdicts) {
    for (const evidence of placed.entry.evidence === null ? evidences : [placed.entry.evidence]) {
      const first = earlier.find(
        ({ entry, condition }) =>
          (entry.verdict === null || entry.verdict.includes(verdict)) &&
          (entry.evidence === null || entry.evidence === evidence) &&
          (condition === null || coversAll(pack, termsOrAlways(placed), condition)),
      );
      if (first === undefined) return null;
      by.add(first.entry.id);
    }
  }
  return [...by];
}

/** For a placement without a condition: one term, which always holds. */
function termsOrAlways({ condition }: Placed): CompiledCondition {
  return condition ?? [[]];
}

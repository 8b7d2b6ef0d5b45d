import type { Box, CompiledPack, Conditional } from "../../../model/compiled-pack.js";
import { boxesOf } from "../../../model/condition-code.js";
import { evidences, type Placement } from "../../../model/pack.js";
import { answersOfBox } from "../../witness/answers-of-box.js";
import { coversAll } from "../../witness/covers-all.js";
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
    const [box] = boxesOrAll(placed);
    const witness = box === undefined ? null : answersOfBox(compiled, box);
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
          (condition === null || coversAll(pack, boxesOrAll(placed), condition)),
      );
      if (first === undefined) return null;
      by.add(first.entry.id);
    }
  }
  return [...by];
}

/** Of a placement without a condition one box, which holds everything. */
function boxesOrAll({ condition }: Placed): readonly Box[] {
  return condition === null ? [[]] : boxesOf(condition);
}

import type { Answers } from "../../../model/answers.js";
import type { CompiledPack, Conditional } from "../../../model/compiled-pack.js";
import { type Evidence, evidences, type Placement } from "../../../model/pack.js";
import {
  type DecidedVerdict,
  decidedVerdicts,
  type StateConcern,
  stateConcerns,
} from "../../../model/verdict.js";
import { holds } from "../../../score/holds.js";
import { evaluate, score } from "../../../score/score.js";
import { coversAll, holdsAlways } from "../../witness/answers-of-term.js";
import { evidenceDistance, verdictDistance } from "../../witness/distances.js";
import { searchAnswers } from "../../witness/search-answers.js";
import { findingAt, type LintCheck, witnessOf } from "../linted-pack.js";

type CompiledPlacement = Conditional<Placement>;

/** A verdict and a kind of evidence: one combination that state is placed for. */
interface Cell {
  readonly verdict: DecidedVerdict;
  readonly evidence: Evidence;
}

const cells: readonly Cell[] = decidedVerdicts.flatMap((verdict) =>
  evidences.map((evidence) => ({ verdict, evidence })),
);

/** Whether a placement is meant for a cell. */
function isFor({ entry }: CompiledPlacement, { verdict, evidence }: Cell): boolean {
  return (
    (entry.verdict === null || entry.verdict.includes(verdict)) &&
    (entry.evidence === null || entry.evidence === evidence)
  );
}

/** A placement without a condition has one term, which always holds. */
const always = [[]] as const;

/** Placements that are never reached: in each of its cells an earlier one of the concern holds whenever it does. */
export const shadowedPlacements: LintCheck = (linted) => {
  const { placements } = linted.compiled;
  return placements.flatMap((placed, index) => {
    const { id, concern } = placed.entry;
    const earlier = placements.slice(0, index).filter(({ entry }) => entry.concern === concern);
    const by = shadowing(linted.compiled, placed, earlier);
    if (by === null) return [];
    const detail = { code: "shadowed-placement", id, by } as const;
    return [findingAt(linted, { id, path: [] }, "error", detail, witnessOf(placed.condition ?? always))];
  });
};

/** The earlier placements that together leave nothing for this one; null if something is left. */
function shadowing(
  pack: CompiledPack,
  placed: CompiledPlacement,
  earlier: readonly CompiledPlacement[],
): readonly string[] | null {
  if (placed.condition?.length === 0) return null;
  const by = new Set<string>();
  for (const cell of cells.filter((each) => isFor(placed, each))) {
    const first = earlier.find(
      (other) =>
        isFor(other, cell) &&
        (other.condition === null || coversAll(pack, placed.condition ?? always, other.condition)),
    );
    if (first === undefined) return null;
    by.add(first.entry.id);
  }
  return [...by];
}

/**
 * Concerns whose state may get no place: in some cell every placement has a condition, so possibly none holds. An error
 * for cells in which answers show it; a warning if no such answers were found.
 */
export const placementGaps: LintCheck = (linted) => {
  const { compiled } = linted;
  return stateConcerns.flatMap((concern) => {
    const own = compiled.placements.filter(({ entry }) => entry.concern === concern);
    const open = cells.filter((cell) => !isCovered(compiled, own, cell));
    const last = own.at(-1) ?? compiled.placements.at(-1);
    if (open.length === 0) return [];
    const shown = open.flatMap((cell) => {
      const witness = answersWithoutPlace(compiled, concern, own, cell);
      return witness === null ? [] : [{ cell, witness }];
    });
    const [first] = shown;
    const place = last === undefined ? null : { id: last.entry.id, path: [] };
    const gap = (found: readonly Cell[]) => ({ code: "placement-gap", concern, cells: found }) as const;
    if (first === undefined) return [findingAt(linted, place, "warning", gap(open))];
    const found = shown.map(({ cell }) => cell);
    return [findingAt(linted, place, "error", gap(found), first.witness)];
  });
};

function isCovered(pack: CompiledPack, own: readonly CompiledPlacement[], cell: Cell): boolean {
  return own.some(
    (placed) => isFor(placed, cell) && (placed.condition === null || holdsAlways(pack, placed.condition)),
  );
}

function answersWithoutPlace(
  pack: CompiledPack,
  concern: StateConcern,
  own: readonly CompiledPlacement[],
  cell: Cell,
): Answers | null {
  const candidates = own.filter((placed) => isFor(placed, cell));
  return searchAnswers(pack, new Map(), ({ possible }) => {
    const scores = score(pack, possible).concerns.get(concern);
    const placing = candidates.filter(({ condition }) => condition !== null && holds(condition, possible));
    return (
      verdictDistance(pack.forms, evaluate(pack, possible), cell.verdict) +
      (scores === undefined ? 0 : evidenceDistance(scores, cell.evidence)) +
      placing.length
    );
  });
}

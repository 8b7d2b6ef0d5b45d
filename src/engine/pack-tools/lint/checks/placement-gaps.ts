import type { Answers } from "../../../model/answers.js";
import type { CompiledPack, Conditional } from "../../../model/compiled-pack.js";
import { type Evidence, evidences, type Placement } from "../../../model/pack.js";
import { type StateConcern, stateConcerns } from "../../../model/verdict.js";
import { holds } from "../../../score/holds.js";
import { evaluate, score } from "../../../score/score.js";
import { holdsAlways } from "../../witness/answers-of-term.js";
import { evidenceDistance, verdictDistance } from "../../witness/distances.js";
import { searchAnswers } from "../../witness/search-answers.js";
import type { LintFinding } from "../finding.js";
import { type Check, findingAt, type LintedPack } from "../linted-pack.js";
import { decidedVerdicts } from "../placement-cells.js";

type Cell = {
  readonly concern: StateConcern;
  readonly verdict: (typeof decidedVerdicts)[number];
  readonly evidence: Evidence;
};

/**
 * Concerns whose state may be left without a place: for some verdict and kind of evidence no placement is free of
 * conditions, so none may hold. An error for the cells of which answers show it; a warning where none were found.
 */
export const placementGaps: Check = (linted) =>
  stateConcerns.flatMap((concern) => {
    const cells = decidedVerdicts
      .flatMap((verdict) => evidences.map((evidence) => ({ concern, verdict, evidence })))
      .filter((cell) => !isCovered(linted.compiled, cell));
    const shown = cells.flatMap((cell) => {
      const witness = answersWithoutPlace(linted.compiled, cell);
      return witness === null ? [] : [{ cell, witness }];
    });
    if (cells.length === 0) return [];
    const [first] = shown;
    const open = first === undefined ? cells : shown.map(({ cell }) => cell);
    return [gap(linted, concern, open, first?.witness ?? null)];
  });

function gap(
  linted: LintedPack,
  concern: StateConcern,
  open: readonly Cell[],
  witness: Answers | null,
): LintFinding {
  const cells = open.map(({ verdict, evidence }) => ({ verdict, evidence }));
  const last = ofConcern(linted.compiled, concern).at(-1) ?? linted.compiled.placements.at(-1);
  const place = { id: last?.entry.id ?? "", path: [] };
  const severity = witness === null ? "warning" : "error";
  return findingAt(linted, place, severity, { code: "placement-gap", concern, cells }, witness);
}

function ofConcern(pack: CompiledPack, concern: StateConcern): readonly Conditional<Placement>[] {
  return pack.placements.filter(({ entry }) => entry.concern === concern);
}

/** The placements of a concern that stand for a verdict and a kind of evidence. */
function standing(pack: CompiledPack, cell: Cell): readonly Conditional<Placement>[] {
  return ofConcern(pack, cell.concern).filter(
    ({ entry }) =>
      (entry.verdict === null || entry.verdict.includes(cell.verdict)) &&
      (entry.evidence === null || entry.evidence === cell.evidence),
  );
}

function isCovered(pack: CompiledPack, cell: Cell): boolean {
  return standing(pack, cell).some(({ condition }) => condition === null || holdsAlways(pack, condition));
}

function answersWithoutPlace(pack: CompiledPack, cell: Cell): Answers | null {
  const candidates = standing(pack, cell);
  return searchAnswers(pack, new Map(), ({ possible }) => {
    const concernScores = score(pack, possible).concerns.get(cell.concern);
    const placing = candidates.filter(({ condition }) => condition !== null && holds(condition, possible));
    return (
      verdictDistance(pack.forms, evaluate(pack, possible), cell.verdict) +
      (concernScores === undefined ? 0 : evidenceDistance(concernScores, cell.evidence)) +
      placing.length
    );
  });
}

import { buildPack } from "../../compile/build-pack.js";
import type { Problem } from "../../diagnostics/problem.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { mergeLayers } from "../../pack-file/merge-layers.js";
import type { PackLayer } from "../../pack-file/raw-pack.js";
import { counterEvidence } from "./checks/counter-evidence.js";
import { optionsAlike } from "./checks/options-alike.js";
import { placementGaps } from "./checks/placement-gaps.js";
import { selfContradiction } from "./checks/self-contradiction.js";
import { shadowedConditions } from "./checks/shadowed-conditions.js";
import { shadowedPlacements } from "./checks/shadowed-placements.js";
import { texts } from "./checks/texts.js";
import { unusedEntries } from "./checks/unused-entries.js";
import type { FindingSeverity, LintFinding } from "./finding.js";
import { type Check, locatorOf } from "./linted-pack.js";

export interface LintResult {
  /** Null while the pack does not load; then the findings are what keeps it from loading. */
  readonly pack: CompiledPack | null;
  /** Gravest first, then by file and place. */
  readonly findings: readonly LintFinding[];
}

const checks = {
  selfContradiction,
  shadowedConditions,
  shadowedPlacements,
  placementGaps,
  counterEvidence,
  unusedEntries,
  texts,
  optionsAlike,
} satisfies Record<string, Check>;

/** Everything that the loader has against a pack; where it has nothing, everything that can still be wrong with it. */
export function lint(layers: readonly PackLayer[]): LintResult {
  const built = buildPack(layers);
  if (built.kind === "failed") return { pack: null, findings: inOrder(built.problems.map(findingOf)) };
  const linted = { compiled: built.value, locate: locatorOf(mergeLayers(layers).raw) };
  const findings = Object.values(checks).flatMap((check) => check(linted));
  return { pack: built.value, findings: inOrder([...built.warnings.map(findingOf), ...findings]) };
}

/** A problem of the loader as a finding. */
export function findingOf(problem: Problem): LintFinding {
  return { ...problem, witness: null };
}

const ranks: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, information: 2 };

function inOrder(findings: readonly LintFinding[]): readonly LintFinding[] {
  return [...findings].sort(
    (a, b) =>
      ranks[a.severity] - ranks[b.severity] ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}

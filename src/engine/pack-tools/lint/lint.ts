import { buildPack } from "../../compile/build-pack.js";
import { byPlace, type Problem } from "../../diagnostics/problem.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { mergeLayers } from "../../pack-file/merge-layers.js";
import type { PackLayer } from "../../pack-file/raw-pack.js";
import { redundantConditions } from "./checks/conditions.js";
import { counterEvidence, leads, texts, unusedEntries } from "./checks/entries.js";
import { optionsAlike } from "./checks/options-alike.js";
import { shadowedPlacements } from "./checks/placements.js";
import { harmlessOptions, unreadQuestions } from "./checks/questions.js";
import type { LintFinding, LintSeverity } from "./finding.js";
import { type LintCheck, locatorOf } from "./linted-pack.js";

export interface LintResult {
  /** Null if the pack does not load; the findings are then the reasons. */
  readonly pack: CompiledPack | null;
  /** Most severe first, then by file and place. */
  readonly findings: readonly LintFinding[];
}

const checks: readonly LintCheck[] = [
  redundantConditions,
  shadowedPlacements,
  counterEvidence,
  unusedEntries,
  texts,
  leads,
  harmlessOptions,
  unreadQuestions,
  optionsAlike,
];

/**
 * Everything that the loader rejects in a pack; if it loads, everything that can still be wrong with it.
 * @param others the layers that are for other authors: what these have by themselves is left out
 */
export function lint(layers: readonly PackLayer[], others: readonly PackLayer[] = []): LintResult {
  const result = lintAll(layers);
  if (result.pack === null || others.length === 0) return result;
  const known = new Set(lintAll(others).findings.map(sameAs));
  return { ...result, findings: result.findings.filter((finding) => !known.has(sameAs(finding))) };
}

/** The same text for the same finding, whatever answers show it. */
const sameAs = (finding: LintFinding): string => JSON.stringify({ ...finding, witness: null });

function lintAll(layers: readonly PackLayer[]): LintResult {
  const built = buildPack(layers);
  if (built.kind === "failed") return { pack: null, findings: inOrder(built.problems.map(findingOf)) };
  const linted = { compiled: built.value, locate: locatorOf(mergeLayers(layers).raw) };
  const findings = checks.flatMap((check) => check(linted));
  return { pack: built.value, findings: inOrder([...built.warnings.map(findingOf), ...findings]) };
}

/** A problem of the loader as a finding. */
export function findingOf(problem: Problem): LintFinding {
  return { ...problem, witness: null };
}

const ranks: Readonly<Record<LintSeverity, number>> = { error: 0, warning: 1, information: 2 };

function inOrder(findings: readonly LintFinding[]): readonly LintFinding[] {
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || byPlace(a, b));
}

import type { NamedWitness } from "../witness/witness-file.js";
import type { LintFinding } from "./finding.js";
import { findingWording } from "./finding-wordings.js";

/** The witnesses of findings, each named after its finding; of several findings of one name the later are numbered. */
export function findingWitnesses(findings: readonly LintFinding[]): readonly NamedWitness[] {
  const taken = new Map<string, number>();
  return findings.flatMap((finding) => {
    if (finding.witness === null) return [];
    const name = [finding.code, ...subjectOf(finding)].join("-");
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const { message } = findingWording(finding);
    return [{ name: count === 1 ? name : `${name}-${count}`, shows: message, answers: finding.witness }];
  });
}

function subjectOf(finding: LintFinding): readonly string[] {
  if ("id" in finding && typeof finding.id === "string") return [finding.id];
  if (finding.code === "placement-gap") return [finding.concern];
  return "question" in finding ? [finding.question] : [];
}

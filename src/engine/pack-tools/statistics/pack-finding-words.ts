import type { PackFinding } from "./pack-findings.js";

/** A finding in one sentence. */
export function packFindingWords(finding: PackFinding): string {
  switch (finding.code) {
    case "never-fires":
      return `the ${finding.kind} ${finding.id} never fires`;
    case "always-fires":
      return `the ${finding.kind} ${finding.id} always fires`;
    case "powerless-question":
      return `no answer to ${finding.id} ever changes a verdict`;
    case "powerless-veto":
      return `the veto ${finding.id} never decides: without it every verdict is the same`;
    case "against-direction":
      return `${finding.id} is declared to speak for ${finding.direction}, yet from ${finding.from} to ${finding.to} the verdict turns from ${finding.before} to ${finding.after}`;
    case "not-searched":
      return `${finding.id} is tied to too much else to be searched exhaustively`;
    default:
      return finding satisfies never;
  }
}

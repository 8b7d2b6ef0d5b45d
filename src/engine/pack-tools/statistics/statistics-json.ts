import { jsonText } from "../../diagnostics/plain-text.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { PackStatistics } from "../../model/pack-statistics.js";
import type { ReportStyle } from "../../report/report-style.js";
import { plainAnswers } from "../witness/answers-of-term.js";
import { type PackFinding, packFindingWords } from "./pack-findings.js";

/**
 * The statistics of a pack for programs (version 2). Counts are strings: they exceed the range of JSON numbers.
 * Null if out of reach.
 */
export function statisticsJson(
  { source: { name, version } }: Pick<CompiledPack, "source">,
  statistics: PackStatistics,
  findings: readonly PackFinding[],
  style: Pick<ReportStyle, "unicode">,
): string {
  const { profiles, verdicts, examples, firing, outOfReach } = statistics;
  const counts =
    verdicts === null
      ? null
      : Object.fromEntries(Object.entries(verdicts).map(([verdict, found]) => [verdict, String(found)]));
  return jsonText(
    {
      version: 2,
      pack: { name, version },
      profiles: exactText(profiles),
      verdicts: counts,
      outOfReach,
      examples: examples.map(({ verdict, answers }) => ({ verdict, witness: plainAnswers(answers) })),
      firing: firing.map(({ kind, id, profiles: fires }) => ({ kind, id, profiles: exactText(fires) })),
      findings: findings.map((finding) => ({
        ...finding,
        message: packFindingWords(finding),
        witness: finding.witness === null ? null : plainAnswers(finding.witness),
      })),
    },
    style,
  );
}

function exactText(counted: bigint | null): string | null {
  return counted === null ? null : String(counted);
}

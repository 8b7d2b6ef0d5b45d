import type { PackStatistics } from "../../model/pack-statistics.js";
import type { NamedWitness } from "../witness/witness-file.js";
import { packFindingWords } from "./pack-finding-words.js";
import type { PackFinding } from "./pack-findings.js";

/** Answers for each finding that answers can show, and an example of each verdict. */
export function statisticsWitnesses(
  { examples }: Pick<PackStatistics, "examples">,
  findings: readonly PackFinding[],
): readonly NamedWitness[] {
  return [
    ...examples.map(({ verdict, answers }) => ({
      name: `verdict-${verdict}`,
      shows: `the verdict ${verdict}`,
      answers,
    })),
    ...findings.flatMap((finding) =>
      finding.witness === null
        ? []
        : [
            {
              name: `${finding.code}-${finding.id}`,
              shows: packFindingWords(finding),
              answers: finding.witness,
            },
          ],
    ),
  ];
}

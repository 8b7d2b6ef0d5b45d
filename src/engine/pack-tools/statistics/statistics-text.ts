import type { CompiledPack } from "../../model/compiled-pack.js";
import type { PackStatistics } from "../../model/pack-statistics.js";
import { verdicts } from "../../model/verdict.js";
import { as } from "../../report/inline.js";
import { block, section, spaced, tableRow } from "../../report/layout.js";
import { count, percentage } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { answerWords } from "../witness/witness-file.js";
import { type PackFinding, type PackFindingCode, packFindingWords, tiedWords } from "./pack-findings.js";

const titles: readonly { readonly code: PackFindingCode; readonly title: string }[] = [
  { code: "never-fires", title: "Rules that never fire" },
  { code: "always-fires", title: "Rules that always fire" },
  { code: "powerless-question", title: "Questions that never change a verdict" },
  { code: "powerless-given", title: "Givens that never decide" },
  { code: "against-direction", title: "Answers that move a verdict against their direction" },
];

/** The statistics of a pack for people at a terminal. */
export function statisticsText(
  { source: { name, version } }: Pick<CompiledPack, "source">,
  statistics: PackStatistics,
  findings: readonly PackFinding[],
  style: ReportStyle,
): string {
  const unsearched = findings.filter(({ code }) => code === "not-searched");
  const lines = spaced([
    block(style, [`Rule pack ${name} ${version}: ${profilesWords(statistics)}.`], {
      indent: 0,
    }),
    section(style, "Verdicts", verdictLines(statistics, style)),
    ...titles.map(({ code, title }) => {
      const own = findings.filter((finding) => finding.code === code);
      const none = block(style, [as("dim", "none")]);
      return section(
        style,
        title,
        own.length === 0 ? none : own.flatMap((each) => findingLines(each, style)),
      );
    }),
    unsearched.length === 0
      ? []
      : section(
          style,
          "Not searched",
          unsearched.flatMap((each) => findingLines(each, style)),
        ),
  ]);
  return `${lines.join("\n")}\n`;
}

function profilesWords({ profiles }: PackStatistics): string {
  return profiles === null
    ? "the number of ways of answering everything is out of reach"
    : `${count(profiles)} ways of answering everything`;
}

function verdictLines({ verdicts: reach, profiles, outOfReach }: PackStatistics, style: ReportStyle) {
  if (reach === null || profiles === null) {
    const tied = outOfReach === null ? "" : `: it needs tables over ${tiedWords(outOfReach.questions)}`;
    return block(style, [`Out of reach${tied}.`]);
  }
  return verdicts.flatMap((verdict) =>
    tableRow(
      style,
      as(verdict, verdict),
      12,
      [
        { content: percentage(reach[verdict], profiles), width: 12 },
        { content: count(reach[verdict]), width: 24 },
      ],
      2,
    ),
  );
}

function findingLines(finding: PackFinding, style: ReportStyle): readonly string[] {
  return [
    ...block(style, [packFindingWords(finding)], { mark: ["•"] }),
    ...(finding.witness === null
      ? []
      : block(style, [`for example ${answerWords(finding.witness)}`], { indent: 4 })),
  ];
}

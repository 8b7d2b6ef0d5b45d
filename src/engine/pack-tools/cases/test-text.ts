import { printable } from "../../diagnostics/plain-text.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { concerns, decidedVerdicts, verdicts } from "../../model/verdict.js";
import { as, type Inline } from "../../report/inline.js";
import { block, fact, paint, section, spaced, tableRow } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { ruleEffect } from "../../report/wording/rule-words.js";
import { classWords } from "../../report/wording/titles.js";
import { failureWords } from "./failure-words.js";
import { type Agreement, type CaseResult, fails, type Run, type SystemResult } from "./run-case.js";
import { agreementShare, type Coverage, confusionOf, type PackTest } from "./test-pack.js";

/** The result of all cases for people at a terminal: failures first, then coverage and real systems. */
export function testText({ pack, cases, systems, coverage, failed }: PackTest, style: ReportStyle): string {
  const { name, version } = pack.source;
  const failing = cases.filter(({ failures }) => failures.length > 0);
  const closing =
    failed === 0
      ? as("good", "All cases pass.")
      : as("bad", `${plural(failed, "case")} ${failed === 1 ? "fails" : "fail"}.`);
  const lines = spaced([
    ...failing.map((each) => caseLines(each, pack, style)),
    ...systems.filter(({ agreement }) => fails(agreement)).map((each) => systemLines(each, style)),
    section(style, `Rule pack ${name} ${version}`, [
      ...fact(style, "cases", `${cases.length - failing.length} of ${cases.length} pass`),
      ...fact(style, "rules", coverageWords(coverage.rules)),
      ...fact(style, "placements", coverageWords(coverage.placements)),
      ...(coverage.backings.of === 0 ? [] : fact(style, "backed by", coverageWords(coverage.backings))),
    ]),
    ...(systems.length === 0 ? [] : systemsBlocks(systems, style)),
    block(style, [closing], { indent: 0 }),
  ]);
  return `${lines.join("\n")}\n`;
}

function coverageWords({ covered, of, missing }: Coverage): string {
  const open = missing.length === 0 ? "" : `; not covered: ${missing.join(", ")}`;
  return `${covered} of ${of} covered${open}`;
}

/** The first line is not wrapped, so that editors and terminals can link to the place. */
function caseLines(result: CaseResult, pack: CompiledPack, style: ReportStyle): readonly string[] {
  const { id, at } = result.case;
  return [
    headLine(style, at, id),
    ...result.failures.flatMap((failure) =>
      block(style, [failureWords(failure, result, pack)], { mark: [as("bad", "×")] }),
    ),
    ...whyLines(result.run, style),
  ];
}

function headLine(style: ReportStyle, at: CaseResult["case"]["at"], id: string): string {
  const place = `${at.file}:${at.line}:${at.column}`;
  return paint(style, [`${printable(place)}: `, as("bad", "fails"), `: ${printable(id)}`]);
}

/** Why a run has its verdict: what is kept, and every rule that fired. */
function whyLines({ score }: Run, style: ReportStyle): readonly string[] {
  const classes = concerns
    .map((concern) => score.concerns[concern])
    .filter((each) => each.class !== "not-kept")
    .map((each) => `${each.concern} ${classWords[each.class]}`);
  const rules = score.fired.map(({ entry }) => `${entry.id} (${entry.concern}: ${ruleEffect(entry)})`);
  return [
    ...block(style, [`State: ${classes.length === 0 ? "nothing kept" : classes.join(", ")}.`]),
    ...block(style, [`Fired: ${rules.length === 0 ? "nothing" : rules.join(", ")}.`]),
  ];
}

const agreementWords: Readonly<Record<Agreement, string>> = {
  agrees: "agrees",
  differs: "differs",
  contradicts: "the opposite style, not explained in its file (`contradicts`)",
  known: "the opposite style, as explained in its file",
  stale: "agrees now, but its file still says `contradicts`",
};

function systemLines(result: SystemResult, style: ReportStyle): readonly string[] {
  const { id, documented, at } = result.system;
  const summary = `documented as ${documented}, verdict ${result.run.score.verdict}: ${agreementWords[result.agreement]}`;
  return [
    headLine(style, at, id),
    ...block(style, [summary], { mark: [as("bad", "×")] }),
    ...whyLines(result.run, style),
  ];
}

const indent = 2;
const rowTitle = 22;
const cell = 9;

function systemsBlocks(systems: readonly SystemResult[], style: ReportStyle): readonly (readonly string[])[] {
  const { agree, of } = agreementShare(systems);
  const confusion = confusionOf(systems);
  const row = (first: Inline, cells: readonly Inline[]): readonly string[] => {
    const sized = cells.map((content) => ({ content, width: cell }));
    return tableRow(style, first, rowTitle, sized, indent);
  };
  const titles = verdicts.map((verdict) => as("dim", verdict));
  const rows = decidedVerdicts.flatMap((documented) => {
    const counts = verdicts.map((verdict) => String(confusion[documented][verdict]));
    return row(documented, counts);
  });
  return [
    section(style, `Real systems: ${agree} of ${of} as documented (${agree}/${of})`, [
      ...row(as("dim", "documented as"), titles),
      ...rows,
    ]),
    section(
      style,
      "Verdicts that differ from what is documented",
      systems.flatMap((each) => differingLines(each, style)),
    ),
  ];
}

function differingLines({ system, run, agreement }: SystemResult, style: ReportStyle): readonly string[] {
  if (agreement !== "differs" && agreement !== "known") return [];
  const summary = `: documented as ${system.documented}, verdict ${run.score.verdict}`;
  return [
    ...block(style, [as("bold", system.id), summary], { mark: ["•"] }),
    ...(agreement === "differs" || system.contradicts === null
      ? []
      : block(style, [system.contradicts], { indent: 4 })),
  ];
}

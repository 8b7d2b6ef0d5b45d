import { printable } from "../../diagnostics/plain-text.js";
import { weightWords } from "../../explain/mentions.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { verdicts } from "../../model/verdict.js";
import { as, glue, type Inline } from "../../report/inline.js";
import { block, fact, paint, section, spaced, tableRow } from "../../report/layout.js";
import { plural } from "../../report/numbers.js";
import type { ReportStyle } from "../../report/report-style.js";
import { agreementOf, confusionOf, documentedStyles } from "./confusion.js";
import type { Coverage } from "./coverage.js";
import { failureWords } from "./failure-words.js";
import type { CaseResult, Run } from "./run-case.js";
import { fails, type SystemResult, type SystemStanding } from "./run-system.js";
import type { PackTest } from "./test-pack.js";

/** The result of all cases for people at a terminal: failures first, then coverage and real systems. */
export function testText(test: PackTest, style: ReportStyle): string {
  const { name, version } = test.pack.source;
  const held = test.cases.filter(({ failures }) => failures.length === 0).length;
  const lines = spaced([
    ...test.cases
      .filter(({ failures }) => failures.length > 0)
      .map((each) => caseLines(each, test.pack, style)),
    ...test.systems
      .filter(({ standing }) => fails(standing))
      .map((each) => systemLines(each, test.pack, style)),
    section(style, `Rule pack ${name} ${version}`, [
      ...fact(style, "cases", `${held} of ${test.cases.length} pass`),
      ...fact(style, "rules", coverageWords(test.coverage.rules)),
      ...fact(style, "vetoes", coverageWords(test.coverage.vetoes)),
      ...fact(style, "placements", coverageWords(test.coverage.placements)),
    ]),
    ...(test.systems.length === 0 ? [] : systemsBlocks(test.systems, style)),
    block(
      style,
      [
        test.failed === 0
          ? as("good", "All cases pass.")
          : as("bad", `${plural(test.failed, "case")} ${test.failed === 1 ? "fails" : "fail"}.`),
      ],
      { indent: 0 },
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

function coverageWords({ covered, of, missing }: Coverage): string {
  const open = missing.length === 0 ? "" : `; not covered: ${missing.join(", ")}`;
  return `${covered} of ${of} covered${open}`;
}

/** The first line is left unwrapped, so that editors and terminals can follow it to its place. */
function caseLines(result: CaseResult, pack: CompiledPack, style: ReportStyle): readonly string[] {
  const { id, at } = result.case;
  return [
    headLine(style, at, id),
    ...result.failures.flatMap((failure) =>
      block(style, [failureWords(failure, result, pack.source)], { mark: [as("bad", "×")] }),
    ),
    ...whyLines(result.run, pack, style),
  ];
}

function headLine(style: ReportStyle, at: CaseResult["case"]["at"], id: string): string {
  const place = `${at.file}:${at.line}:${at.column}`;
  return paint(style, [`${printable(place)}: `, as("bad", "fails"), `: ${printable(id)}`]);
}

/** Why a run came to its verdict: its scores, and every rule and veto that fired. */
function whyLines(
  { score, fired }: Run,
  { source: pack }: CompiledPack,
  style: ReportStyle,
): readonly string[] {
  const { live, kept, stateful, stateless } = score.scores;
  const rules = pack.rules
    .filter(({ id }) => fired.has(id))
    .map((rule) => `${rule.id} (${weightWords(rule.weight)} for ${rule.favours})`);
  const vetoes = pack.vetoes
    .filter(({ id }) => fired.has(id))
    .map((veto) => `${veto.id} (no pure ${veto.forbids})`);
  const entries = [...rules, ...vetoes];
  return [
    ...block(style, [`Scores: stateful ${stateful} (live ${live}, kept ${kept}), stateless ${stateless}.`]),
    ...block(style, [`Fired: ${entries.length === 0 ? "nothing" : entries.join(", ")}.`]),
  ];
}

const standingWords: Readonly<Record<SystemStanding, string>> = {
  agrees: "agrees",
  differs: "differs",
  contradicts: "the opposite style, not explained in its file (`contradicts`)",
  known: "the opposite style, as explained in its file",
  stale: "agrees now, but its file still says `contradicts`",
};

function systemLines(result: SystemResult, pack: CompiledPack, style: ReportStyle): readonly string[] {
  const { id, documented, at } = result.system;
  const said = `documented as ${documented}, verdict ${result.run.score.verdict}: ${standingWords[result.standing]}`;
  return [
    headLine(style, at, id),
    ...block(style, [said], { mark: [as("bad", "×")] }),
    ...whyLines(result.run, pack, style),
  ];
}

const rowTitle = 24;
const cell = 9;

function systemsBlocks(systems: readonly SystemResult[], style: ReportStyle): readonly (readonly string[])[] {
  const { agree, of } = agreementOf(systems);
  const confusion = confusionOf(systems);
  const figures = (first: Inline, cells: readonly Inline[]): readonly string[] =>
    tableRow(
      style,
      first,
      rowTitle,
      cells.map((content) => ({ content, width: cell })),
    );
  const differing = systems.filter(({ standing }) => standing === "differs" || standing === "known");
  return [
    section(style, `Real systems: ${agree} of ${of} as documented (${agree}/${of})`, [
      ...figures(
        as("dim", `${glue}${glue}documented${glue}as`),
        verdicts.map((verdict) => as("dim", verdict)),
      ),
      ...documentedStyles.flatMap((documented) =>
        figures(
          `${glue}${glue}${documented}`,
          verdicts.map((verdict) => String(confusion[documented][verdict])),
        ),
      ),
    ]),
    section(
      style,
      "Other verdicts than documented",
      differing.flatMap((each) => differingLines(each, style)),
    ),
  ];
}

function differingLines({ system, run, standing }: SystemResult, style: ReportStyle): readonly string[] {
  const said = `: documented as ${system.documented}, verdict ${run.score.verdict}`;
  return [
    ...block(style, [as("bold", system.id), said], { mark: ["•"] }),
    ...(standing === "known" ? block(style, [system.contradicts ?? ""], { indent: 4 }) : []),
  ];
}

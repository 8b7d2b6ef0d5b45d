import { type RecommendOptions, recommend, recommendUncited } from "../../engine/advise/recommend.js";
import { checkSurface } from "../../engine/check/check-surface.js";
import { packIdentity } from "../../engine/check/decide.js";
import { byPlace, type Outcome, type Problem } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import type { Service } from "../../engine/model/answers.js";
import type { CheckedSurface, CheckTerms } from "../../engine/model/check.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { CheckReport } from "../../engine/report/check/check-report.js";
import { summary } from "../../engine/report/check/summary.js";
import { type CheckFormatId, checkFormatIds, checkFormats } from "../../engine/report/formats.js";
import { checkedLine } from "../../engine/report/json/line.js";
import { appendTextFile } from "../../files/write-files.js";
import { readPacks } from "../../packs/load-pack.js";
import { runLines } from "../batch/run-lines.js";
import { defineCommand, flag, negation, type ValuesOf } from "../command-line/define-command.js";
import {
  answersFiles,
  day,
  drawingOptions,
  format,
  linesFormat,
  output,
  pagerOption,
  ruleOptions,
  soonPreset,
  stdinFilename,
  termOptions,
} from "../command-line/options.js";
import { chosenFiles } from "../config/chosen-files.js";
import { nearlyNamed } from "../config/load-config.js";
import { printConfig } from "../config/print-config.js";
import { exitCodes, type Host } from "../host.js";
import { type NamedFiles, readAll } from "../input/read-inputs.js";
import { fileStyle } from "../output/drawing.js";
import { outputConflicts } from "../output/output-conflicts.js";
import { withProgress } from "../output/progress.js";
import { pathFrom } from "../output/repository-path.js";
import { type OutputOptions, writeOutputs } from "../output/write-outputs.js";
import { refuse, refuseLinesOutput, refuseUsage } from "../refuse.js";
import { reportHead } from "../report-on.js";
import { findingsUrl } from "../tool.js";
import { warn } from "../warn.js";

export const check = defineCommand({
  name: "check",
  about: "compare recorded decisions with the recommendations, for CI",
  guide: "docs/check.md",
  examples: [
    ["the files that the config names, or those with a usual name", "api-advisor check"],
    [
      "as a gate: decided, and a verdict that can be trusted",
      "api-advisor check --require-decision --min-grade fair",
    ],
    [
      "besides the text, a file for code scanning",
      "api-advisor check 'services/**/*.yaml' --output sarif=findings.sarif",
    ],
  ],
  arguments: [answersFiles],
  options: {
    format: format([...checkFormatIds, linesFormat]),
    output: output(checkFormatIds),
    ...termOptions,
    analysis: negation("--no-analysis", "leave out the grade, which takes most of the time"),
    today: day(
      "--today <day>",
      "the date on which to judge deviations and reviews, YYYY-MM-DD; by default the day by UTC",
    ),
    ...ruleOptions,
    printConfig: flag("--print-config", "print what is in force and where each value comes from, and stop"),
    stdinFilename,
    ...drawingOptions,
    ...pagerOption,
  },
  run: async ([names], options, host, context) => {
    const { config, origin } = context;
    if (origin("config") === "preset" && config === null) warn(nearlyNamed(host.cwd), host);
    if (options.printConfig) return printConfig(names, options, context, host);
    if (!options.analysis && origin("minGrade") === "config")
      return refuseUsage(
        `--no-analysis leaves out the grade, which \`min-grade\` in ${config?.file} asks for: add --no-config to do without`,
        host,
      );
    const pack = await readPacks(options.rules, host.cwd);
    if (pack.kind === "failed") return refuse(pack.problems, host);
    const { format, output } = options;
    if (format === linesFormat && output.length > 0) return refuseLinesOutput(host);
    const terms = termsOf(options, host);
    const named = await chosenFiles(names, config, host);
    if (named.files.length === 0) return refuse(named.problems, host);
    return format === linesFormat
      ? checkLines(named, pack.value, terms, options, host)
      : checkFiles(named, pack.value, terms, { ...options, format }, host);
  },
});

type TermOptions = ValuesOf<typeof termOptions> & { readonly today: string | undefined };

function termsOf(options: TermOptions, host: Host): CheckTerms {
  const { minGrade, maxDeviation, minReason, today } = options;
  return {
    requireDecision: options.requireDecision === true,
    requireConfirmed: options.requireConfirmed === true,
    leastGrade: minGrade ?? null,
    noClashes: options.clashes === false,
    noDeviations: options.deviations === false,
    maxDeviation: maxDeviation ?? null,
    minReason: minReason ?? null,
    noOverdueReviews: options.overdueReviews === false,
    soon: options.soon ?? soonPreset,
    today: today ?? host.today(),
  };
}

interface CheckOptions extends OutputOptions<CheckFormatId>, RecommendOptions {
  readonly rules: readonly string[];
  readonly stdinFilename: string | undefined;
}

/** How many surfaces are held until all files are read. */
const heldLimit = { surfaces: 100_000, lines: true };

/** Compares every recorded decision with its recommendation; an invalid file does not hide the results of others. */
async function checkFiles(
  named: NamedFiles,
  pack: LoadedPack,
  terms: CheckTerms,
  options: CheckOptions,
  host: Host,
): Promise<number> {
  const conflicts = await outputConflicts(
    options.output,
    { files: named.files, rules: options.rules, format: options.format },
    host,
  );
  if (conflicts.length > 0) return refuse(conflicts, host);
  const { services, problems } = await readAll(named.files, pack, options, heldLimit, host);
  const invalid = [...named.problems, ...problems].sort(inOrder);
  const surfaces: CheckedSurface[] = [];
  await withProgress(host, services, "services", (service) => {
    for (const checked of checkService(service, pack, terms, options)) surfaces.push(checked);
  });
  const head = reportHead(pack);
  const report = { ...head, tool: { ...head.tool, findingsUrl }, today: terms.today, surfaces, invalid };
  if (invalid.length > 0) host.stderr.write(`${renderProblems(invalid)}\n`);
  const written = await write(report, options, host);
  if (written.kind === "failed") return refuse(written.problems, host);
  if (invalid.length > 0) return exitCodes.invalid;
  return surfaces.every(({ passes }) => passes) ? exitCodes.done : exitCodes.gate;
}

/** By file and place; a file's count of unlisted problems comes after the listed ones. */
function inOrder(a: Problem, b: Problem): number {
  const isCount = ({ code }: Problem): number => (code === "more-problems" ? 1 : 0);
  return a.file === b.file ? isCount(a) - isCount(b) || byPlace(a, b) : byPlace(a, b);
}

function checkService(
  service: Service,
  pack: LoadedPack,
  terms: CheckTerms,
  options: RecommendOptions,
): readonly CheckedSurface[] {
  const identity = packIdentity(pack.compiled.source, pack.digest);
  return service.surfaces.map((surface) =>
    checkSurface(surface, recommend(pack.compiled, service, surface, options), identity, terms),
  );
}

/** Writes the requested output and, in a GitHub workflow with annotations, the job summary. */
async function write(report: CheckReport, options: CheckOptions, host: Host): Promise<Outcome<null>> {
  const path = pathFrom(host);
  const written = await writeOutputs(
    options,
    (id, style) => checkFormats[id](report, { ...style, path }),
    host,
  );
  const page = host.env["GITHUB_STEP_SUMMARY"];
  const annotates = [options.format, ...options.output.map(({ format }) => format)].includes("github");
  if (written.kind === "failed" || !page || !annotates) return written;
  return appendTextFile(page, summary(report, { ...fileStyle(options), path }));
}

/** One line for each surface. */
async function checkLines(
  named: NamedFiles,
  pack: LoadedPack,
  terms: CheckTerms,
  options: RecommendOptions & Pick<CheckOptions, "stdinFilename">,
  host: Host,
): Promise<number> {
  const identity = packIdentity(pack.compiled.source, pack.digest);
  let allPass = true;
  const allValid = await runLines(named, pack, options, host, (service) =>
    service.surfaces
      .map((surface) => {
        const recommendation = recommendUncited(pack.compiled, service, surface, options);
        const checked = checkSurface(surface, recommendation, identity, terms);
        allPass &&= checked.passes;
        return checkedLine(checked);
      })
      .join(""),
  );
  if (!allValid) return exitCodes.invalid;
  return allPass ? exitCodes.done : exitCodes.gate;
}

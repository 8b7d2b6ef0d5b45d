import { isAbsolute, relative, resolve, sep } from "node:path";
import { type RecommendOptions, recommend } from "../../engine/advise/recommend.js";
import { checkSurface } from "../../engine/check/check-surface.js";
import { packIdentity } from "../../engine/check/decide.js";
import type { Outcome, Problem } from "../../engine/diagnostics/problem.js";
import { byPlace } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import type { Service } from "../../engine/model/answers.js";
import type { CheckedSurface, CheckTerms } from "../../engine/model/check.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import type { Grade } from "../../engine/model/verdict.js";
import type { CheckReport } from "../../engine/report/check/check-report.js";
import { summary as checkSummary } from "../../engine/report/check/summary.js";
import { type CheckFormatId, checkFormats } from "../../engine/report/formats.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { appendTextFile } from "../../files/write-files.js";
import { readPacks } from "../../packs/load-pack.js";
import { fileStyle } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { linesFormat } from "../lines-format.js";
import { loadBatch } from "../load-batch.js";
import { type NamedFiles, namedFiles } from "../named-files.js";
import { readServices } from "../read-inputs.js";
import { refuse, refuseOutput } from "../refuse.js";
import { reportHead } from "../report-on.js";
import { Room } from "../room.js";
import { findingsUrl } from "../tool.js";
import { withProgress } from "../with-progress.js";
import { type OutputOptions, refusedOutputs, writeOutputs } from "../write-outputs.js";

export interface CheckOptions extends Omit<OutputOptions<CheckFormatId>, "format"> {
  readonly format: CheckFormatId | typeof linesFormat;
  /** False leaves out the grades. */
  readonly analysis: boolean;
  readonly rules: readonly string[];
  readonly requireDecision?: boolean | undefined;
  readonly minGrade?: Grade | undefined;
  /** YYYY-MM-DD; the host's day when left out. */
  readonly today?: string | undefined;
  readonly stdinFilename?: string | undefined;
}

/** Holds every recorded decision against its recommendation; a file that is not valid hides no other file's result. */
export async function check(names: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const { format } = options;
  const terms = {
    requireDecision: options.requireDecision === true,
    leastGrade: options.minGrade ?? null,
    today: options.today ?? host.today(),
  };
  if (format === linesFormat) {
    if (options.output.length > 0) return refuseOutput(host);
    return (await loadBatch.check())(names, pack.value, terms, options, host);
  }
  const named = await namedFiles(names, host.cwd);
  const clashes = await refusedOutputs(options, { files: named.files, rules: options.rules }, host);
  if (clashes.length > 0) return refuse(clashes, host);
  const { services, invalid } = await readAll(named, pack.value, options, host);
  const surfaces: CheckedSurface[] = [];
  await withProgress(host, services, "services", (service) => {
    for (const checked of checkService(service, pack.value, terms, options)) surfaces.push(checked);
  });
  const head = reportHead(pack.value);
  const report: CheckReport = {
    ...head,
    tool: { ...head.tool, findingsUrl },
    today: terms.today,
    surfaces,
    invalid,
  };
  if (invalid.length > 0) host.stderr.write(`${renderProblems(invalid)}\n`);
  const written = await write(report, { ...options, format }, host);
  if (written.kind === "failed") return refuse(written.problems, host);
  if (invalid.length > 0) return exitCodes.invalid;
  return report.surfaces.every(({ passes }) => passes) ? exitCodes.done : exitCodes.gate;
}

/** How many surfaces are held until all files are read. */
const heldLimit = 100_000;

async function readAll(
  { files, problems }: NamedFiles,
  pack: LoadedPack,
  options: CheckOptions,
  host: Host,
): Promise<{ readonly services: readonly Service[]; readonly invalid: readonly Problem[] }> {
  const services: Service[] = [];
  const invalid: Problem[] = [...problems];
  const room = new Room(heldLimit, true);
  await withProgress(host, files, "files", async (file) => {
    const read = room.take(file, await readServices(file, pack, options, host));
    if (read.kind === "ok") for (const service of read.value) services.push(service);
    else for (const problem of read.problems) invalid.push(problem);
  });
  return { services, invalid: invalid.sort(inOrder) };
}

/** By file and place; how many more problems a file has stands behind those that are listed. */
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

/** Writes what was asked for, and in a workflow that annotates the summary of its page. */
async function write(
  report: CheckReport,
  options: OutputOptions<CheckFormatId>,
  host: Host,
): Promise<Outcome<null>> {
  const path = pathFrom(host);
  const draw = async (format: CheckFormatId, style: ReportStyle): Promise<string> =>
    checkFormats[format](report, { ...style, path });
  const written = await writeOutputs(options, draw, host);
  const page = host.env["GITHUB_STEP_SUMMARY"];
  const annotates = [options.format, ...options.output.map(({ format }) => format)].includes("github");
  if (written.kind === "failed" || !page || !annotates) return written;
  return appendTextFile(page, checkSummary(report, { ...fileStyle(options), path }));
}

/** Names of files as the repository knows them: relative to its root, which in a workflow is the workspace. */
function pathFrom(host: Host): (file: string) => string {
  const root = host.env["GITHUB_WORKSPACE"] || host.cwd;
  return (file) => {
    const path = resolve(host.cwd, file);
    const within = relative(root, path);
    const outside = within === "" || within === ".." || within.startsWith(`..${sep}`) || isAbsolute(within);
    return (outside ? path : within).replaceAll(sep, "/");
  };
}

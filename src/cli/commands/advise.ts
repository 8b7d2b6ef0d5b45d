import { recommendService } from "../../engine/advise/recommend.js";
import type { ServiceReport } from "../../engine/model/recommendation.js";
import { type FormatId, formats } from "../../engine/report/formats.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { linesFormat } from "../lines-format.js";
import { loadBatch } from "../load-batch.js";
import { namedFiles } from "../named-files.js";
import { type InputOptions, readInputs } from "../read-inputs.js";
import { refuse, refuseOutput } from "../refuse.js";
import { reportHead } from "../report-on.js";
import { withProgress } from "../with-progress.js";
import { type OutputOptions, refusedOutputs, writeOutputs } from "../write-outputs.js";

export interface AdviseOptions extends InputOptions, Omit<OutputOptions, "format"> {
  readonly format: FormatId | typeof linesFormat;
  /** False leaves out how far the verdicts can be trusted. */
  readonly analysis: boolean;
}

/**
 * Recommends for every service in the files and writes the reports: all of them, or, on a problem, none. As JSON Lines
 * each is written when it is made, and a problem stops no other.
 * @param names files, or patterns of their names
 */
export async function advise(names: readonly string[], options: AdviseOptions, host: Host): Promise<number> {
  const { format } = options;
  if (format === linesFormat) {
    if (options.output.length > 0) return refuseOutput(host);
    return (await loadBatch.advise())(names, options, host);
  }
  const { files, problems } = await namedFiles(names, host.cwd);
  if (problems.length > 0) return refuse(problems, host);
  const clashes = await refusedOutputs(options, { files, rules: options.rules }, host);
  if (clashes.length > 0) return refuse(clashes, host);
  const inputs = await readInputs(files, options, host, true);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const services: ServiceReport[] = [];
  await withProgress(host, inputs.value.services, "services", (service) => {
    services.push(recommendService(inputs.value.pack.compiled, service, options));
  });
  const report = { ...reportHead(inputs.value.pack), services };
  const written = await writeOutputs(
    { ...options, format },
    async (format, style) => formats[format](report, style),
    host,
  );
  return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
}

import { differingAnswers } from "../../engine/compare/compare.js";
import { compareText } from "../../engine/report/comparison/compare-text.js";
import { formats } from "../../engine/report/formats.js";
import { type DrawingOptions, styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { namedFiles } from "../named-files.js";
import { type InputOptions, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { reportOn } from "../report-on.js";

export interface CompareOptions extends InputOptions, DrawingOptions {
  readonly format: "text" | "json";
}

/** Sets every surface of the files side by side; as JSON it is the report of `advise`. */
export async function compare(
  names: readonly string[],
  options: CompareOptions,
  host: Host,
): Promise<number> {
  const { files, problems } = await namedFiles(names, host.cwd);
  if (problems.length > 0) return refuse(problems, host);
  const inputs = await readInputs(files, options, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const report = reportOn(inputs.value.pack, inputs.value.services, { analysis: true });
  const style = styleFor(host.stdout, host, options);
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const text =
    options.format === "json"
      ? formats.json(report, style)
      : compareText(surfaces, differingAnswers(surfaces), style);
  host.stdout.write(text);
  return exitCodes.done;
}

import { resolve } from "node:path";
import { recommendService } from "../../engine/advise/recommend.js";
import type { Problem } from "../../engine/diagnostics/problem.js";
import type { Report } from "../../engine/model/recommendation.js";
import type { FormatId } from "../../engine/report/format-ids.js";
import { plainStyle } from "../../engine/report/report-style.js";
import { writeTextFile } from "../../read/write-file.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { loadFormat } from "../load-format.js";
import type { OutputFile } from "../options.js";
import { type InputOptions, type Inputs, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { tool } from "../tool.js";

export interface AdviseOptions extends InputOptions {
  readonly format: FormatId;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile[];
  readonly analysis: boolean;
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

/** Recommends for every service in the files and writes the reports: all of them, or, on a problem, none. */
export async function advise(files: readonly string[], options: AdviseOptions, host: Host): Promise<number> {
  const inputs = await readInputs(files, options, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const report = reportOf(inputs.value, options);
  const problems: Problem[] = [];
  for (const { format, file } of options.output) {
    const write = await loadFormat[format ?? options.format]();
    const text = write(report, {
      ...plainStyle,
      unicode: options.ascii !== true,
      detail: options.verbose ? "full" : "normal",
    });
    const written = await writeTextFile(resolve(host.cwd, file), text);
    if (written.kind === "failed")
      problems.push(...written.problems.map((problem) => ({ ...problem, file })));
  }
  if (problems.length > 0) return refuse(problems, host);
  if (options.output.some(({ format }) => format === null)) return exitCodes.done;
  const style = styleFor(host.stdout, host, options);
  const write = await loadFormat[options.format]();
  host.stdout.write(write(report, { ...style, unicode: style.unicode && options.ascii !== true }));
  return exitCodes.done;
}

export function reportOf({ pack, services }: Inputs, options: { readonly analysis: boolean }): Report {
  const { name, version } = pack.compiled.pack;
  return {
    tool,
    pack: { name, version, digest: pack.digest },
    services: services.map((service) => recommendService(pack.compiled, service, options)),
  };
}

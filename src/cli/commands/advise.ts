import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { loadFormat } from "../load-format.js";
import { type InputOptions, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { reportOn } from "../report-on.js";
import { type OutputOptions, writeOutputs } from "../write-outputs.js";

export interface AdviseOptions extends InputOptions, OutputOptions {
  /** False leaves out how far the verdicts can be trusted. */
  readonly analysis: boolean;
}

/** Recommends for every service in the files and writes the reports: all of them, or, on a problem, none. */
export async function advise(files: readonly string[], options: AdviseOptions, host: Host): Promise<number> {
  const inputs = await readInputs(files, options, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const report = reportOn(inputs.value.pack, inputs.value.services, options);
  const written = await writeOutputs(
    options,
    async (format, style) => (await loadFormat[format]())(report, style),
    host,
  );
  return written.kind === "failed" ? refuse(written.problems, host) : exitCodes.done;
}

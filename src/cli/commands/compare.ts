import { recommendService } from "../../engine/advise/recommend.js";
import { differingAnswers } from "../../engine/compare/differing-answers.js";
import type { Report } from "../../engine/model/recommendation.js";
import { compareText } from "../../engine/report/comparison/compare-text.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { loadFormat } from "../load-format.js";
import { type InputOptions, readInputs } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { tool } from "../tool.js";

export interface CompareOptions extends InputOptions {
  readonly format: "text" | "json";
  readonly color?: boolean | undefined;
  readonly ascii?: boolean | undefined;
}

/** Sets every surface of the files side by side; as JSON it is the report of `advise`. */
export async function compare(
  files: readonly string[],
  options: CompareOptions,
  host: Host,
): Promise<number> {
  const inputs = await readInputs(files, options, host);
  if (inputs.kind === "failed") return refuse(inputs.problems, host);
  const { pack, services } = inputs.value;
  const { name, version } = pack.compiled.pack;
  const report: Report = {
    tool,
    pack: { name, version, digest: pack.digest },
    services: services.map((service) => recommendService(pack.compiled, service, { analysis: true })),
  };
  const style = styleFor(host.stdout, host, options);
  const drawn = { ...style, unicode: style.unicode && options.ascii !== true };
  const surfaces = report.services.flatMap((service) => service.surfaces);
  const text =
    options.format === "json"
      ? (await loadFormat.json())(report, drawn)
      : compareText(surfaces, differingAnswers(surfaces), drawn);
  host.stdout.write(text);
  return exitCodes.done;
}

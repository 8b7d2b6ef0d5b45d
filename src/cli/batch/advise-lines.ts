import { recommendUncited } from "../../engine/advise/recommend.js";
import { readSettings, setAnswers } from "../../engine/answers-file/set-answers.js";
import { serviceLine } from "../../engine/report/json-line.js";
import { readPacks } from "../../packs/load-pack.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { InputOptions } from "../read-inputs.js";
import { refuse } from "../refuse.js";
import { runLines } from "./run-lines.js";

/** `advise --format jsonl`: one line for each service. */
export async function adviseLines(
  files: readonly string[],
  options: InputOptions & { readonly analysis: boolean },
  host: Host,
): Promise<number> {
  const pack = await readPacks(options.rules, host.cwd);
  if (pack.kind === "failed") return refuse(pack.problems, host);
  const { compiled } = pack.value;
  const settings = readSettings(options.set, compiled.source.questions);
  if (settings.kind === "failed") return refuse(settings.problems, host);
  const allValid = await runLines(files, pack.value, options, host, (given, place) =>
    setAnswers([given], settings.value)
      .map((service) =>
        serviceLine(
          service.service,
          place,
          service.surfaces.map((surface) => recommendUncited(compiled, service, surface, options)),
        ),
      )
      .join(""),
  );
  return allValid ? exitCodes.done : exitCodes.invalid;
}

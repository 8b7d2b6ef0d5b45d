import { recommendUncited } from "../../engine/advise/recommend.js";
import { checkSurface } from "../../engine/check/check-surface.js";
import { packIdentity } from "../../engine/check/decide.js";
import type { CheckTerms } from "../../engine/model/check.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { checkedLine } from "../../engine/report/json-line.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { runLines } from "./run-lines.js";

/** `check --format jsonl`: one line for each surface. */
export async function checkLines(
  files: readonly string[],
  pack: LoadedPack,
  terms: CheckTerms,
  options: { readonly analysis: boolean; readonly stdinFilename?: string | undefined },
  host: Host,
): Promise<number> {
  const identity = packIdentity(pack.compiled.source, pack.digest);
  let allPass = true;
  const allValid = await runLines(files, pack, options, host, (service) =>
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

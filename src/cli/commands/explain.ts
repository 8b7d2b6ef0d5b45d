import { explain } from "../../engine/explain/explain.js";
import { explanationJson } from "../../engine/explain/explanation-json.js";
import { nearEntries } from "../../engine/explain/find-entry.js";
import { explanationText } from "../../engine/explain/text/explanation-text.js";
import { readPacks } from "../../packs/load-pack.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { PackOptions } from "../pack-options.js";
import { refuse } from "../refuse.js";

/** Says what an id of the pack stands for. */
export async function explainId(id: string, options: PackOptions, host: Host): Promise<number> {
  const loaded = await readPacks(options.rules, host.cwd);
  if (loaded.kind === "failed") return refuse(loaded.problems, host);
  const { source: pack } = loaded.value.compiled;
  const explanation = explain(pack, id);
  if (explanation === null) {
    const near = nearEntries(pack, id);
    return refuse([{ severity: "error", file: "explain", at: null, code: "unknown-entry", id, near }], host);
  }
  const style = styleFor(host.stdout, host, options);
  host.stdout.write(
    options.format === "json"
      ? explanationJson(explanation, pack, style)
      : explanationText(explanation, style),
  );
  return exitCodes.done;
}

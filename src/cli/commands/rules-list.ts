import { ruleListJson, ruleListText } from "../../engine/explain/rule-list.js";
import { readPacks } from "../../packs/load-pack.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { PackOptions } from "../pack-options.js";
import { refuse } from "../refuse.js";

/** Lists the rules and vetoes of the pack. */
export async function rulesList(options: PackOptions, host: Host): Promise<number> {
  const loaded = await readPacks(options.rules, host.cwd);
  if (loaded.kind === "failed") return refuse(loaded.problems, host);
  const list = options.format === "json" ? ruleListJson : ruleListText;
  host.stdout.write(list(loaded.value.compiled.source, styleFor(host.stdout, host, options)));
  return exitCodes.done;
}

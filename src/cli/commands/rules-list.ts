import { ruleListJson, ruleListText } from "../../engine/explain/rule-list.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand } from "../command-line/define-command.js";
import { packOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { refuse } from "../refuse.js";

export const rulesList = defineCommand({
  name: "list",
  about: "list the rules of a rule pack",
  guide: "docs/rules.md",
  examples: [
    ["the rules of the default pack", "api-advisor rules list"],
    ["those of a pack of your own", "api-advisor rules list --rules ./acme-rules"],
  ],
  arguments: [],
  options: packOptions,
  run: async (_, options, host) => {
    const loaded = await readPacks(options.rules, host.cwd);
    if (loaded.kind === "failed") return refuse(loaded.problems, host);
    const print = options.format === "json" ? ruleListJson : ruleListText;
    host.stdout.write(print(loaded.value.compiled.source, styleFor(host.stdout, host, options)));
    return exitCodes.done;
  },
});

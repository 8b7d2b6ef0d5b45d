import { ruleListJson, ruleListText } from "../../engine/explain/rule-list.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand } from "../define-command.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../host.js";
import { packOptions } from "../options.js";
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

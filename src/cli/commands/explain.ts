import { errorIn } from "../../engine/diagnostics/problem.js";
import { entryKindsText } from "../../engine/explain/entry-kinds.js";
import { explanationJson, explain as explanationOf } from "../../engine/explain/explain.js";
import { explanationText } from "../../engine/explain/explanation-text.js";
import { nearEntries } from "../../engine/explain/find-entry.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, optionalArgument } from "../command-line/define-command.js";
import { packOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { refuse, refuseUsage } from "../refuse.js";

export const explain = defineCommand({
  name: "explain",
  about: "explain an id from the rule pack: what it means, why, and what it depends on",
  guide: "docs/decision-model.md",
  examples: [
    ["a rule", "api-advisor explain others-see-who-is-there"],
    ["a question with its options", "api-advisor explain failover"],
    ["an option, and the rules that look at it", "api-advisor explain failover=resume-expected"],
  ],
  arguments: [
    optionalArgument(
      "[id]",
      "question, question=option, rule, placement, clash, tradeoff, pattern, guidance, criterion or reference; without one, what ids there are",
    ),
  ],
  options: packOptions,
  run: async ([id], options, host) => {
    const loaded = await readPacks(options.rules, host.cwd);
    if (loaded.kind === "failed") return refuse(loaded.problems, host);
    const { source: pack } = loaded.value.compiled;
    const style = styleFor(host.stdout, host, options);
    if (id === undefined) {
      if (options.format === "json") return refuseUsage("--format json needs an id to explain", host);
      host.stdout.write(entryKindsText(pack, style));
      return exitCodes.done;
    }
    const explanation = explanationOf(pack, id);
    if (explanation === null) {
      const near = nearEntries(pack, id);
      return refuse([errorIn("explain", { code: "unknown-entry", id, near })], host);
    }
    host.stdout.write(
      options.format === "json"
        ? explanationJson(explanation, pack, style)
        : explanationText(explanation, style),
    );
    return exitCodes.done;
  },
});

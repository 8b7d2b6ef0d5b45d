import { errorIn } from "../../engine/diagnostics/problem.js";
import { explanationJson, explain as explanationOf } from "../../engine/explain/explain.js";
import { explanationText } from "../../engine/explain/explanation-text.js";
import { nearEntries } from "../../engine/explain/find-entry.js";
import { readPacks } from "../../packs/load-pack.js";
import { argument, defineCommand } from "../define-command.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../host.js";
import { packOptions } from "../options.js";
import { refuse } from "../refuse.js";

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
    argument(
      "<id>",
      "question, question=option, rule, placement, clash, tradeoff, pattern, guidance, criterion or reference",
    ),
  ],
  options: packOptions,
  run: async ([id], options, host) => {
    const loaded = await readPacks(options.rules, host.cwd);
    if (loaded.kind === "failed") return refuse(loaded.problems, host);
    const { source: pack } = loaded.value.compiled;
    const explanation = explanationOf(pack, id);
    if (explanation === null) {
      const near = nearEntries(pack, id);
      return refuse([errorIn("explain", { code: "unknown-entry", id, near })], host);
    }
    const style = styleFor(host.stdout, host, options);
    host.stdout.write(
      options.format === "json"
        ? explanationJson(explanation, pack, style)
        : explanationText(explanation, style),
    );
    return exitCodes.done;
  },
});

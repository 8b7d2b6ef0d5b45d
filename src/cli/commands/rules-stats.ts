import { packFindings, statisticsWitnesses } from "../../engine/pack-tools/statistics/pack-findings.js";
import { packStatistics } from "../../engine/pack-tools/statistics/pack-statistics.js";
import { statisticsJson } from "../../engine/pack-tools/statistics/statistics-json.js";
import { statisticsText } from "../../engine/pack-tools/statistics/statistics-text.js";
import { readPacks } from "../../packs/load-pack.js";
import { defineCommand, value } from "../command-line/define-command.js";
import { packOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { writeWitnesses } from "../output/write-witnesses.js";
import { refuse } from "../refuse.js";

/** Reports what holds over all possible answers to the pack's questions. */
export const rulesStats = defineCommand({
  name: "stats",
  about: "count verdicts over all possible answers, and report what can never happen",
  guide: "docs/rules.md",
  examples: [
    ["how often each verdict is reached", "api-advisor rules stats"],
    [
      "with answers that reach each of them",
      "api-advisor rules stats --rules ./acme-rules --witness verdicts",
    ],
  ],
  arguments: [],
  options: {
    ...packOptions,
    witness: value(
      "--witness <folder>",
      "write an answers file for each verdict and each finding that answers can show",
    ),
  },
  run: async (_, options, host) => {
    const loaded = await readPacks(options.rules, host.cwd);
    if (loaded.kind === "failed") return refuse(loaded.problems, host);
    const pack = loaded.value.compiled;
    const statistics = packStatistics(pack);
    const findings = packFindings(pack, statistics);
    const witnesses = statisticsWitnesses(statistics, findings);
    const written = await writeWitnesses(options.witness, witnesses, pack.source, host);
    if (written.kind === "failed") return refuse(written.problems, host);
    const print = options.format === "json" ? statisticsJson : statisticsText;
    host.stdout.write(print(pack, statistics, findings, styleFor(host.stdout, host, options)));
    return exitCodes.done;
  },
});

import { packFindings, statisticsWitnesses } from "../../engine/pack-tools/statistics/pack-findings.js";
import { packStatistics } from "../../engine/pack-tools/statistics/pack-statistics.js";
import { statisticsJson } from "../../engine/pack-tools/statistics/statistics-json.js";
import { statisticsText } from "../../engine/pack-tools/statistics/statistics-text.js";
import { readPacks } from "../../packs/load-pack.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { PackOptions } from "../pack-options.js";
import { refuse } from "../refuse.js";
import { writeWitnesses } from "../write-witnesses.js";

export interface StatsOptions extends PackOptions {
  /** Folder for an answers file of each finding, and of each verdict. */
  readonly witness?: string | undefined;
}

/** Says what holds over all ways of answering the pack's questions. */
export async function rulesStats(options: StatsOptions, host: Host): Promise<number> {
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
}

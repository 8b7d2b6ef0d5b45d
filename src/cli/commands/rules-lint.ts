import type { Problem } from "../../engine/diagnostics/problem.js";
import { countsOf } from "../../engine/pack-tools/lint/finding.js";
import { findingWitnesses } from "../../engine/pack-tools/lint/finding-wordings.js";
import { findingOf, type LintResult, lint } from "../../engine/pack-tools/lint/lint.js";
import { lintJson } from "../../engine/pack-tools/lint/lint-json.js";
import { lintText } from "../../engine/pack-tools/lint/lint-text.js";
import { layersNamed, type ReadLayer, readPackLayers } from "../../packs/read-layers.js";
import { defineCommand, value } from "../command-line/define-command.js";
import { packOptions } from "../command-line/options.js";
import { exitCodes } from "../host.js";
import { styleFor } from "../output/drawing.js";
import { writeWitnesses } from "../output/write-witnesses.js";
import { refuse } from "../refuse.js";

/** Reports what is wrong with the pack or could be better. Errors make the check fail. */
export const rulesLint = defineCommand({
  name: "lint",
  about: "report what is wrong with a rule pack, and what could be better",
  guide: "docs/rules.md",
  examples: [
    ["what is wrong with a pack of your own", "api-advisor rules lint --rules ./acme-rules"],
    ["with answers that show each finding", "api-advisor rules lint --rules ./acme-rules --witness findings"],
  ],
  arguments: [],
  options: {
    ...packOptions,
    witness: value("--witness <folder>", "write an answers file for each finding that answers can show"),
  },
  run: async (_, options, host) => {
    const layers = await readPackLayers(options.rules, host.cwd);
    if (layers.kind === "failed" && layers.problems.some(isMissing)) return refuse(layers.problems, host);
    const result: LintResult =
      layers.kind === "ok"
        ? lint(layers.value, extendedBy(layers.value, options.rules, host.cwd))
        : { pack: null, findings: layers.problems.map(findingOf) };
    if (result.pack !== null) {
      const witnesses = findingWitnesses(result.findings);
      const written = await writeWitnesses(options.witness, witnesses, result.pack.source, host);
      if (written.kind === "failed") return refuse(written.problems, host);
    }
    const print = options.format === "json" ? lintJson : lintText;
    host.stdout.write(print(result, styleFor(host.stdout, host, options)));
    return countsOf(result.findings).error > 0 ? exitCodes.gate : exitCodes.done;
  },
});

/** The packs that the named ones extend. */
function extendedBy(
  layers: readonly ReadLayer[],
  names: readonly string[],
  cwd: string,
): readonly ReadLayer[] {
  const named = layersNamed(layers, names, cwd);
  return named.length === 0 ? [] : layers.filter((layer) => !named.includes(layer));
}

/** Whether a pack could not be read at all, so that there is nothing to lint. */
function isMissing({ code, at }: Problem): boolean {
  return at === null && (code === "extends-not-found" || code === "unreadable-file");
}

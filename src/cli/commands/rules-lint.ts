import type { Problem } from "../../engine/diagnostics/problem.js";
import { countsOf } from "../../engine/pack-tools/lint/finding.js";
import { findingWitnesses } from "../../engine/pack-tools/lint/finding-wordings.js";
import { findingOf, type LintResult, lint } from "../../engine/pack-tools/lint/lint.js";
import { lintJson } from "../../engine/pack-tools/lint/lint-json.js";
import { lintText } from "../../engine/pack-tools/lint/lint-text.js";
import { readPackLayers } from "../../packs/read-layers.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { PackOptions } from "../pack-options.js";
import { refuse } from "../refuse.js";
import { writeWitnesses } from "../write-witnesses.js";

export interface LintOptions extends PackOptions {
  /** Folder for an answers file of each finding that answers show. */
  readonly witness?: string | undefined;
}

/** Says what is wrong with the pack, or could be better. Errors keep the gate shut. */
export async function rulesLint(options: LintOptions, host: Host): Promise<number> {
  const layers = await readPackLayers(options.rules, host.cwd);
  if (layers.kind === "failed" && layers.problems.some(isAbsent)) return refuse(layers.problems, host);
  const result: LintResult =
    layers.kind === "ok" ? lint(layers.value) : { pack: null, findings: layers.problems.map(findingOf) };
  if (result.pack !== null) {
    const witnesses = findingWitnesses(result.findings);
    const written = await writeWitnesses(options.witness, witnesses, result.pack.source, host);
    if (written.kind === "failed") return refuse(written.problems, host);
  }
  const print = options.format === "json" ? lintJson : lintText;
  host.stdout.write(print(result, styleFor(host.stdout, host, options)));
  return countsOf(result.findings).error > 0 ? exitCodes.gate : exitCodes.done;
}

/** Whether a pack is not there to be read: nothing of it could be found fault with. */
function isAbsent({ code, at }: Problem): boolean {
  return at === null && (code === "extends-not-found" || code === "unreadable-file");
}

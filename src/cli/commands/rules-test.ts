import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { buildPack } from "../../engine/compile/build-pack.js";
import type { Problem } from "../../engine/diagnostics/problem.js";
import { ownIds } from "../../engine/pack-file/raw-pack.js";
import { testJson } from "../../engine/pack-tools/cases/test-json.js";
import { testPack } from "../../engine/pack-tools/cases/test-pack.js";
import { testText } from "../../engine/pack-tools/cases/test-text.js";
import { mutate } from "../../engine/pack-tools/mutate/mutate.js";
import { mutationDocument } from "../../engine/pack-tools/mutate/mutation-json.js";
import { mutationText } from "../../engine/pack-tools/mutate/mutation-text.js";
import { mutationWitnesses } from "../../engine/pack-tools/mutate/mutation-witnesses.js";
import { caseFolders, loadCases } from "../../packs/load-cases.js";
import { layersNamed, readPackLayers } from "../../packs/read-layers.js";
import { styleFor } from "../drawing.js";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import type { PackOptions } from "../pack-options.js";
import { refuse } from "../refuse.js";
import { writeWitnesses } from "../write-witnesses.js";

export interface TestOptions extends PackOptions {
  /** Folders of cases; those beside the packs where none is named. */
  readonly cases: readonly string[];
  /** Perturbs the pack, too, and says which changes no case notices. */
  readonly mutate?: boolean | undefined;
  /** Folder for an answers file of each such change. */
  readonly witness?: string | undefined;
}

/** Runs the cases of the pack. A case that does not hold keeps the gate shut. */
export async function rulesTest(options: TestOptions, host: Host): Promise<number> {
  const layers = await readPackLayers(options.rules, host.cwd);
  if (layers.kind === "failed") return refuse(layers.problems, host);
  const built = buildPack(layers.value);
  if (built.kind === "failed") return refuse(built.problems, host);
  const pack = built.value;
  /** What a pack extends has cases of its own. */
  const own = options.rules.length === 0 ? null : ownIds(layersNamed(layers.value, options.rules, host.cwd));
  const folders =
    options.cases.length > 0
      ? options.cases.map((name) => ({ path: resolve(host.cwd, name), name }))
      : caseFolders(options.rules, host.cwd);
  if (options.cases.length === 0 && !folders.some(({ path }) => existsSync(path)))
    return refuse(folders.map(withoutCases), host);
  const cases = await loadCases(folders, pack.source);
  if (cases.kind === "failed") return refuse(cases.problems, host);
  const result = testPack(pack, cases.value, own);
  const mutation = options.mutate ? mutate(pack, cases.value, own) : null;
  const witnesses = mutation === null ? [] : mutationWitnesses(mutation);
  const written = await writeWitnesses(options.witness, witnesses, pack.source, host);
  if (written.kind === "failed") return refuse(written.problems, host);
  const style = styleFor(host.stdout, host, options);
  if (options.format === "json") {
    const more = mutation === null ? {} : { mutation: mutationDocument(mutation) };
    host.stdout.write(testJson(result, style, more));
  } else {
    const more = mutation === null ? "" : `\n${mutationText(mutation, style)}`;
    host.stdout.write(`${testText(result, style)}${more}`);
  }
  return result.failed > 0 ? exitCodes.gate : exitCodes.done;
}

function withoutCases({ name }: { readonly name: string }): Problem {
  return { severity: "error", file: name, at: null, code: "no-cases" };
}

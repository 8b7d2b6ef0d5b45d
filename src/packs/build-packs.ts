import { digestOf } from "../engine/advise/canonical-digest.js";
import { buildPack } from "../engine/compile/build-pack.js";
import { type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { LoadedPack } from "../engine/model/compiled-pack.js";
import { readPackLayers } from "./read-layers.js";

/** `readPacks`, but always from the YAML. */
export async function buildPacks(names: readonly string[], cwd: string): Promise<Outcome<LoadedPack>> {
  const layers = await readPackLayers(names, cwd);
  if (layers.kind === "failed") return layers;
  const built = buildPack(layers.value);
  return built.kind === "ok" ? ok({ compiled: built.value, digest: digestOf(built.value.source) }) : built;
}

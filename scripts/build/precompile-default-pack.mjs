import { importSource } from "./import-source.mjs";

/**
 * The default pack, read from its YAML: as JSON for `restorePack`, and split for the command line.
 * @returns contents by name of file
 * @throws Error with every problem of the pack
 */
export async function precompileDefaultPack() {
  const { buildPacks, inAscii, precompilePack, renderProblems, splitPack } = await importSource(`
    export { buildPacks } from "./packs/build-packs.js";
    export { inAscii, splitPack } from "./engine/compile/split-pack.js";
    export { precompilePack } from "./engine/compile/precompiled-pack.js";
    export { renderProblems } from "./engine/diagnostics/render-problem.js";
  `);
  const built = await buildPacks([], process.cwd());
  if (built.kind === "failed") throw new Error(renderProblems(built.problems));
  const precompiled = precompilePack(built.value);
  return {
    "default-pack.json": inAscii(JSON.stringify(precompiled)),
    "default-pack.jsonl": splitPack(precompiled),
  };
}

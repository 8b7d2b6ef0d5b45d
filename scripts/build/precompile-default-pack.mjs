import { importSource } from "./import-source.mjs";

/**
 * The default pack, read from its YAML, as JSON for `restorePack`.
 * @returns contents by name of file
 * @throws Error with every problem of the pack
 */
export async function precompileDefaultPack() {
  const { buildPacks, precompilePack, renderProblems } = await importSource(`
    export { buildPacks } from "./packs/build-packs.js";
    export { precompilePack } from "./engine/compile/precompiled-pack.js";
    export { renderProblems } from "./engine/diagnostics/render-problem.js";
  `);
  const built = await buildPacks([], process.cwd());
  if (built.kind === "failed") throw new Error(renderProblems(built.problems));
  return { "default-pack.json": JSON.stringify(precompilePack(built.value)) };
}

import { importSource } from "./import-source.mjs";

/**
 * The default pack, read from its YAML, as JSON in ASCII for `restorePack`.
 * @throws Error with every problem of the pack
 */
export async function precompileDefaultPack() {
  const { buildPacks, precompilePack, renderProblems } = await importSource(`
    export { buildPacks } from "./build-packs.js";
    export { precompilePack } from "./engine/compile/precompiled-pack.js";
    export { renderProblems } from "./engine/diagnostics/render-problem.js";
  `);
  const built = await buildPacks([], process.cwd());
  if (built.kind === "failed") throw new Error(renderProblems(built.problems));
  return asciiJson(precompilePack(built.value));
}

/** JSON in ASCII alone: Node reads such a file, and parses such a text, in half the time. */
function asciiJson(value) {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

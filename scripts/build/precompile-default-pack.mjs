import { importSource } from "./import-source.mjs";

/**
 * The default pack, read from its YAML, in ASCII: as JSON for `restorePack` and as lines for `openPackLines`.
 * @throws Error with every problem of the pack
 */
export async function precompileDefaultPack() {
  const { buildPacks, packLines, precompilePack, renderProblems } = await importSource(`
    export { buildPacks } from "./build-packs.js";
    export { packLines } from "./engine/compile/pack-lines.js";
    export { precompilePack } from "./engine/compile/precompiled-pack.js";
    export { renderProblems } from "./engine/diagnostics/render-problem.js";
  `);
  const built = await buildPacks([], process.cwd());
  if (built.kind === "failed") throw new Error(renderProblems(built.problems));
  const precompiled = precompilePack(built.value);
  return {
    json: inAscii(JSON.stringify(precompiled)),
    lines: packLines(precompiled).map(inAscii).join("\n"),
  };
}

/** JSON in ASCII alone: Node reads such a file, and parses such a text, in half the time. */
function inAscii(json) {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

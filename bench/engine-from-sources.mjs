// The engine bundled from its sources, including functions that the package does not export.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const exported = [
  ["tryAnalyse", "engine/analyse/analyse.ts"],
  ["packStatistics", "engine/pack-tools/statistics/pack-statistics.ts"],
  ["compilePack", "engine/compile/compile-pack.ts"],
  ["score", "engine/score/score.ts"],
  ["scoreOf", "engine/score/score.ts"],
  ["profileOf", "engine/score/fill-implied.ts"],
  ["loadPack", "node.ts"],
];

/** @returns the functions named above */
export async function engineFromSources() {
  const folder = mkdtempSync(join(tmpdir(), "api-advisor-bench-"));
  const outfile = join(folder, "engine.mjs");
  const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
  const contents = exported.map(([name, path]) => `export { ${name} } from ${JSON.stringify(source(path))};`);
  try {
    await build({
      stdin: { contents: contents.join("\n"), resolveDir: source("") },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      // Packages in CommonJS `require` Node's own modules.
      banner: {
        js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
      },
      logLevel: "error",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

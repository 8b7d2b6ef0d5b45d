// Makes what the package ships from src/ and rules/:
//   dist/index.js, node.js       the library, with and without loading from disk
//   dist/cli.cjs                 the command line, which loads the next two on demand
//   dist/plain-advise.cjs        what `advise FILE` runs in a pipeline
//   dist/program.cjs             all commands
//   dist/yaml.cjs                the YAML library, which both of them need
//   dist/sdk.cjs                 what `mcp` alone needs: larger than the rest of the command line
//   dist/page.js                 the script of pages that answer back, in their worker too
//   dist/default-pack.json       the pack in rules/, checked and compiled
//   schemas/*.json               JSON Schemas of all kinds of files, for editors
//   dist/THIRD-PARTY-LICENSES    of the packages that were bundled
// and `generated/`, which the sources import. `npm run build` then has `tsc` write the declarations.
import { rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { build } from "esbuild";
import { generateDefaultPack, generateValidators } from "./build/generate.mjs";
import { thirdPartyLicenses } from "./build/third-party-licenses.mjs";

for (const folder of ["dist", "generated", "schemas"]) rmSync(folder, { recursive: true, force: true });
await generateValidators();
await generateDefaultPack();

const shared = {
  bundle: true,
  // Several packages have a leaner build for browsers; with the platform `node`, `advise` takes a fifth longer.
  platform: "neutral",
  mainFields: ["module", "main"],
  external: ["node:*"],
  target: "node20.19",
  outdir: "dist",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};

const library = await build({
  ...shared,
  entryPoints: ["src/index.ts", "src/node.ts"],
  format: "esm",
  splitting: true,
});

// CommonJS, which Node loads faster than modules. esbuild does not split it, so what is loaded on demand and what two files
// share are entry points, and what imports them requires their files.
const ownFiles = {
  name: "own-files",
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\/(plain-advise|program|sdk)\.js|yaml)$/ }, ({ path, kind }) =>
      kind === "dynamic-import" || (path === "yaml" && kind !== "entry-point")
        ? { path: `./${basename(path, ".js")}.cjs`, external: true }
        : null,
    );
  },
};
const commonJs = {
  ...shared,
  format: "cjs",
  entryNames: "[name]",
  outExtension: { ".js": ".cjs" },
  minify: true,
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
  supported: { "dynamic-import": false },
  plugins: [ownFiles],
};
const advise = await build({ ...commonJs, entryPoints: ["src/cli.ts", "src/cli/plain-advise.ts", "yaml"] });
const commands = await build({
  ...commonJs,
  platform: "node",
  entryPoints: ["src/cli/program.ts", "src/cli/mcp/sdk.ts"],
});

const page = await build({
  ...shared,
  entryPoints: { page: "src/page/main.ts" },
  format: "iife",
  minify: true,
  target: "es2022",
  alias: { "fast-string-width": resolve("src/page/rough-width.ts") },
  plugins: [
    {
      name: "no-digest",
      setup: ({ onResolve }) =>
        onResolve({ filter: /\/canonical-digest\.js$/ }, () => ({ path: resolve("src/page/no-digest.ts") })),
    },
  ],
});

writeFileSync(
  "dist/THIRD-PARTY-LICENSES",
  thirdPartyLicenses([library, advise, commands, page].map(({ metafile }) => metafile)),
);

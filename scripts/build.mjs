// Makes dist/ from src/ and rules/:
//   index.js, node.js         the library's two doors
//   cli.js, cli-*.js          the command line: what `advise` needs, and the rest to load on demand
//   default-pack.json         the pack in rules/, read, checked and compiled
//   THIRD-PARTY-LICENSES      of the packages that were bundled
// Declarations are written by `tsc` (see `npm run build`).
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { externalModules } from "./build/external-modules.mjs";
import { importSource } from "./build/import-source.mjs";
import { nodeModulesInCommonJs } from "./build/node-modules-in-commonjs.mjs";
import { oneCommonPath } from "./build/one-common-path.mjs";
import { packagesOnFirstUse } from "./build/packages-on-first-use.mjs";
import { precompileDefaultPack } from "./build/precompile-default-pack.mjs";
import { standaloneValidators, validatorSources } from "./build/standalone-validators.mjs";
import { thirdPartyLicenses } from "./build/third-party-licenses.mjs";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");

const shared = {
  bundle: true,
  format: "esm",
  // Not `node`: packages with a build for browsers have a leaner one there, and Node's modules are named below.
  platform: "neutral",
  mainFields: ["module", "main"],
  external: externalModules,
  target: "node20.19",
  splitting: true,
  outdir: "dist",
  metafile: true,
  plugins: [
    nodeModulesInCommonJs,
    packagesOnFirstUse({ "string-width": "default", "wrap-ansi": "default", chalk: "Chalk" }),
    standaloneValidators(await importSource(validatorSources)),
  ],
  legalComments: "none",
  logLevel: "warning",
};

const bundles = await Promise.all([
  build({
    ...shared,
    entryPoints: { index: "src/index.ts", node: "src/node.ts" },
    chunkNames: "shared-[hash]",
  }),
  build({
    ...shared,
    entryPoints: { cli: "src/cli.ts" },
    chunkNames: "cli-[name]-[hash]",
    // That import of the entry is there for what it reaches, not for what it does.
    logOverride: { "ignored-bare-import": "silent" },
    plugins: [...shared.plugins, oneCommonPath("src/cli.ts")],
  }),
]);
writeFileSync("dist/default-pack.json", await precompileDefaultPack());
writeFileSync("dist/THIRD-PARTY-LICENSES", thirdPartyLicenses(bundles.map(({ metafile }) => metafile)));

// Makes dist/ from src/ and rules/:
//   index.js, node.js         the library's two doors
//   cli.js, cli-*.js          the command line: what `advise` needs, and the rest to load on demand
//   THIRD-PARTY-LICENSES      of the packages that were bundled
// Declarations are written by `tsc` (see `npm run build`).
import { rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { externalModules } from "./build/external-modules.mjs";
import { nodeModulesInCommonJs } from "./build/node-modules-in-commonjs.mjs";
import { thirdPartyLicenses } from "./build/third-party-licenses.mjs";

rmSync("dist", { recursive: true, force: true });

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
  plugins: [nodeModulesInCommonJs],
  legalComments: "none",
  logLevel: "warning",
};

const bundles = await Promise.all([
  build({
    ...shared,
    entryPoints: { index: "src/index.ts", node: "src/node.ts" },
    chunkNames: "shared-[hash]",
  }),
  build({ ...shared, entryPoints: { cli: "src/cli.ts" }, chunkNames: "cli-[name]-[hash]" }),
]);
writeFileSync("dist/THIRD-PARTY-LICENSES", thirdPartyLicenses(bundles.map(({ metafile }) => metafile)));

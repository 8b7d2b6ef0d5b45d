// Makes what the package ships from src/ and rules/:
//   dist/index.js, node.js       the library, with and without loading from disk
//   dist/cli.cjs                 the command line, which loads the next two on demand
//   dist/plain-advise.cjs        what `advise FILE` runs in a pipeline
//   dist/on-demand.cjs           all commands
//   dist/yaml.cjs                the YAML library, which both of them need
//   dist/page.js                 the script of pages that answer back, in their worker too
//   dist/mcp-sdk.cjs             what `mcp` alone needs: larger than the rest of the command line
//   dist/default-pack.json       the pack in rules/, checked and compiled
//   schemas/*.json               JSON Schemas of all kinds of files, for editors
//   dist/THIRD-PARTY-LICENSES    of the packages that were bundled
// and `generated/`, which the sources import. `npm run build` then has `tsc` write the declarations.
import { rmSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
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
  external: ["node:*", "./plain-advise.cjs", "./on-demand.cjs", "./yaml.cjs", "./mcp-sdk.cjs"],
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

// CommonJS, which Node loads faster than modules. esbuild does not split it, so what else the first two files import on
// demand is collected and bundled into the third.
const commonJs = {
  ...shared,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  minify: true,
  define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
  supported: { "dynamic-import": false },
};
const onDemand = new Set();
const sharedYaml = {
  name: "shared-yaml",
  setup({ onResolve }) {
    onResolve({ filter: /^yaml$/ }, ({ kind }) =>
      kind === "entry-point" ? null : { path: "./yaml.cjs", external: true },
    );
  },
};

// V8 compiles this file as a whole, not each function when it is first called. That takes 3 % off the processor time of
// one surface on Node 20, and 18 % on 22 and later, whose compile cache then has every function. Half of the YAML library
// is never called: a Node that has no such cache saves 1 % by not compiling it.
const loadPlainAdvise = `
  const { setFlagsFromString } = require("node:v8");
  if (!require("node:module").enableCompileCache) require("./yaml.cjs");
  setFlagsFromString("--no-lazy");
  module.exports = require("./plain-advise.cjs");
  setFlagsFromString("--lazy");`;

const commandLine = await build({
  ...commonJs,
  entryPoints: { cli: "src/cli.ts", "plain-advise": "src/cli/plain-advise.ts", yaml: "yaml" },
  plugins: [
    sharedYaml,
    {
      name: "on-demand",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
          if (kind !== "dynamic-import") return null;
          const file = relative(".", resolve(resolveDir, path)).replaceAll("\\", "/");
          if (file === "src/cli/plain-advise.js") return { path: file, namespace: "plain-advise" };
          onDemand.add(file);
          return { path: file, namespace: "on-demand" };
        });
        onLoad({ filter: /.*/, namespace: "plain-advise" }, () => ({ contents: loadPlainAdvise }));
        onLoad({ filter: /.*/, namespace: "on-demand" }, ({ path }) => ({
          contents: `module.exports = require("./on-demand.cjs")[${JSON.stringify(path)}];`,
        }));
      },
    },
  ],
});

const rest = await build({
  ...commonJs,
  platform: "node",
  plugins: [
    sharedYaml,
    {
      name: "mcp-sdk",
      setup({ onResolve }) {
        onResolve({ filter: /\/sdk\.js$/ }, ({ kind }) =>
          kind === "dynamic-import" ? { path: "./mcp-sdk.cjs", external: true } : null,
        );
      },
    },
  ],
  stdin: {
    contents: [...onDemand]
      .sort()
      .map((file) => `export * as "${file}" from "./${file}";`)
      .join("\n"),
    resolveDir: ".",
    sourcefile: "on-demand.js",
  },
  outdir: undefined,
  outfile: "dist/on-demand.cjs",
});

const mcp = await build({ ...commonJs, platform: "node", entryPoints: { "mcp-sdk": "src/cli/mcp/sdk.ts" } });

const page = await build({
  ...shared,
  entryPoints: { page: "src/page/main.ts" },
  format: "iife",
  minify: true,
  target: "es2022",
  plugins: [
    {
      name: "smaller",
      setup({ onResolve }) {
        onResolve({ filter: /\/digest\.js$/ }, ({ resolveDir }) =>
          resolveDir === resolve("src/engine/advise") ? { path: resolve("src/page/no-digest.ts") } : null,
        );
        onResolve({ filter: /^fast-string-width$/ }, () => ({ path: resolve("src/page/rough-width.ts") }));
      },
    },
  ],
});

writeFileSync(
  "dist/THIRD-PARTY-LICENSES",
  thirdPartyLicenses([library, commandLine, rest, mcp, page].map(({ metafile }) => metafile)),
);

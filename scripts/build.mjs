// Makes dist/ from src/ and rules/:
//   index.js, node.js         the library's two doors
//   cli.cjs, cli-*.cjs        the command line: what `advise` needs, rewritten to be compiled along with the file as
//                             far as half of the examples call it, and the rest to load on demand
//   default-pack.json         the pack in rules/, read, checked and compiled
//   default-pack.jsonl        the same for the command line, which parses most of it on demand
//   THIRD-PARTY-LICENSES      of the packages that were bundled
// Declarations are written by `tsc` (see `npm run build`).
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { writeAsCommonJs } from "./build/as-commonjs.mjs";
import { compileAlong } from "./build/compile-along.mjs";
import { entryInChunk } from "./build/entry-in-chunk.mjs";
import { externalModules } from "./build/external-modules.mjs";
import { importSource } from "./build/import-source.mjs";
import { inlinedManifest } from "./build/inlined-manifest.mjs";
import { nodeModulesInCommonJs } from "./build/node-modules-in-commonjs.mjs";
import { onFirstUse } from "./build/on-first-use.mjs";
import { oneCommonPath } from "./build/one-common-path.mjs";
import { padToLarge } from "./build/pad-to-large.mjs";
import { precompileDefaultPack } from "./build/precompile-default-pack.mjs";
import { commonValidator, standaloneValidators, validatorSources } from "./build/standalone-validators.mjs";
import { thirdPartyLicenses } from "./build/third-party-licenses.mjs";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");

const schemas = await importSource(validatorSources);

const shared = {
  bundle: true,
  // Not `node`: packages with a build for browsers have a leaner one there, and Node's modules are named below.
  platform: "neutral",
  mainFields: ["module", "main"],
  external: externalModules,
  target: "node20.19",
  outdir: "dist",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
};

/** Packages that few runs need and that take long to set up, each with what is used of it. */
const rarelyUsed = {
  "@noble/hashes/sha2.js": ["sha256"],
  "@noble/hashes/utils.js": ["bytesToHex", "utf8ToBytes"],
  chalk: ["Chalk"],
  "fastest-levenshtein": ["distance"],
};

/**
 * Modules of the sources that a run needs only for some answers or texts, or to say what is wrong; they export functions
 * alone.
 */
const modulesOnFirstUse = [
  "cli/progress.ts",
  "engine/advise/basis.ts",
  "engine/analyse/change-bounds.ts",
  "engine/analyse/counted-completions.ts",
  "engine/count/exact-counts.ts",
  "engine/count/joint-verdicts.ts",
  "engine/analyse/set-overturns.ts",
  "engine/diagnostics/render-problem.ts",
  "engine/parse/parse-json.ts",
  "engine/report/ascii.ts",
  
  "engine/score/holds-together.ts",
  "engine/answers-file/is-day.ts",
  "engine/validate/shape-problems.ts",
];

/** The one of them that runs with more than a few completions use, which are most. */
const commonModule = "engine/analyse/counted-completions.ts";

/** The file of something that the command line loads when it is first used. */
const ownFile = (name) => `./${nameOfOwnFile(name)}.cjs`;
const nameOfOwnFile = (name) =>
  `cli-${name.replace(/^@|^(?:cli|engine)\/|\.[jt]s$/g, "").replaceAll("/", "-")}`;

const doors = await build({
  ...shared,
  format: "esm",
  entryPoints: { index: "src/index.ts", node: "src/node.ts" },
  splitting: true,
  chunkNames: "shared-[hash]",
  plugins: [nodeModulesInCommonJs, standaloneValidators(schemas), onFirstUse(rarelyUsed)],
});

const commandLine = await build({
  ...shared,
  format: "esm",
  entryPoints: {
    cli: "src/cli.ts",
    ...Object.fromEntries(modulesOnFirstUse.map((name) => [nameOfOwnFile(name), `src/${name}`])),
  },
  splitting: true,
  chunkNames: "cli-[name]-[hash]",
  outExtension: { ".js": ".cjs" },
  // All of the common path is read at every start. `entryInChunk` knows the form; white space comes back later.
  minify: true,
  // That import of the entry is there for what it reaches, not for what it does.
  logOverride: { "ignored-bare-import": "silent" },
  plugins: [
    inlinedManifest,
    nodeModulesInCommonJs,
    standaloneValidators(schemas, ownFile(commonValidator)),
    oneCommonPath("src/cli.ts", [`src/${commonModule}`]),
    onFirstUse(rarelyUsed, modulesOnFirstUse, ownFile),
  ],
  write: false,
});

const withEntry = entryInChunk(commandLine.outputFiles, "cli.cjs");
const common = `${nameOfOwnFile(commonModule)}.cjs`;
await writeAsCommonJs(entryInChunk(withEntry, common), "cli.cjs", ["main", "processHost"], common);

const loadedOnFirstUse = await build({
  ...shared,
  format: "cjs",
  entryPoints: [
    ...Object.keys(rarelyUsed).map((name) => ({ in: name, out: nameOfOwnFile(name) })),
    { in: `src/engine/answers-file/${commonValidator}.ts`, out: `cli-${commonValidator}` },
  ],
  outExtension: { ".js": ".cjs" },
  minify: true,
  plugins: [nodeModulesInCommonJs, standaloneValidators(schemas)],
});

for (const [name, contents] of Object.entries(await precompileDefaultPack()))
  writeFileSync(`dist/${name}`, contents);
const examples = readdirSync("examples")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => `examples/${file}`);
compileAlong(
  "dist",
  examples.map((file) => ["bin/api-advisor.js", "advise", file]),
);
padToLarge("dist/cli.cjs");
writeFileSync(
  "dist/THIRD-PARTY-LICENSES",
  thirdPartyLicenses([doors, commandLine, loadedOnFirstUse].map(({ metafile }) => metafile)),
);

import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

/** Modules of `generated/validators/`, each with the JSON Schema that it checks and the module that exports that. */
const validators = {
  answers: ["answersSchema", "answers-file/answers-schema.ts"],
  config: ["configSchema", "config-file/config-schema.ts"],
  rules: ["rulesSchema", "pack-file/rules-schema.ts"],
  cases: ["casesSchema", "pack-tools/cases/cases-schema.ts"],
  "real-system": ["realSystemSchema", "pack-tools/cases/cases-schema.ts"],
};

/** Compiles the JSON Schemas with Ajv, to modules that the sources import as `#validators/NAME`. */
export async function generateValidators() {
  const exported = Object.values(validators).map(
    ([schema, file]) => `export { ${schema} } from "./${file}";`,
  );
  const sources = await importSource(
    "schemas",
    ['export { validatorOptions } from "./validate/check-shape.ts";', ...exported].join("\n"),
    "src/engine",
  );
  for (const [name, [schema]] of Object.entries(validators)) {
    const ajv = new Ajv({
      ...sources.validatorOptions,
      inlineRefs: false,
      code: { source: true, esm: true },
    });
    // Bundled, as Ajv's code calls `require` for its helpers.
    await bundle(`validators/${name}`, standaloneCode(ajv, ajv.compile(sources[schema])), ".");
    writeFileSync(
      `generated/validators/${name}.d.ts`,
      'import type { ValidateFunction } from "ajv";\nexport declare const validate: ValidateFunction;\n',
    );
  }
}

/**
 * Writes `dist/default-pack.json`, the pack in `rules/`, checked and compiled, and the JSON Schemas of all files, whose
 * schema of answers names its questions.
 * @throws Error with every problem of the pack
 */
export async function generateDefaultPack() {
  const { buildPacks, precompilePack, renderProblems, schemaKinds, schemaText } = await importSource(
    "packs",
    `export { buildPacks } from "./packs/build-packs.ts";
    export { precompilePack } from "./engine/compile/precompiled-pack.ts";
    export { schemaKinds, schemaText } from "./cli/schemas.ts";
    export { renderProblems } from "./engine/diagnostics/render-problem.ts";`,
    "src",
  );
  const built = await buildPacks([], process.cwd());
  if (built.kind === "failed") throw new Error(renderProblems(built.problems));
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/default-pack.json", JSON.stringify(precompilePack(built.value)));
  mkdirSync("schemas", { recursive: true });
  for (const kind of schemaKinds)
    writeFileSync(`schemas/${kind}.json`, schemaText(kind, built.value.compiled.source));
}

/** Imports what `contents` re-exports of the TypeScript sources. */
async function importSource(name, contents, resolveDir) {
  await bundle(name, contents, resolveDir, { packages: "external", platform: "node" });
  return import(pathToFileURL(resolve(`generated/${name}.js`)).href);
}

function bundle(name, contents, resolveDir, options = {}) {
  return build({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    outfile: `generated/${name}.js`,
    logLevel: "warning",
    ...options,
  });
}

import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

let imports = 0;

/** Imports TypeScript sources while the package is built: `contents` is a module that exports what is wanted of them. */
export async function importSource(contents) {
  imports += 1;
  const outfile = resolve(`dist/.source-${imports}.mjs`);
  await build({
    stdin: { contents, resolveDir: "src", loader: "ts" },
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    outfile,
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}

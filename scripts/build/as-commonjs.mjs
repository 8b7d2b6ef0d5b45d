import { writeFileSync } from "node:fs";
import { transform } from "esbuild";

const moduleUrl = 'require("node:url").pathToFileURL(__filename).href';

/**
 * Writes what esbuild made of ES modules as CommonJS, which esbuild does not cut into several files by itself. Node
 * starts CommonJS without its loader of ES modules.
 * @param outputFiles files of a build with `write: false`, named *.cjs
 */
export async function writeAsCommonJs(outputFiles) {
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: "cjs",
      target: "node20.19",
      // Or else imports on demand would stay, and load that loader.
      supported: { "dynamic-import": false },
      define: { "import.meta.url": "moduleUrl" },
      banner: text.includes("import.meta.url") ? `const moduleUrl = ${moduleUrl};` : "",
      minify: true,
    });
    writeFileSync(path, code);
  }
}

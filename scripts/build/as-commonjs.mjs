import { writeFileSync } from "node:fs";
import { transform } from "esbuild";

/**
 * Writes what esbuild made of ES modules as CommonJS, which esbuild does not cut into several files by itself. Node
 * starts CommonJS without its loader of ES modules.
 * @param outputFiles files of a build with `write: false`, named *.cjs
 */
export async function writeAsCommonJs(outputFiles) {
  let rewritten = 0;
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: "cjs",
      target: "node20.19",
      // Or else imports on demand would stay, and load that loader.
      supported: { "dynamic-import": false },
      // The address is only asked for to make a `require` of, which takes a path as well.
      define: { "import.meta.dirname": "__dirname", "import.meta.url": "__filename" },
      // White space stays: stack traces name lines, and V8 never copies a string of more than 128 KiB.
      minifyIdentifiers: true,
      minifySyntax: true,
    });
    const written = plainExports(code);
    if (written !== code) rewritten += 1;
    writeFileSync(path, asciiCode(written));
  }
  if (rewritten === 0) throw new Error("esbuild writes exports otherwise than `plainExports` expects");
}

/**
 * The same code in ASCII. esbuild writes that but for regular expressions; one other character, and V8 reads all of a
 * file in two bytes a character, which takes half as long again.
 */
function asciiCode(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const exportsByHelpers =
  /\b[\w$]+\(([\w$]+), \{\s*((?:[\w$]+: \(\) => [\w$.]+,?\s*)*)\}\);\s*module\.exports = [\w$]+\(\1\);/;

/**
 * The same code with its exports written out as getters. esbuild's helpers define them one by one, twice over, which for
 * the hundreds that files on demand share takes milliseconds at every start.
 */
function plainExports(code) {
  return code.replace(exportsByHelpers, (_, _name, list) => {
    const getters = list.replace(/([\w$]+): \(\) => ([\w$.]+)/g, "get $1() { return $2 }");
    return `module.exports = { __esModule: true, ${getters}};`;
  });
}

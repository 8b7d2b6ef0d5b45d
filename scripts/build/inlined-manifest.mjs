import { readFileSync } from "node:fs";

/** esbuild plugin: puts what is used of package.json in the place of the module that reads it at every start. */
export const inlinedManifest = {
  name: "inlined-manifest",
  setup(build) {
    build.onLoad({ filter: /\/src\/cli\/manifest\.ts$/ }, () => {
      const { version, homepage } = JSON.parse(readFileSync("package.json", "utf8"));
      return { contents: `export const manifest = ${JSON.stringify({ version, homepage })};` };
    });
  },
};

import { builtinModules } from "node:module";

const builtin = new RegExp(`^(node:)?(${builtinModules.join("|")})$`);

/**
 * esbuild plugin: packages in CommonJS `require` Node's modules, which a bundle of ES modules cannot; it imports them
 * instead. Without it esbuild leaves a function that throws.
 */
export const nodeModulesInCommonJs = {
  name: "node-modules-in-commonjs",
  setup(build) {
    build.onResolve({ filter: builtin }, ({ path, kind }) =>
      kind === "require-call" ? { path: path.replace(/^node:/, ""), namespace: "required" } : null,
    );
    build.onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({
      contents: `module.exports = require("imported:${path}").default;`,
    }));
    build.onResolve({ filter: /^imported:/ }, ({ path }) => ({
      path: path.slice("imported:".length),
      namespace: "imported",
    }));
    build.onLoad({ filter: /.*/, namespace: "imported" }, ({ path }) => ({
      contents: `export { default } from "node:${path}";`,
    }));
  },
};

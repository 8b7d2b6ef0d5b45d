import { builtinModules } from "node:module";

const builtin = new RegExp(`^(node:)?(${builtinModules.join("|")})$`);

/** commander asks for it at once, and needs it for subcommands that are programs of their own: there are none here. */
const rarelyUsed = ["child_process"];

/**
 * esbuild plugin: packages in CommonJS `require` Node's modules, for which a bundle of ES modules has no word; they get
 * them from the process. An import would load them before the bundle runs and read every property of `process`, which
 * opens all its streams.
 */
export const nodeModulesInCommonJs = {
  name: "node-modules-in-commonjs",
  setup(build) {
    build.onResolve({ filter: builtin }, ({ path, kind }) =>
      kind === "require-call" ? { path: path.replace(/^node:/, ""), namespace: "node-module" } : null,
    );
    build.onLoad({ filter: /.*/, namespace: "node-module" }, ({ path }) => {
      const found = path === "process" ? "process" : `process.getBuiltinModule("node:${path}")`;
      return {
        contents: rarelyUsed.includes(path)
          ? `module.exports = new Proxy({}, { get: (_, name) => ${found}[name] });`
          : `module.exports = ${found};`,
      };
    });
  },
};

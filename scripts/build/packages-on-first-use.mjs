/**
 * esbuild plugin: sets up packages when they are first called. Their code stays in the bundle, as the callers need an
 * answer at once and cannot wait for an import.
 * @param packages name of each package, and the name of the one function or class that is used of it
 */
export function packagesOnFirstUse(packages) {
  const filter = new RegExp(`^(${Object.keys(packages).join("|")})$`);
  const exported = (name) => (name === "default" ? "default function" : `function ${name}`);
  return {
    name: "packages-on-first-use",
    setup(build) {
      build.onResolve({ filter }, ({ path, kind, resolveDir }) =>
        kind === "import-statement"
          ? { path, namespace: "on-first-use", pluginData: resolveDir, sideEffects: false }
          : null,
      );
      build.onLoad({ filter: /.*/, namespace: "on-first-use" }, ({ path, pluginData }) => ({
        contents: `
          export ${exported(packages[path])}(...args) {
            const real = require("${path}").${packages[path]};
            return new.target ? new real(...args) : real(...args);
          }
        `,
        resolveDir: pluginData,
      }));
    },
  };
}

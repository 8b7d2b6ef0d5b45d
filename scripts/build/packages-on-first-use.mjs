/**
 * esbuild plugin: sets up packages when they are first called. An import on demand would not do, as the callers need an
 * answer at once.
 * @param packages name of each package, and the names of the functions and classes that are used of it
 * @param fileOf where a package will be found, from a bundle that is CommonJS in the end; without it, packages stay in
 *   the bundle
 */
export function packagesOnFirstUse(packages, fileOf = (name) => name) {
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
        contents: packages[path]
          .map(
            (name) => `
              export ${exported(name)}(...args) {
                const real = require("${fileOf(path)}").${name};
                return new.target ? new real(...args) : real(...args);
              }
            `,
          )
          .join(""),
        resolveDir: pluginData,
      }));
      build.onResolve({ filter: /^\./, namespace: "on-first-use" }, ({ path }) => ({ path, external: true }));
    },
  };
}

/**
 * esbuild plugin: sets up the packages named when their one function is first called. The code stays in the bundle, as
 * callers need an answer at once and cannot wait for an import.
 * @param packages names of packages that export one function as their default
 */
export function packagesOnFirstCall(packages) {
  const filter = new RegExp(`^(${packages.join("|")})$`);
  return {
    name: "packages-on-first-call",
    setup(build) {
      build.onResolve({ filter }, ({ path, kind, resolveDir }) =>
        kind === "import-statement"
          ? { path, namespace: "on-first-call", pluginData: resolveDir, sideEffects: false }
          : null,
      );
      build.onLoad({ filter: /.*/, namespace: "on-first-call" }, ({ path, pluginData }) => ({
        contents: `
          let call;
          export default (...args) => (call ??= require("${path}").default)(...args);
        `,
        resolveDir: pluginData,
      }));
    },
  };
}

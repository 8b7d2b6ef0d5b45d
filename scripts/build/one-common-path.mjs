import { dirname, resolve } from "node:path";

/** The namespace of what is loaded on demand. */
export const onDemand = "on-demand";

/**
 * esbuild plugin: lets whatever is loaded on demand, other entry points among it, import the entry, which is there by
 * then anyway. All that the entry needs then has the same importers, and esbuild keeps it in one file; else it would cut
 * it into a file for every set of modules on demand that share a part of it, and each file takes time at start.
 * @param entry path of the entry, from the package's folder
 * @param common paths of entry points that most runs load after it: the same holds of each for whatever is loaded later
 */
export function oneCommonPath(entry, common = []) {
  return {
    name: "one-common-path",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, kind, ...from }) => {
        if (kind === "entry-point")
          return resolve(path) === resolve(entry) ? null : { path: resolve(path), namespace: onDemand };
        if (kind !== "dynamic-import") return null;
        const found = await build.resolve(path, { kind: "import-statement", ...from });
        return { path: found.path, errors: found.errors, namespace: onDemand };
      });
      build.onLoad({ filter: /.*/, namespace: onDemand }, ({ path }) => ({
        contents: [
          ...[entry, ...common]
            .map((each) => resolve(each))
            .filter((each) => each !== path)
            .map((each) => `import ${JSON.stringify(each)};`),
          `export * from ${JSON.stringify(path)};`,
        ].join("\n"),
        resolveDir: dirname(path),
      }));
    },
  };
}

import { dirname, resolve } from "node:path";

/** The namespace of what is loaded on demand. */
export const onDemand = "on-demand";

/**
 * esbuild plugin: lets whatever is loaded on demand, other entry points among it, import the entry, which is there by
 * then anyway. All that the entry needs then has the same importers, and esbuild keeps it in one file; else it would cut
 * it into a file for every set of modules on demand that share a part of it, and each file takes time at start.
 * @param entry path of the entry, from the package's folder
 */
export function oneCommonPath(entry) {
  return {
    name: "one-common-path",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, kind, ...from }) => {
        if (kind === "entry-point" && path !== entry) return { path: resolve(path), namespace: onDemand };
        if (kind !== "dynamic-import") return null;
        const found = await build.resolve(path, { kind: "import-statement", ...from });
        return { path: found.path, errors: found.errors, namespace: onDemand };
      });
      build.onLoad({ filter: /.*/, namespace: onDemand }, ({ path }) => ({
        contents: `import ${JSON.stringify(resolve(entry))}; export * from ${JSON.stringify(path)};`,
        resolveDir: dirname(path),
      }));
    },
  };
}

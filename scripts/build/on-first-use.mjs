import { readFileSync } from "node:fs";
import { onDemand } from "./one-common-path.mjs";

/** Marks the path of a module where the module is meant, and not what stands in for it. */
const itself = "?itself";

/**
 * esbuild plugin: sets up packages, and modules of the sources, when something of them is first called. An import on
 * demand would not do, as the callers need an answer at once.
 * @param packages name of each package, and the names of the functions and classes that are used of it
 * @param modules paths of modules as they end, such as `parse/parse-json.ts`, that export functions alone, and are entry
 *   points of the build, too, with what they share with its first one left there (`oneCommonPath`)
 * @param fileOf where a package or module will be found, from a bundle that is CommonJS in the end; without it, they stay
 *   in the bundle
 */
export function onFirstUse(packages, modules = [], fileOf = (name) => name) {
  return {
    name: "on-first-use",
    setup(build) {
      build.onResolve({ filter: anyOf(Object.keys(packages), "^", "$") }, ({ path, kind, resolveDir }) =>
        kind === "import-statement"
          ? { path, namespace: "on-first-use", pluginData: resolveDir, sideEffects: false }
          : null,
      );
      build.onLoad({ filter: /.*/, namespace: "on-first-use" }, ({ path, pluginData }) => ({
        contents: standIns(packages[path], fileOf(path)),
        resolveDir: pluginData,
      }));
      build.onResolve({ filter: /^\./, namespace: "on-first-use" }, ({ path }) => ({ path, external: true }));
      if (modules.length === 0) return;
      const ownModule = anyOf(modules, "/", "$");
      // What stands behind an entry point of its own is the module itself.
      build.onResolve({ filter: ownModule, namespace: onDemand }, ({ path }) => ({ path, suffix: itself }));
      build.onLoad({ filter: ownModule, namespace: "file" }, ({ path, suffix }) =>
        suffix === itself
          ? null
          : {
              contents: standIns(
                functionsOf(path, readFileSync(path, "utf8")),
                fileOf(modules.find((module) => path.endsWith(module))),
              ),
            },
      );
      build.onResolve({ filter: /^\.\/cli-/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

const anyOf = (names, before, after) =>
  new RegExp(`${before}(${names.map((name) => name.replaceAll(".", "\\.")).join("|")})${after}`);

/** Exports of the same names that load the real ones. */
function standIns(names, file) {
  const exported = (name) => (name === "default" ? "default function" : `function ${name}`);
  return names
    .map(
      (name) => `
        let real_${name};
        export ${exported(name)}(...args) {
          real_${name} ??= require("${file}").${name};
          return new.target ? new real_${name}(...args) : real_${name}(...args);
        }
      `,
    )
    .join("");
}

/**
 * The names of the functions that a module exports.
 * @throws Error where it exports something else, which has to be there before it is called
 */
export function functionsOf(path, source) {
  const exports = [...source.matchAll(/^export (?!type |interface )(.*)/gm)];
  return exports.map(([line]) => {
    const [, name] = /^export (?:async )?function (\w+)/.exec(line) ?? [];
    if (name === undefined) throw new Error(`${path} exports more than functions: ${line}`);
    return name;
  });
}

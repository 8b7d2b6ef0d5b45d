import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const doors = ["src/index.ts", "src/node.ts"];
const reexport = /^export \{([^}]*)\} from "(\.[^"]+)\.js";$/gm;
const importOfDoor = /^import \{([^}]*)\} from "((?:\.\.\/)+(?:index|node))\.js";$/gm;

/**
 * esbuild plugin: lets the command line import from the files themselves what it imports from the library's doors. esbuild
 * assigns whole files to bundles, so that everything behind a door would follow whoever imports one thing through it.
 */
export const pastTheDoors = {
  name: "past-the-doors",
  setup(build) {
    const homes = new Map(doors.flatMap(homesBehind));
    build.onLoad({ filter: /\/src\/cli\/.*\.ts$/, namespace: "file" }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(importOfDoor, (_, names, door) =>
        valuesOf(names)
          .map(
            (name) => `import { ${name} } from "${homes.get(name) ?? resolve(dirname(path), `${door}.ts`)}";`,
          )
          .join("\n"),
      ),
      loader: "ts",
    }));
  },
};

/** What a door exports of other files, with the file of each. */
function homesBehind(door) {
  return [...readFileSync(door, "utf8").matchAll(reexport)].flatMap(([, names, file]) =>
    valuesOf(names).map((name) => [name, resolve(dirname(door), `${file}.ts`)]),
  );
}

/** The names in an import or export clause that are no types. */
function valuesOf(names) {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));
}

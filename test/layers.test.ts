import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom, besides itself: folders of `src` (or single files), `node:` for Node's modules, and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "engine/model": [],
  "engine/diagnostics": ["engine/model", "fast-string-width", "fastest-levenshtein"],
  "engine/parse": ["engine/diagnostics", "jsonc-parser", "yaml"],
  "engine/validate": ["engine/diagnostics", "engine/parse", "ajv"],
  "engine/answers-file": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/validate",
    "yaml",
    "#validators",
  ],
  "engine/config-file": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/validate",
    "engine/answers-file",
    "#validators",
  ],
  "engine/pack-file": ["engine/model", "engine/diagnostics", "engine/parse", "engine/answers-file"],
  "engine/compile": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/validate",
    "engine/pack-file",
    "#validators",
  ],
  "engine/score": ["engine/model"],
  "engine/count": ["engine/model"],
  "engine/analyse": ["engine/model", "engine/score", "engine/count"],
  "engine/interview": ["engine/model", "engine/score", "engine/analyse"],
  "engine/compare": ["engine/model"],
  "engine/advise": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/answers-file",
    "engine/score",
    "engine/analyse",
    "@noble/hashes",
  ],
  "engine/check": ["engine/model", "engine/diagnostics", "engine/advise"],
  "engine/embed": ["engine/diagnostics", "diff", "mdast", "mdast-util-from-markdown"],
  "engine/report": [
    "engine/model",
    "engine/diagnostics",
    "engine/interview",
    "engine/compare",
    "@noble/hashes",
  ],
  "engine/explain": ["engine/model", "engine/diagnostics", "engine/report"],
  "engine/pack-tools/witness": ["engine/model", "engine/answers-file", "engine/score"],
  "engine/pack-tools/pairs": ["engine/model", "engine/score", "engine/count"],
  "engine/pack-tools/statistics": [
    "engine/model",
    "engine/diagnostics",
    "engine/score",
    "engine/count",
    "engine/report",
    "engine/pack-tools/pairs",
    "engine/pack-tools/witness",
  ],
  "engine/pack-tools/lint": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/pack-file",
    "engine/compile",
    "engine/score",
    "engine/report",
    "engine/explain",
    "engine/pack-tools/witness",
  ],
  "engine/pack-tools/cases": [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/validate",
    "engine/answers-file",
    "engine/score",
    "engine/report",
    "engine/explain",
    "engine/pack-tools/witness",
    "#validators",
  ],
  "engine/pack-tools/mutate": [
    "engine/model",
    "engine/compile",
    "engine/pack-tools/pairs",
    "engine/score",
    "engine/report",
    "engine/explain",
    "engine/pack-tools/witness",
    "engine/pack-tools/cases",
  ],
  "engine/pack-tools/diff": [
    "engine/model",
    "engine/diagnostics",
    "engine/report",
    "engine/explain",
    "engine/pack-tools/witness",
    "engine/pack-tools/cases",
    "engine/pack-tools/mutate",
  ],
  files: ["engine/diagnostics", "node:", "tinyglobby"],
  packs: [
    "engine/model",
    "engine/diagnostics",
    "engine/parse",
    "engine/pack-file",
    "engine/compile",
    "engine/advise",
    "engine/pack-tools/cases",
    "files",
    "node:",
  ],
  page: [
    "engine/model",
    "engine/answers-file",
    "engine/compile",
    "engine/compare",
    "engine/advise",
    "engine/interview",
    "engine/report",
  ],
  "index.ts": ["engine"],
  "node.ts": ["engine/model", "engine/diagnostics", "packs", "index.ts"],
  "cli.ts": ["cli"],
  cli: [
    "../package.json",
    "files",
    "packs",
    // Only the shape of what it writes into a page.
    "page/protocol.ts",
    "@inquirer",
    "@modelcontextprotocol",
    "chalk",
    "commander",
    "engine",
    "node:",
    "fast-string-width",
    "fast-wrap-ansi",
    // Only to have it loaded before what needs it.
    "yaml",
  ],
};

/** Packages that only one place may import. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  commander: ["cli/program.ts", "cli/command-line"],
  chalk: ["cli/output/drawing.ts"],
  "@inquirer": ["cli/ask"],
  "@modelcontextprotocol": ["cli/mcp"],
};

interface Edge {
  readonly from: string;
  readonly to: string;
}

const root = join(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const edges = files.flatMap((from) => importsOf(from).map((to): Edge => ({ from, to })));

/** Every module named by an import or export, types included: a file below `src`, or a package. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  const named = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g,
  );
  return [...named].map(([, a, b, c]) => {
    const name = a ?? b ?? c ?? "";
    return name.startsWith(".") ? normalize(join(dirname(file), name)).replace(/\.js$/, ".ts") : name;
  });
}

function within(path: string, area: string): boolean {
  return area === "node:" ? path.startsWith("node:") : path === area || path.startsWith(`${area}/`);
}

function areaOf(file: string): string | undefined {
  return Object.keys(allowed).find((area) => within(file, area));
}

describe("layers", () => {
  it("reads the imports of the sources at all", () => {
    expect(edges.length).toBeGreaterThan(100);
    expect(edges).toContainEqual({
      from: "engine/compile/build-pack.ts",
      to: "engine/model/compiled-pack.ts",
    });
  });

  it("gives every file a place in the table", () => {
    expect(files.filter((file) => areaOf(file) === undefined)).toEqual([]);
  });

  it("has no import that the table does not allow", () => {
    const forbidden = edges.filter(({ from, to }) => {
      const area = areaOf(from);
      return (
        area === undefined || !(within(to, area) || (allowed[area] ?? []).some((other) => within(to, other)))
      );
    });
    expect(forbidden).toEqual([]);
  });

  it("grants nothing that no import makes use of", () => {
    const idle = Object.entries(allowed).flatMap(([area, others]) =>
      others
        .filter((other) => !edges.some(({ from, to }) => areaOf(from) === area && within(to, other)))
        .map((other) => `${area}: ${other}`),
    );
    expect(idle).toEqual([]);
  });

  it("names some packages in one place only", () => {
    const strays = edges.filter(({ from, to }) =>
      Object.entries(onlyIn).some(
        ([name, places]) => within(to, name) && !places.some((place) => within(from, place)),
      ),
    );
    expect(strays).toEqual([]);
  });

  it("writes files in one room only", () => {
    const readers = ["existsSync", "readFileSync", "statSync", "stat"];
    const writers = files
      .filter((file) => !within(file, "files"))
      .flatMap((file) =>
        [...readFileSync(join(root, file), "utf8").matchAll(/import (.*) from "node:fs(?:\/promises)?"/g)]
          .flatMap(([, names = ""]) => names.replace(/[{}\s]|\btype /g, "").split(","))
          .filter((name) => !readers.includes(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(writers).toEqual([]);
  });

  it("bundles nothing of the page's script with the command line", () => {
    const bundled = files.filter((file) =>
      /(?:^|\n)(?:import|export) (?!type )[^;]*"[^"]*\/page\//.test(
        within(file, "cli") ? readFileSync(join(root, file), "utf8") : "",
      ),
    );
    expect(bundled).toEqual([]);
  });

  it("has no cycle", () => {
    expect(cycle()).toEqual([]);
  });
});

/** A cycle of files, or nothing. */
function cycle(): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { to } of edges.filter((edge) => edge.from === file)) {
      const found = files.includes(to) ? visit(to, [...path, file]) : [];
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  for (const file of files) {
    const found = visit(file, []);
    if (found.length > 0) return found;
  }
  return [];
}

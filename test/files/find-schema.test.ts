import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findSchema } from "../../src/files/find-schema.js";

const own = "api-advisor.schema.json";
const packaged = "node_modules/api-advisor/schemas/answers.json";

/** A folder with these files, empty; a name that ends in a slash is a folder. */
function tree(...names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "find-schema-"));
  for (const name of names) {
    const path = join(root, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, "");
  }
  return root;
}

describe("the schema of an answers file is", () => {
  it.each<
    [what: string, files: readonly string[], file: string, forDefault: string | null, forOther: string | null]
  >([
    ["none if there is none", [".git/"], "a.yaml", null, null],
    ["the package's, for the default pack alone", [".git/", packaged], "a.yaml", `./${packaged}`, null],
    ["found from a folder below", [".git/", packaged], "x y/z/a.yaml", `../../${packaged}`, null],
    [
      "the repository's own before the package's",
      [".git/", own, packaged],
      "x/a.yaml",
      `../${own}`,
      `../${own}`,
    ],
    ["the nearest one", [".git/", own, `x/${packaged}`], "x/a.yaml", `./${packaged}`, `../${own}`],
    ["none that is outside of the repository", [packaged, own, "x/.git/"], "x/a.yaml", null, null],
    ["one beside it, outside of a repository", [own], "a.yaml", `./${own}`, `./${own}`],
    ["none above it, outside of a repository", [own], "x/a.yaml", null, null],
  ])("%s", (_, files, file, forDefault, forOther) => {
    const path = join(tree(...files), file);
    mkdirSync(dirname(path), { recursive: true });
    expect([findSchema(path, true), findSchema(path, false)]).toEqual([forDefault, forOther]);
  });
});

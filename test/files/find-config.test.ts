import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findConfig } from "../../src/files/find-config.js";

/** A repository with these files, and below it the folder `a/b`. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "api-advisor-"));
  mkdirSync(join(root, "in/a/b"), { recursive: true });
  mkdirSync(join(root, "in/.git"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const keyed = '{ "name": "x", "tool": {} }';

describe("the config that is found", () => {
  it.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
    ["in the folder itself", { "in/a/b/.api-advisorrc.yaml": "" }, "in/a/b", [".api-advisorrc.yaml"]],
    ["above it", { "in/.api-advisorrc.yml": "" }, "in", [".api-advisorrc.yml"]],
    [
      "in the nearest folder",
      { "in/.api-advisorrc.yaml": "", "in/a/.api-advisorrc.json": "" },
      "in/a",
      [".api-advisorrc.json"],
    ],
    ["in a package.json with the key", { "in/a/package.json": keyed }, "in/a", ["package.json"]],
    [
      "in a package.json with the key in escapes",
      { "in/a/package.json": '{ "\\u0074ool": {} }' },
      "in/a",
      ["package.json"],
    ],
    [
      "beside a package.json without the key",
      { "in/a/.api-advisorrc.yaml": "", "in/a/package.json": '{ "name": "tool" }' },
      "in/a",
      [".api-advisorrc.yaml"],
    ],
    [
      "above packages without the key, whatever they mention or hold",
      {
        "in/a/b/package.json": '{ "devDependencies": { "tool": "1" } }',
        "in/a/package.json": "null",
        "in/package.json": keyed,
      },
      "in",
      ["package.json"],
    ],
    [
      "in a package.json that is no JSON",
      { "in/a/package.json": '{ "tool": {}, }' },
      "in/a",
      ["package.json"],
    ],
    [
      "above a package without the key that begins with a byte order mark",
      {
        "in/a/package.json": '\ufeff{ "devDependencies": { "tool": "1" } }',
        "in/package.json": `\ufeff${keyed}`,
      },
      "in",
      ["package.json"],
    ],
    [
      "twice",
      { "in/.api-advisorrc.yaml": "", "in/package.json": keyed },
      "in",
      [".api-advisorrc.yaml", "package.json"],
    ],
  ])("is %s", (_, files, folder, names) => {
    const root = repository(files);
    expect(findConfig(join(root, "in/a/b"), "tool")).toEqual({ folder: join(root, folder), names });
  });

  it("is none above the root of the repository", () => {
    const root = repository({ ".api-advisorrc.yaml": "", "in/api-advisor.yaml": "", "in/package.json": "{" });
    expect(findConfig(join(root, "in/a/b"), "tool")).toBeNull();
    expect(findConfig(root, "tool")).toMatchObject({ folder: root });
  });

  it("is none in the folders above where there is no repository, as these may be anybody's", () => {
    const root = repository({ ".api-advisorrc.yaml": "", "out/b/api-advisor.yaml": "" });
    expect(findConfig(join(root, "out/b"), "tool")).toBeNull();
  });

  it("is also a link that leads nowhere, but no pipe that is called package.json", () => {
    const root = repository({});
    const program = "mkfifo";
    execFileSync(program, [join(root, "in/a/package.json")]);
    expect(findConfig(join(root, "in/a"), "tool")).toBeNull();
    symlinkSync("nowhere", join(root, "in/.api-advisorrc.yaml"));
    expect(findConfig(join(root, "in/a"), "tool")).toMatchObject({ names: [".api-advisorrc.yaml"] });
  });
});

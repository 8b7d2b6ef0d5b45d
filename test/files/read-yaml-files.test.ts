import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readYamlFiles } from "../../src/files/read-yaml-files.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yaml-"));
  for (const name of ["b.yaml", "a.yml", "c.txt", "x/d.yaml", "x/y/e.yaml"]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  // No circle is followed.
  symlinkSync("..", join(folder, "x/up"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inAll = ["a.yml", "b.yaml", "x/d.yaml", "x/y/e.yaml"];

it.each([
  [false, 4, inAll.slice(0, 2)],
  [false, 3, "the folder has more than 3 files and folders"],
  [true, 8, inAll],
  [true, 7, "the folder has more than 7 files and folders"],
] as const)(
  "reads the YAML files of a folder (with those within: %s) of at most %i entries",
  async (within, most, expected) => {
    const read = await readYamlFiles(folder, "n", { within, most });
    if (typeof expected === "string")
      expect(read).toMatchObject({ kind: "failed", problems: [{ file: "n", reason: expected }] });
    else
      expect(read).toMatchObject({
        kind: "ok",
        value: expected.map((file) => ({ file: join("n", file), text: file })),
      });
  },
);

describe("through links", () => {
  let root = "";
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "links-"));
    for (const name of ["real/more/a.yaml", "cases/own/b.yaml"]) {
      mkdirSync(join(root, name, ".."), { recursive: true });
      writeFileSync(join(root, name), name);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  async function filesIn(cases: string) {
    const read = await readYamlFiles(join(root, cases), "n", { within: true, most: 100 });
    return read.kind === "ok" ? read.value.map(({ file }) => file) : read.problems;
  }

  it("reads folders that lie elsewhere", async () => {
    mkdirSync(join(root, "one"));
    symlinkSync("../real/more", join(root, "one/linked"));
    symlinkSync("nowhere", join(root, "one/dangling"));
    symlinkSync("itself", join(root, "one/itself"));
    expect(await filesIn("one")).toEqual([join("n", "linked/a.yaml")]);
  });

  it("reads a folder once, by its own name, or else by that of the first link to it", async () => {
    for (const name of ["z", "a"]) symlinkSync("own", join(root, `cases/${name}-to-own`));
    for (const name of ["z", "y"]) symlinkSync("../real", join(root, `cases/${name}-to-real`));
    // A circle: the folder below links to the one above.
    symlinkSync("../../cases", join(root, "real/more/back"));
    expect(await filesIn("cases")).toEqual([join("n", "own/b.yaml"), join("n", "y-to-real/more/a.yaml")]);
  });
});

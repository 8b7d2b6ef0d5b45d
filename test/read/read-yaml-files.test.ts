import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readYamlFiles } from "../../src/read/read-yaml-files.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yaml-"));
  for (const name of ["b.yaml", "a.yml", "c.txt", "x/d.yaml", "x/y/e.yaml"]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  // A folder that is linked to is not gone into, so that no circle is gone round.
  symlinkSync("..", join(folder, "x/up"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inAll = ["a.yml", "b.yaml", "x/d.yaml", "x/y/e.yaml"];

it.each([
  [false, 4, inAll.slice(0, 2)],
  [false, 3, "the folder holds more than 3 files and folders"],
  [true, 8, inAll],
  [true, 7, "the folder holds more than 7 files and folders"],
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

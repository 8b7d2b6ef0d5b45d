import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readTextFile, readTextStream } from "../../src/files/read-file.js";

const sizeLimit = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "read-"));
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const codeOf = (outcome: Awaited<ReturnType<typeof readTextFile>>) =>
  outcome.kind === "failed" ? outcome.problems.map((problem) => problem.code) : outcome.value.text;

describe("readTextFile", () => {
  it("reads UTF-8, without its byte order mark, under the name given", async () => {
    const outcome = await readTextFile(file("a.yaml", "\ufeffname: Käse ✓\n"), "a.yaml");
    expect(outcome).toMatchObject({ kind: "ok", value: { file: "a.yaml", text: "name: Käse ✓\n" } });
  });

  it("reads through a symbolic link", async () => {
    symlinkSync(file("real.yaml", "a: 1\n"), join(folder, "link.yaml"));
    expect(codeOf(await readTextFile(join(folder, "link.yaml")))).toBe("a: 1\n");
  });

  it("takes the limit and refuses one byte more", async () => {
    expect(codeOf(await readTextFile(file("full", "x".repeat(sizeLimit))))).toHaveLength(sizeLimit);
    expect(codeOf(await readTextFile(file("over", "x".repeat(sizeLimit + 1))))).toEqual(["file-too-large"]);
  });

  it("refuses anything but a regular text file", async () => {
    mkdirSync(join(folder, "directory"));
    symlinkSync("loop", join(folder, "loop"));
    for (const [name, code] of [
      [file("latin1", Buffer.from([0x63, 0xe9])), "not-utf8"],
      [join(folder, "directory"), "unreadable-file"],
      [join(folder, "nowhere"), "unreadable-file"],
      [join(folder, "loop"), "unreadable-file"],
      [join(file("plain", "x"), "below"), "unreadable-file"],
      ["/dev/zero", "unreadable-file"],
    ] as const) {
      expect(codeOf(await readTextFile(name))).toEqual([code]);
    }
  });
});

describe("readTextStream", () => {
  it("joins chunks, also where they cut a character", async () => {
    const bytes = Buffer.from("é✓");
    const stream = Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3)]);
    expect(codeOf(await readTextStream(stream, "<stdin>"))).toBe("é✓");
  });

  it("stops at the limit, also of a stream without end", async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536, 0x20);
      })(),
    );
    expect(codeOf(await readTextStream(endless, "<stdin>"))).toEqual(["file-too-large"]);
  });
});

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runMain } from "../cli/run-main.js";
import { damaged, noise, seeded, steering } from "./bytes.js";

const valid = "version: 1\nservice: a\nanswers: { latency: relaxed }\n";
/** File modes do not stop a privileged process. */
const allPowerful = process.getuid?.() === 0;

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "hostile-"));
  writeFileSync(join(cwd, "a.yaml"), valid);
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** Node has no function for it. */
function makePipe(path: string): void {
  const program = "mkfifo";
  execFileSync(program, [path]);
}

const advise = (...args: readonly string[]) => runMain(["advise", "--no-analysis", ...args], { cwd });

async function expectRefused(args: readonly string[], says: string): Promise<void> {
  const { code, stdout, stderr } = await advise(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(steering);
}

describe("what cannot be read as a file", () => {
  it.each([
    ["a folder", () => mkdirSync(join(cwd, "x")), "it is a directory"],
    ["a link to a folder", () => symlinkSync(cwd, join(cwd, "x")), "it is a directory"],
    ["a link to itself", () => symlinkSync("x", join(cwd, "x")), "too many symbolic links"],
    [
      "a link to nothing",
      () => symlinkSync("nothing", join(cwd, "x")),
      "it is a link to nothing, which leads nowhere",
    ],
    ["a device", () => symlinkSync("/dev/zero", join(cwd, "x")), "it is not a regular file"],
    [
      "bytes that are not UTF-8",
      () => writeFileSync(join(cwd, "x"), Buffer.from([0x76, 0xff, 0xfe])),
      "is not UTF-8",
    ],
    [
      "half a character",
      () => writeFileSync(join(cwd, "x"), Buffer.from([0xf0, 0x9f, 0x98])),
      "is not UTF-8",
    ],
    [
      "a lone surrogate",
      () => writeFileSync(join(cwd, "x"), Buffer.from([0xed, 0xa0, 0x80])),
      "is not UTF-8",
    ],
    ["UTF-16", () => writeFileSync(join(cwd, "x"), Buffer.from(`\ufeff${valid}`, "utf16le")), "is not UTF-8"],
    ["nothing", () => writeFileSync(join(cwd, "x"), ""), "is empty"],
    ["only a byte order mark", () => writeFileSync(join(cwd, "x"), "\ufeff"), "is empty"],
  ])("%s", async (_, make, says) => {
    make();
    await expectRefused(["x"], says);
    const piped = await runMain(["check", "x"], { cwd });
    expect(piped.code).toBe(2);
  });

  it.skipIf(!existsSync("/proc/self/pagemap"))("a file that says it is empty and never ends", async () => {
    symlinkSync("/proc/self/pagemap", join(cwd, "x"));
    await expectRefused(["x"], "exceeds the limit of 1048576 bytes");
  });

  it.each([
    ["a folder", () => mkdirSync(join(cwd, "x.jsonl")), "it is a directory"],
    [
      "a device",
      () => symlinkSync("/dev/zero", join(cwd, "x.jsonl")),
      "read pipes and devices from standard input: `- < PATH`",
    ],
    [
      "a pipe",
      () => makePipe(join(cwd, "x.jsonl")),
      "read pipes and devices from standard input: `- < PATH`",
    ],
    ["nothing", () => {}, "there is no such file"],
  ])("%s, by the name of JSON Lines", async (_, make, says) => {
    make();
    const { code, stdout, stderr } = await advise("x.jsonl", "--format", "jsonl");
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ source: "x.jsonl", problems: [{ code: "unreadable-file" }] });
    expect(stderr).toContain(says);
  });

  it.skipIf(!existsSync("/proc/self/maps"))("reads to its end a file that says it is empty", async () => {
    const { code, stderr } = await advise("/proc/self/maps");
    expect(code).toBe(2);
    expect(stderr).not.toContain("is empty");
  });

  it("takes a byte order mark, CRLF and a link to a file", async () => {
    writeFileSync(join(cwd, "b.yaml"), `\ufeff${valid.replaceAll("\n", "\r\n")}`);
    symlinkSync("b.yaml", join(cwd, "link"));
    const plain = await advise("a.yaml", "--format", "json");
    const linked = await advise("link", "--format", "json");
    expect(linked.code).toBe(0);
    expect(linked.stdout).toBe(plain.stdout.replaceAll("a.yaml", "link"));
  });

  it("takes an odd name for what it is", async () => {
    for (const name of [
      "a\nb.yaml",
      "-x.yaml",
      "[a].yaml",
      "{a,b}.yaml",
      "a b*.yaml",
      "CON",
      "nul.yaml",
      "日本.yaml",
      "e\u0301.yaml",
    ]) {
      writeFileSync(join(cwd, name), valid);
      const { code, stdout, stderr } = await runMain(
        ["check", "--no-analysis", "--format", "json", "--", name],
        { cwd },
      );
      expect({ name, stderr }).toEqual({ name, stderr: "" });
      expect(code).toBeLessThan(2);
      expect(JSON.parse(stdout).surfaces).toHaveLength(1);
    }
  });
});

describe("what cannot be written as a file", () => {
  const target = (name: string): string => join(cwd, name);
  it.each([
    ["a folder", () => mkdirSync(target("x")), "x", "is a folder, and `text` is written into one file"],
    ["a link to itself", () => symlinkSync("x", target("x")), "x", "too many symbolic links"],
    ["below a file", () => {}, "a.yaml/x", "is not a directory"],
    ["below nothing", () => {}, "no/x", "there is no such"],
    ["a name that is too long", () => {}, "x".repeat(300), "the name is too long"],
    ["a device without room", () => {}, "/dev/full", "no space is left on the device"],
  ])("%s", async (_, make, name, says) => {
    make();
    const before = readdirSync(cwd);
    await expectRefused(["a.yaml", "--output", name], says);
    await expectRefused(["a.yaml", "--output", "json=fine.json", "--output", `text=${name}`], says);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it.skipIf(allPowerful)("a folder that may only be read", async () => {
    mkdirSync(target("x"));
    chmodSync(target("x"), 0o500);
    await expectRefused(["a.yaml", "--output", "x/y"], "permission denied");
    chmodSync(target("x"), 0o700);
  });

  it("writes through a link, keeps it, and changes no other name of a file", async () => {
    writeFileSync(target("real"), "old");
    symlinkSync("real", target("link"));
    linkSync(target("real"), target("other"));
    expect((await advise("a.yaml", "--output", "link")).code).toBe(0);
    expect(lstatSync(target("link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(target("real"), "utf8")).toContain("a");
    expect(readFileSync(target("real"), "utf8")).not.toBe("old");
  });

  it("writes through a link to nothing, and keeps it", async () => {
    symlinkSync("new", target("link"));
    expect((await advise("a.yaml", "--output", "link")).code).toBe(0);
    expect(lstatSync(target("link")).isSymbolicLink()).toBe(true);
    expect(existsSync(target("new"))).toBe(true);
  });

  it("writes names at the length that file systems allow", async () => {
    for (const name of ["x".repeat(255), "日".repeat(85), "\u{1f600}".repeat(63)])
      expect((await advise("a.yaml", "--output", name)).code).toBe(0);
  });

  it("leaves one whole file when many write it at once, and nothing beside it", async () => {
    const formats = ["text", "json", "html", "text", "json", "html"];
    const alone = await Promise.all(
      formats.map(async (format) => (await advise("a.yaml", "--format", format)).stdout),
    );
    await Promise.all(formats.map((format) => advise("a.yaml", "--format", format, "--output", "out")));
    expect(alone).toContain(readFileSync(target("out"), "utf8"));
    expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "out"]);
  });

  it("does not replace a file by `init`", async () => {
    symlinkSync("nothing", target("x"));
    for (const name of ["a.yaml", "x", "."]) {
      const { code } = await runMain(["init", name], { cwd });
      expect({ name, code }).toEqual({ name, code: 2 });
    }
    expect(readFileSync(target("a.yaml"), "utf8")).toBe(valid);
  });
});

describe("random bytes", () => {
  it("in answers, a pack and a document end in a result or exit code 2", async () => {
    writeFileSync(join(cwd, "d.md"), "<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n");
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 100 }).map((array) => Buffer.from(array)),
      noise.map((text) => Buffer.from(text)),
      damaged("examples/checkout.yaml").map((text) => Buffer.from(text)),
    );
    const commands = [
      ["check", "f"],
      ["advise", "--no-analysis", "f"],
      ["advise", "--no-analysis", "--rules", "f", "a.yaml"],
      ["rules", "lint", "--rules", "f"],
      ["embed", "f", "--answers", "a.yaml"],
      ["embed", "--check", "d.md", "--answers", "f"],
      ["decide", "f", "--style", "hybrid", "--surface", "cart"],
    ];
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(...commands), async (content, args) => {
        writeFileSync(join(cwd, "f"), content);
        const { code, stderr } = await runMain(args, { cwd });
        expect([0, 1, 2]).toContain(code);
        if (code === 2) expect(stderr).not.toBe("");
        expect(stderr).not.toMatch(steering);
      }),
      seeded(40),
    );
  });

  it("in a document come out as they went in, outside the block", async () => {
    const outside = fc.oneof(noise, damaged("README.md")).filter((text) => !text.includes("api-advisor:"));
    await fc.assert(
      fc.asyncProperty(outside, outside, async (before, after) => {
        const head = `${before}\n\n<!-- api-advisor:begin -->\n`;
        const tail = `<!-- api-advisor:end -->\n${after}`;
        const original = Buffer.from(`${head}\n${tail}`);
        writeFileSync(join(cwd, "d.md"), original);
        const { code } = await runMain(["embed", "d.md", "--answers", "a.yaml"], { cwd });
        const written = readFileSync(join(cwd, "d.md"));
        if (code !== 0) expect(written.equals(original)).toBe(true);
        else {
          expect(written.subarray(0, Buffer.byteLength(head)).equals(Buffer.from(head))).toBe(true);
          expect(written.subarray(-Buffer.byteLength(tail)).equals(Buffer.from(tail))).toBe(true);
          const again = await runMain(["embed", "--check", "d.md", "--answers", "a.yaml"], { cwd });
          expect(again.code).toBe(0);
        }
      }),
      seeded(8),
    );
  });
});

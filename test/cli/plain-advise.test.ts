import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.js";
import { plainFile } from "../../src/cli/main.js";
import { plainAdvise } from "../../src/cli/plain-advise.js";
import { runProgram } from "../../src/cli/program.js";
import { readAll } from "./read-all.js";
import { root } from "./run-main.js";

/** The output and exit code of one way of running a command line. */
async function ran<Code>(
  run: (argv: readonly string[], host: Host) => Promise<Code>,
  argv: readonly string[],
  {
    cwd = root,
    env = {},
    isTTY = false,
  }: Partial<Pick<Host, "cwd" | "env">> & { readonly isTTY?: boolean } = {},
) {
  const stdout = Object.assign(new PassThrough({ highWaterMark: 2 ** 20 }), { isTTY });
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  stdin.end();
  const code = await run(argv, { stdin, stdout, stderr, env, cwd, today: () => "2026-11-24" });
  return { code, stdout: readAll(stdout), stderr: readAll(stderr) };
}

/** Null for what is left to the program, as in `main`. */
async function plain(argv: readonly string[], host: Host): Promise<number | null> {
  const file = plainFile(argv, host);
  return file === null ? null : plainAdvise(file, host);
}

const examples = readdirSync(join(root, "examples")).filter((file) => file.endsWith(".yaml"));
const nothing = { code: null, stdout: "", stderr: "" };

describe("a plain command line", () => {
  it.each(examples)("gives for %s what the declared program gives", { timeout: 60_000 }, async (file) => {
    const argv = ["advise", `examples/${file}`];
    const found = await ran(plain, argv);
    expect(found.code).toBe(0);
    expect(found).toEqual(await ran(runProgram, argv));
  });

  const example = "examples/amazon-s3-rest.yaml";
  it.each([
    [[]],
    [["-"]],
    [["check", example]],
    [["advise"]],
    [["advise", "-"]],
    [["advise", "--help"]],
    [["advise", example, "-f", "text"]],
    [["advise", example, example]],
    [["advise", "examples/*.yaml"]],
    [["advise", "examples"]],
    [["advise", "nowhere.yaml"]],
  ])("%j is left to the program, with nothing written", async (argv) => {
    expect(await ran(plain, argv)).toEqual(nothing);
  });

  it.each([
    ["nothing", ""],
    ["a slip", "version: 1\nservice: x\nanswers: { latency: realtime }\n"],
    ["a syntax error", "version: 1\nservice: [x\n"],
    ["no UTF-8", Buffer.from("version: 1\nservice: \xff\n", "latin1")],
  ])("so is a file with %s", async (_, content) => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    writeFileSync(join(cwd, "a.yaml"), content);
    expect(await ran(plain, ["advise", "a.yaml"], { cwd })).toEqual(nothing);
  });

  it("so is a file beside a config", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    writeFileSync(join(cwd, "a.yaml"), "version: 1\nservice: x\n");
    const without = await ran(plain, ["advise", "a.yaml"], { cwd });
    expect(without.code).toBe(0);
    writeFileSync(join(cwd, ".api-advisorrc.yaml"), "rules: [default]\n");
    expect(await ran(plain, ["advise", "a.yaml"], { cwd })).toEqual(nothing);
  });

  it("so is output to a terminal or with colour", async () => {
    expect(await ran(plain, ["advise", example], { isTTY: true })).toEqual(nothing);
    expect(await ran(plain, ["advise", example], { env: { FORCE_COLOR: "1" } })).toEqual(nothing);
  });
});

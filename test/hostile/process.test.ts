import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/run-main.js";

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

const bin = join(root, "bin/api-advisor.js");
const valid = join(root, "examples/checkout.yaml");

/** Runs the built program with standard output and standard error as given: a file's descriptor, or a pipe. */
function run(
  args: readonly string[],
  { out = "pipe", error = "pipe" }: { readonly out?: number | "pipe"; readonly error?: number | "pipe" },
  closeAtOnce: readonly ("stdout" | "stderr")[] = [],
): Promise<End> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ["ignore", out, error] });
    let stderr = "";
    for (const name of closeAtOnce) child[name]?.destroy();
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.stdout?.resume();
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

const stack = /\n\s+at |Unhandled|node:/;

describe.skipIf(!existsSync("/dev/full"))("a full disk", () => {
  it.each([
    ["a report", ["advise", valid, "--no-analysis"]],
    ["a long document", ["advise", valid, "--format", "html"]],
    ["a gate", ["check", valid, "--format", "json"]],
    ["help", ["--help"]],
    ["a schema", ["schema", "answers"]],
  ])("under %s is said in one line, with exit code 2", async (_, args) => {
    const full = openSync("/dev/full", "w");
    const { code, stderr } = await run(args, { out: full });
    closeSync(full);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: standard output cannot be written: \S+\n$/);
  });

  it("under messages, too, ends with exit code 2", async () => {
    const full = openSync("/dev/full", "w");
    const both = await run(["advise", valid, "--no-analysis"], { out: full, error: full });
    const usage = await run(["advise", "--nonsense"], { error: full });
    closeSync(full);
    expect([both.code, usage.code]).toEqual([2, 2]);
  });
});

describe("a reader that goes away", () => {
  it.each([
    ["from a long document", ["advise", valid, "--format", "html"]],
    ["from help", ["--help"]],
  ])("%s is no failure", async (_, args) => {
    const { code, signal, stderr } = await run(args, {}, ["stdout"]);
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: "" });
  });

  it("from messages leaves the exit code unchanged", async () => {
    const { code, signal } = await run(["advise", "--nonsense"], {}, ["stderr"]);
    expect({ code, signal }).toEqual({ code: 2, signal: null });
  });
});

describe("standard input that is not text", () => {
  it("a folder is refused", async () => {
    const folder = openSync(root, "r");
    const ended = await new Promise<End>((resolve, reject) => {
      const child = spawn(process.execPath, [bin, "advise", "-"], { stdio: [folder, "pipe", "pipe"] });
      let stderr = "";
      child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
        stderr += chunk;
      });
      child.on("error", reject);
      child.on("close", (code, signal) => resolve({ code, signal, stderr }));
    });
    closeSync(folder);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/^<stdin>: error: /);
    expect(ended.stderr).not.toMatch(stack);
  });
});

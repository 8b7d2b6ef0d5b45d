import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./run-main.js";

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program as its own process; standard input is empty unless given. */
function run(args: readonly string[], input = "", cwd = root): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin/api-advisor.js"), ...args], { cwd });
    const text = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        text[name] += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...text }));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

describe("the program as a process", () => {
  it("ends with 0 when it is done, piped to or by name", async () => {
    const file = "examples/amazon-s3-rest.yaml";
    const named = await run(["advise", file]);
    expect(named).toMatchObject({ code: 0, stderr: "" });
    expect(named.stdout).toContain("STATELESS");
    const piped = await run(["--stdin-filename", file], readFileSync(join(root, file), "utf8"));
    expect(piped).toEqual(named);
  });

  it("ends with 2 and writes nothing when the input is not valid", async () => {
    const { code, stdout, stderr } = await run(
      [],
      "version: 1\nservice: x\nanswers: { latency: realtime }\n",
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(
      "<stdin>:3:21: error: `realtime` is not an option of `latency`; did you mean `real-time`?",
    );
  });

  it("ends with 2 on wrong usage, without a stack trace", async () => {
    const { code, stdout, stderr } = await run(["advise", "--nonsense"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("ends with 1 when a gate does not hold", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "api-advisor-"));
    writeFileSync(join(cwd, "a.yaml"), "version: 1\nservice: x\nanswers: { latency: relaxed }\n");
    expect(await run(["check", "a.yaml", "--require-decision"], "", cwd)).toMatchObject({ code: 1 });
  });

  it("does not fail when its reader goes away", async () => {
    const script = `node bin/api-advisor.js advise examples/*.yaml --details | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const out = await new Promise<string>((resolve) => {
      const child = spawn("bash", ["-c", script], { cwd: root });
      let text = "";
      child.stdout.on("data", (chunk) => {
        text += chunk;
      });
      child.stderr.on("data", (chunk) => {
        text += chunk;
      });
      child.on("close", () => resolve(text));
    });
    expect(out.trim().split("\n").at(-1)).toBe("0");
    expect(out).not.toContain("EPIPE");
  });
});

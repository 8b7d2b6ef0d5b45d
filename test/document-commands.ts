import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";

const root = join(import.meta.dirname, "..");

/** A folder like a fresh copy, in which the commands of a document may write what they like. */
export function workplace(): string {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(root, join(folder, "node_modules/api-advisor"));
  symlinkSync(join(root, "bin/api-advisor.js"), join(folder, "node_modules/.bin/api-advisor"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  return folder;
}

/** Both output streams of a script, interleaved; the script must not fail. */
export function shell(script: string, cwd: string): string {
  const PATH = `${join(cwd, "node_modules/.bin")}:${process.env["PATH"]}`;
  const { stdout, status } = spawnSync("bash", ["-c", `set -euo pipefail; exec 2>&1; ${script}`], {
    cwd,
    env: { PATH, HOME: process.env["HOME"] },
    encoding: "utf8",
  });
  expect({ script, status, stdout: status === 0 ? "" : stdout }).toEqual({ script, status: 0, stdout: "" });
  return stdout;
}

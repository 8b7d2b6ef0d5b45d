import { spawnSync } from "node:child_process";
import { expect } from "vitest";

export interface ScriptRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Variables = Readonly<Record<string, string>>;

/** Runs a bash script that stops at the first failure. */
export function runScript(script: string, cwd: string, env: Variables = {}): ScriptRun {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `set -euo pipefail; ${script}`], {
    cwd,
    env: { ...process.env, npm_config_loglevel: "error", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** @returns the standard output of a script that must not fail */
export function succeed(script: string, cwd: string, env: Variables = {}): string {
  const { status, stdout, stderr } = runScript(script, cwd, env);
  expect({ script, status, stderr: status === 0 ? "" : `${stdout}\n${stderr}` }).toEqual({
    script,
    status: 0,
    stderr: "",
  });
  return stdout;
}

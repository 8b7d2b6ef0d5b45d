import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import { root } from "./cli/run-main.js";

export interface Step {
  readonly id?: string;
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export const action = parse(readFileSync(join(root, "action.yml"), "utf8"));

/** The step of the action with this id or name. */
export function stepOf(name: string): Step {
  const steps: readonly Step[] = action.runs.steps;
  const step = steps.find((each) => each.id === name || each.name === name);
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
}

export function git(cwd: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
  const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd, encoding: "utf8" });
  expect({ args, status, stderr: status === 0 ? "" : stderr }).toEqual({ args, status: 0, stderr: "" });
  return stdout.trim();
}

/** Texts by name. */
export type Files = Readonly<Record<string, string>>;

export function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A repository with a pull request: `main` is what it goes to, `change` what it is. */
export function originOf(base: Files, changes: Files): { readonly at: string; readonly origin: string } {
  const at = mkdtempSync(join(tmpdir(), "action-base-"));
  const origin = join(at, "origin");
  mkdirSync(origin);
  git(origin, "init", "--quiet");
  // A tag of the same name must not be taken for the branch.
  write(origin, { "old.txt": "old", ".api-advisorrc.yaml": "no-deviations: false\n" });
  commit(origin, "old");
  git(origin, "tag", "main");
  write(origin, base);
  commit(origin, "base");
  git(origin, "checkout", "--quiet", "-b", "change");
  write(origin, changes);
  commit(origin, "change");
  return { at, origin };
}

export function commit(repository: string, message: string): void {
  git(repository, "add", ".");
  git(repository, "commit", "--quiet", "--allow-empty", "-m", message);
}

/** Runs a step as a runner does; the value of its output `folder`, or null if it has set none. */
export function folderOf(step: Step, at: string, cwd: string, variables: Readonly<Record<string, string>>) {
  const output = join(at, "output");
  appendFileSync(output, "");
  const env = { PATH: process.env["PATH"], HOME: at, RUNNER_TEMP: at, GITHUB_OUTPUT: output, ...variables };
  const bash = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run];
  const { status, stdout } = spawnSync("bash", bash, { cwd, env, encoding: "utf8" });
  return { status, stdout, folder: /^folder=(.*)$/m.exec(readFileSync(output, "utf8"))?.[1] ?? null };
}

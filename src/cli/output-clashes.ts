import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Problem, ProblemDetail } from "../engine/diagnostics/problem.js";
import { targetOf } from "../files/write-files.js";
import { findPack } from "../packs/find-pack.js";

/** What a run reads: files, `-` being standard input, and rule packs, by the names that they were given. */
export interface Reading {
  readonly files: readonly string[];
  readonly rules: readonly string[];
}

/**
 * The files to write that would replace one that is read, or one another, whatever links lead to them. A device takes
 * what is written and replaces nothing.
 */
export async function outputClashes(
  outputs: readonly string[],
  { files, rules }: Reading,
  cwd: string,
): Promise<readonly Problem[]> {
  const inputs = new Map<string, string>();
  for (const file of files) if (file !== "-") await note(inputs, resolve(cwd, file), file);
  for (const rule of rules) await note(inputs, findPack(rule, cwd) ?? resolve(cwd, rule), rule);
  const written = new Map<string, string>();
  const problems: Problem[] = [];
  for (const file of outputs) {
    const report = (detail: ProblemDetail): number =>
      problems.push({ severity: "error", file, at: null, ...detail });
    const target = await fileAt(resolve(cwd, file));
    if (target === null) continue;
    const input = inputs.get(target) ?? (isYaml(target) ? inputs.get(dirname(target)) : undefined);
    const first = written.get(target);
    if (input !== undefined) report({ code: "output-is-input", input });
    else if (first !== undefined) report({ code: "output-twice", first });
    else written.set(target, file);
  }
  return problems;
}

async function note(inputs: Map<string, string>, path: string, name: string): Promise<void> {
  const target = await targetOf(path).catch(() => path);
  if (!inputs.has(target)) inputs.set(target, name);
}

/** The file that would be written, or null: it is a device, or cannot be reached, as writing will say. */
async function fileAt(path: string): Promise<string | null> {
  try {
    const target = await targetOf(path);
    const status = await stat(target).catch(() => null);
    return status === null || status.isFile() ? target : null;
  } catch {
    return null;
  }
}

/** Of a pack's folder, these files are its rules. */
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

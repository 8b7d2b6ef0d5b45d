import { dirname, resolve } from "node:path";
import { errorIn, type Problem, type ProblemDetail } from "../../engine/diagnostics/problem.js";
import { targetOf } from "../../files/target.js";
import { findPack } from "../../packs/find-pack.js";
import { folderFormat, type OutputFile } from "../command-line/options.js";
import type { Host } from "../host.js";
import { identityOf, isOutputFolder, isStandardOutput, placeAt, standardOutput } from "./output-places.js";
import { shownFormat } from "./write-outputs.js";

/** What a run reads: answers files (`-` is standard input) and rule packs, by their names on the command line. */
interface Reading {
  readonly files: readonly string[];
  readonly rules: readonly string[];
  /** The format of outputs without one; null if it does not matter yet whether an output is a folder. */
  readonly format: string | null;
}

/**
 * The outputs that would overwrite an input or each other, even through links, or are of the wrong kind for their format.
 * Devices do not count: writing to one does not replace it. Standard output takes one report.
 */
export async function outputConflicts(
  output: readonly OutputFile<string>[],
  { files, rules, format: otherwise }: Reading,
  { cwd, stdout }: Pick<Host, "cwd" | "stdout">,
): Promise<Problem[]> {
  if (otherwise !== null && shownFormat({ format: otherwise, output }) === "html" && stdout.isTTY)
    return [errorIn("standard output", { code: "page-on-terminal" })];
  if (output.length === 0) return [];
  const inputs = new Map<string, string>();
  for (const file of files) if (file !== "-") await note(inputs, resolve(cwd, file), file);
  for (const rule of rules) await note(inputs, findPack(rule, cwd) ?? resolve(cwd, rule), rule);
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { format, file } of output) {
    const report = (detail: ProblemDetail): number => problems.push(errorIn(file, detail));
    const target = isStandardOutput(file) ? standardOutput : await placeAt(resolve(cwd, file));
    if (target === null) continue;
    const { path, id } = target;
    const drawn = format ?? otherwise;
    const isOfFiles = drawn !== null && drawn !== folderFormat;
    if (isOfFiles && (await isOutputFolder(file, cwd))) report({ code: "folder-output", format: drawn });
    if (
      drawn === folderFormat &&
      id === path &&
      !/\.[a-z]{2,}$/i.test(path) &&
      !(await isOutputFolder(file, cwd))
    )
      report({ code: "file-or-folder", name: file });
    const input = inputs.get(id) ?? (isYaml(path) ? inputs.get(dirname(path)) : undefined);
    const first = names.get(id);
    if (input !== undefined) report({ code: "output-is-input", input });
    else if (first !== undefined) report({ code: "output-twice", first });
    else names.set(id, file);
  }
  return problems;
}

/** By the ending of a file's name. */
const formatsByEnding: Readonly<Record<string, string>> = {
  html: "html",
  json: "json",
  md: "markdown",
  sarif: "sarif",
  xml: "junit",
};

/**
 * The outputs that would be written as text because nothing else was said, although their names end like those of another
 * of these formats.
 */
export function textByEnding(
  output: readonly OutputFile<string>[],
  formats: readonly string[],
): readonly Problem[] {
  return output.flatMap(({ format, file }) => {
    const ending = /\.([a-z]+)$/i.exec(file)?.[1] ?? "";
    const meant = formatsByEnding[ending.toLowerCase()];
    return format === null && meant !== undefined && formats.includes(meant)
      ? [errorIn(file, { code: "text-by-ending", name: file, ending, format: meant })]
      : [];
  });
}

async function note(inputs: Map<string, string>, path: string, name: string): Promise<void> {
  const target = await targetOf(path).catch(() => path);
  for (const key of [target, await identityOf(target)]) if (!inputs.has(key)) inputs.set(key, name);
}

/** In a pack's folder, these files are its rules. */
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

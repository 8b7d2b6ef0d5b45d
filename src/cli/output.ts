import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { printable } from "../engine/diagnostics/plain-text.js";
import {
  errorIn,
  type Outcome,
  ok,
  type Problem,
  type ProblemDetail,
} from "../engine/diagnostics/problem.js";
import type { Pack } from "../engine/model/pack.js";
import { type NamedWitness, witnessFile } from "../engine/pack-tools/witness/witness-file.js";
import type { FormatId } from "../engine/report/formats.js";
import type { ReportStyle } from "../engine/report/report-style.js";
import { targetOf, writeFolder, writeTextFiles } from "../files/write-files.js";
import { findPack } from "../packs/find-pack.js";
import { type DrawingOptions, fileStyle, styleFor } from "./drawing.js";
import type { Host } from "./host.js";
import type { OutputFile } from "./options.js";

export interface OutputOptions<Format extends string = FormatId> extends DrawingOptions {
  readonly format: Format;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile<Format>[];
}

/** What a run reads: answers files (`-` is standard input) and rule packs, by their names on the command line. */
interface Reading {
  readonly files: readonly string[];
  readonly rules: readonly string[];
}

/** Writes a report as the options say: every file, then standard output. If one file cannot be written, none is. */
export async function writeOutputs<Format extends string>(
  options: OutputOptions<Format>,
  draw: (format: Format, style: ReportStyle) => string,
  host: Host,
): Promise<Outcome<null>> {
  const files = options.output.map(({ format, file }) => ({
    path: resolve(host.cwd, file),
    name: file,
    text: draw(format ?? options.format, fileStyle(options)),
  }));
  const written = await writeTextFiles(files);
  if (written.kind === "failed" || options.output.some(({ format }) => format === null)) return written;
  host.stdout.write(draw(options.format, styleFor(host.stdout, host, options)));
  return written;
}

/**
 * The outputs that would overwrite an input or each other, even through links. Devices do not count: writing to one
 * does not replace it.
 */
export async function outputConflicts(
  output: readonly OutputFile<string>[],
  { files, rules }: Reading,
  { cwd }: Pick<Host, "cwd">,
): Promise<readonly Problem[]> {
  if (output.length === 0) return [];
  const inputs = new Map<string, string>();
  for (const file of files) if (file !== "-") await note(inputs, resolve(cwd, file), file);
  for (const rule of rules) await note(inputs, findPack(rule, cwd) ?? resolve(cwd, rule), rule);
  const written = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file } of output) {
    const report = (detail: ProblemDetail): number => problems.push(errorIn(file, detail));
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

/** The file that would be written; null if it is a device or cannot be reached (writing will report that). */
async function fileAt(path: string): Promise<string | null> {
  try {
    const target = await targetOf(path);
    const status = await stat(target).catch(() => null);
    return status === null || status.isFile() ? target : null;
  } catch {
    return null;
  }
}

/** In a pack's folder, these files are its rules. */
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/** Writes witnesses as answers files into a folder and says so on standard error. Without a folder, does nothing. */
export async function writeWitnesses(
  folder: string | undefined,
  witnesses: readonly NamedWitness[],
  pack: Pick<Pack, "topics" | "questions">,
  host: Host,
): Promise<Outcome<null>> {
  if (folder === undefined) return ok(null);
  const files = witnesses.map((witness) => witnessFile(witness, pack));
  const written = await writeFolder(resolve(host.cwd, folder), files);
  if (written.kind === "ok") {
    const count = `${files.length} answers ${files.length === 1 ? "file" : "files"}`;
    host.stderr.write(`${printable(folder)}: ${count} written\n`);
  }
  return written;
}

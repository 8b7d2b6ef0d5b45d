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
import { targetOf } from "../files/target.js";
import { type NewText, writeFolder, writeTextFiles } from "../files/write-files.js";
import { findPack } from "../packs/find-pack.js";
import { type DrawingOptions, fileStyle, styleFor } from "./drawing.js";
import type { Host } from "./host.js";
import { folderFormat, type OutputFile } from "./options.js";
import { isSealed, isUnedited, sealed } from "./seal.js";

export interface OutputOptions<Format extends string = FormatId> extends DrawingOptions {
  readonly format: Format;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile<Format>[];
}

/** What a run reads: answers files (`-` is standard input) and rule packs, by their names on the command line. */
interface Reading {
  readonly files: readonly string[];
  readonly rules: readonly string[];
  /** The format of outputs without one; null if it does not matter yet whether an output is a folder. */
  readonly format: string | null;
}

/**
 * Writes a report as the options say: every file, then standard output. If one file cannot be written, none is.
 * @param inFolders the files to write for each output that is a folder, by its name
 */
export async function writeOutputs<Format extends string>(
  options: OutputOptions<Format>,
  draw: (format: Format, style: ReportStyle) => string,
  host: Host,
  inFolders: ReadonlyMap<string, readonly NewText[]> = new Map(),
): Promise<Outcome<null>> {
  const files = options.output.filter(({ file }) => !isStandardOutput(file));
  const written = await writeTextFiles(
    files.flatMap(
      ({ format, file }) =>
        inFolders.get(file) ?? [newText(format ?? options.format, file, options, draw, host)],
    ),
  );
  if (written.kind === "failed") return written;
  for (const { file } of files) if (!inFolders.has(file)) await tellWritten(file, host);
  const format = shownFormat(options);
  if (format !== null) host.stdout.write(draw(format, styleFor(host.stdout, host, options)));
  return written;
}

/** Tells whoever watches that a file is there now; a log has the exit code. */
async function tellWritten(file: string, { cwd, stderr }: Host): Promise<void> {
  if (stderr.isTTY && (await placeAt(resolve(cwd, file))) !== null)
    stderr.write(`${printable(file)} written\n`);
}

/** The format that standard output gets; null if all goes to files. */
export function shownFormat<Format extends string>({
  format,
  output,
}: Pick<OutputOptions<Format>, "format" | "output">): Format | null {
  const shown = output.find(({ file }) => isStandardOutput(file));
  if (shown !== undefined) return shown.format ?? format;
  return output.some((each) => each.format === null) ? null : format;
}

function newText<Format extends string>(
  format: Format,
  file: string,
  options: OutputOptions<Format>,
  draw: (format: Format, style: ReportStyle) => string,
  { cwd }: Host,
): NewText {
  const text = draw(format, fileStyle(options));
  const place = { path: resolve(cwd, file), name: file };
  return isSealed(format) ? { ...place, text: sealed(text), mayReplace: isUnedited } : { ...place, text };
}

/** Names of standard output. Its stream is written to: a pipe cannot always be opened by name, a file would be replaced. */
export const isStandardOutput = (file: string): boolean =>
  ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].includes(file);

/**
 * The outputs that would overwrite an input or each other, even through links, or are of the wrong kind for their format.
 * Devices do not count: writing to one does not replace it. Standard output takes one report.
 */
export async function outputConflicts(
  output: readonly OutputFile<string>[],
  { files, rules, format: otherwise }: Reading,
  { cwd, stdout }: Pick<Host, "cwd" | "stdout">,
): Promise<readonly Problem[]> {
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
    const meant = format === null && drawn === "text" ? formatOfEnding(file) : null;
    if (meant !== null) report({ code: "text-by-ending", name: file, format: meant });
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

/** The format that the ending of a file's name stands for; null for that of texts, and any other. */
function formatOfEnding(file: string): string | null {
  const endings = {
    html: "html",
    json: "json",
    jsonl: "jsonl",
    md: "markdown",
    sarif: "sarif",
    xml: "junit",
  };
  const ending = /\.([a-z]+)$/.exec(file)?.[1];
  return Object.entries(endings).find(([each]) => each === ending)?.[1] ?? null;
}

async function note(inputs: Map<string, string>, path: string, name: string): Promise<void> {
  const target = await targetOf(path).catch(() => path);
  for (const key of [target, await identityOf(target)]) if (!inputs.has(key)) inputs.set(key, name);
}

/** Whether the name of an output is that of a folder, which exists or ends with a slash. */
export async function isOutputFolder(name: string, cwd: string): Promise<boolean> {
  if (isStandardOutput(name)) return false;
  if (/[/\\]$/.test(name)) return true;
  const status = await stat(resolve(cwd, name)).catch(() => null);
  return status?.isDirectory() ?? false;
}

/** A file or folder by its real path, and by what it still is under another name. */
interface FilePlace {
  readonly path: string;
  readonly id: string;
}

const standardOutput: FilePlace = { path: "", id: "-" };

/** What would be written; null if it is a device or cannot be reached (writing will report that). */
async function placeAt(path: string): Promise<FilePlace | null> {
  try {
    const status = await stat(path).catch(() => null);
    if (status !== null && !status.isFile() && !status.isDirectory()) return null;
    const target = await targetOf(path);
    return { path: target, id: await identityOf(target) };
  } catch {
    return null;
  }
}

/** The same for all hard links of a file; the path of one that does not exist. */
async function identityOf(path: string): Promise<string> {
  const status = await stat(path, { bigint: true }).catch(() => null);
  return status === null ? path : `${status.dev}:${status.ino}`;
}

/** In a pack's folder, these files are its rules. */
const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/**
 * Writes witnesses as answers files into a folder and says so on standard error; replaces none that has been edited.
 * Without a folder, does nothing.
 */
export async function writeWitnesses(
  folder: string | undefined,
  witnesses: readonly NamedWitness[],
  pack: Pick<Pack, "topics" | "questions">,
  host: Host,
): Promise<Outcome<null>> {
  if (folder === undefined) return ok(null);
  const files = witnesses.map((witness) => {
    const { name, text } = witnessFile(witness, pack);
    return { name, text: sealed(text, "yaml"), mayReplace: isUnedited };
  });
  const written = await writeFolder(resolve(host.cwd, folder), files);
  if (written.kind === "ok") {
    const count = `${files.length} answers ${files.length === 1 ? "file" : "files"}`;
    host.stderr.write(`${printable(folder)}: ${count} written\n`);
  }
  return written;
}

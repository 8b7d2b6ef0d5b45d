import { resolve } from "node:path";
import { printable } from "../../engine/diagnostics/plain-text.js";
import type { Outcome } from "../../engine/diagnostics/problem.js";
import type { FormatId } from "../../engine/report/formats.js";
import type { ReportStyle } from "../../engine/report/report-style.js";
import { type NewText, writeTextFiles } from "../../files/write-files.js";
import type { OutputFile } from "../command-line/options.js";
import type { Host } from "../host.js";
import { type DrawingOptions, fileStyle, styleFor } from "./drawing.js";
import { isStandardOutput, placeAt } from "./output-places.js";
import { isSealed, isUnedited, sealed } from "./seal.js";

export interface OutputOptions<Format extends string = FormatId> extends DrawingOptions {
  readonly format: Format;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile<Format>[];
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

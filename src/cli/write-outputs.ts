import { resolve } from "node:path";
import { type Outcome, ok, type Problem } from "../engine/diagnostics/problem.js";
import type { FormatId } from "../engine/report/formats.js";
import type { ReportStyle } from "../engine/report/report-style.js";
import type { NewText } from "../files/write-files.js";
import { type DrawingOptions, fileStyle, styleFor } from "./drawing.js";
import type { Host } from "./host.js";
import type { OutputFile } from "./options.js";
import type { Reading } from "./output-clashes.js";

export interface OutputOptions<Format extends string = FormatId> extends DrawingOptions {
  readonly format: Format;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile<Format>[];
}

/** Why what is asked for must not be written: see `outputClashes`. */
export async function refusedOutputs(
  { output }: Pick<OutputOptions<string>, "output">,
  reading: Reading,
  host: Pick<Host, "cwd">,
): Promise<readonly Problem[]> {
  if (output.length === 0) return [];
  const { outputClashes } = await import("./output-clashes.js");
  return outputClashes(
    output.map(({ file }) => file),
    reading,
    host.cwd,
  );
}

/** Writes a report as the options say: every file, then standard output; where a file cannot be written, nothing. */
export async function writeOutputs<Format extends string>(
  options: OutputOptions<Format>,
  draw: (format: Format, style: ReportStyle) => Promise<string>,
  host: Host,
): Promise<Outcome<null>> {
  const files: NewText[] = [];
  for (const { format, file } of options.output) {
    const text = await draw(format ?? options.format, fileStyle(options));
    files.push({ path: resolve(host.cwd, file), name: file, text });
  }
  const written =
    files.length === 0 ? ok(null) : await (await import("../files/write-files.js")).writeTextFiles(files);
  if (written.kind === "failed" || options.output.some(({ format }) => format === null)) return written;
  host.stdout.write(await draw(options.format, styleFor(host.stdout, host, options)));
  return written;
}

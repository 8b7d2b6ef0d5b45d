import { resolve } from "node:path";
import { type Outcome, ok } from "../engine/diagnostics/problem.js";
import type { FormatId } from "../engine/report/format-ids.js";
import type { ReportStyle } from "../engine/report/report-style.js";
import type { NewText } from "../read/write-file.js";
import { type DrawingOptions, fileStyle, styleFor } from "./drawing.js";
import type { Host } from "./host.js";
import type { OutputFile } from "./options.js";

export interface OutputOptions<Format extends string = FormatId> extends DrawingOptions {
  readonly format: Format;
  /** Files to write; one without a format takes `format` and leaves standard output empty. */
  readonly output: readonly OutputFile<Format>[];
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
    files.length === 0 ? ok(null) : await (await import("../read/write-file.js")).writeTextFiles(files);
  if (written.kind === "failed" || options.output.some(({ format }) => format === null)) return written;
  host.stdout.write(await draw(options.format, styleFor(host.stdout, host, options)));
  return written;
}

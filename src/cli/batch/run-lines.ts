import type { Problem } from "../../engine/diagnostics/problem.js";
import { renderProblems } from "../../engine/diagnostics/render-problem.js";
import type { Service } from "../../engine/model/answers.js";
import type { LoadedPack } from "../../engine/model/compiled-pack.js";
import { problemLine, type RecordPlace } from "../../engine/report/json/line.js";
import type { Host } from "../host.js";
import type { NamedFiles } from "../input/read-inputs.js";
import { type Count, progressOn } from "../output/progress.js";
import { type AnswersRecord, readAnswersRecords } from "./read-records.js";
import { LineWriter, writeAll } from "./write-lines.js";

/**
 * Writes the result of every record as JSON Lines, in order, as it is read. An invalid record is reported on standard
 * error, gets a line with its problems instead of a result, and does not stop the others; warnings are reported there, too.
 * @param resultOf the lines of one service, each with its line feed
 * @returns whether all records were valid; also true if the reader of the results has gone away
 */
export async function runLines(
  { files, problems }: NamedFiles,
  pack: LoadedPack,
  options: { readonly stdinFilename?: string | undefined },
  host: Host,
  resultOf: (service: Service, place: RecordPlace) => string,
): Promise<boolean> {
  const progress = progressOn(host.stderr, { total: files.length, unit: "files" });
  const lines = new LineWriter(host.stdout);
  let count: Count = { done: 0, records: 0, invalid: problems.length };
  if (problems.length > 0) await writeAll(host.stderr, `${renderProblems(problems)}\n\n`);
  for await (const { records, filesDone } of readAnswersRecords(files, pack, options, host)) {
    const said = records.map(problemsOf).filter(({ length }) => length > 0);
    if (said.length > 0 || host.stdout.isTTY) progress.clear();
    if (said.length > 0) await writeAll(host.stderr, said.map(rendered).join(""));
    for (const record of records) {
      lines.add(linesOf(record, resultOf));
      if (lines.isFull && !(await lines.flush())) return true;
    }
    if (!(await lines.flush())) return true;
    count = {
      done: count.done + filesDone,
      records: count.records + records.length,
      invalid: count.invalid + records.filter(({ services }) => services.kind === "failed").length,
    };
    progress.show(count);
  }
  progress.clear();
  return count.invalid === 0;
}

/** The problems of an invalid record, the warnings of a valid one. */
function problemsOf({ services }: AnswersRecord): readonly Problem[] {
  return services.kind === "failed" ? services.problems : services.warnings;
}

function rendered(problems: readonly Problem[]): string {
  return `${renderProblems(problems)}\n\n`;
}

function linesOf(
  { place, services }: AnswersRecord,
  resultOf: (service: Service, place: RecordPlace) => string,
): string {
  if (services.kind === "failed") return problemLine(place, services.problems);
  return services.value.map((service) => resultOf(service, place)).join("");
}

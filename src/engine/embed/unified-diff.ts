import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from "diff";
import { linesOf } from "./find-blocks.js";

/** The most changed lines for which a shortest diff is sought: the time grows with their square. */
const maxEditLength = 2000;

/** The unified diff of two texts, with three lines of context; empty if they are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return "";
  const options = { context: 3, maxEditLength, headerOptions: FILE_HEADERS_ONLY };
  return (
    createTwoFilesPatch(name, name, before, after, undefined, undefined, options) ??
    replacement(name, linesOf(before), linesOf(after))
  );
}

/** Removes every line and adds every line: valid for any two texts. */
function replacement(name: string, before: readonly string[], after: readonly string[]): string {
  const lines = [...signed("-", before), ...signed("+", after)];
  const hunk = { oldStart: 1, oldLines: before.length, newStart: 1, newLines: after.length, lines };
  const patch = { oldFileName: name, newFileName: name, oldHeader: undefined, newHeader: undefined };
  return formatPatch({ ...patch, hunks: [hunk] }, FILE_HEADERS_ONLY);
}

function signed(sign: "-" | "+", lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) =>
    line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
  );
}

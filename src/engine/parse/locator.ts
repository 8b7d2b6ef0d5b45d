import type { Location } from "../diagnostics/problem.js";
import type { SourceText } from "./parsed-document.js";

/**
 * Turns offsets of one text into locations. Lines end where YAML ends them: at a line feed.
 * @param firstLine number of the text's first line, if the text is part of another
 */
export function locator({ file, text }: SourceText, firstLine = 1): (start: number, end: number) => Location {
  let starts: readonly number[] | null = null;
  return (start, end) => {
    starts ??= lineStarts(text);
    const index = lineAt(starts, start);
    const [lineStart = 0, nextStart = text.length + 1] = starts.slice(index, index + 2);
    const lineText = text.slice(lineStart, nextStart - 1).replace(/\r$/, "");
    const column = start - lineStart + 1;
    const width = Math.max(1, Math.min(end - start, lineText.length - column + 1));
    return { file, line: firstLine + index, column, width, lineText };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

/** Index of the last line that starts at the offset or before it. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

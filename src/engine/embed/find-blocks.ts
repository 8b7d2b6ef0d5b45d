import {
  failed,
  type Location,
  type Outcome,
  ok,
  type Problem,
  type ReviewProblem,
} from "../diagnostics/problem.js";
import { type Marker, markersIn } from "./marker-lines.js";

/** The lines between two markers of a document. */
export interface Block {
  readonly id: string;
  /** Index of the line of the begin marker, from 0. */
  readonly begin: number;
  readonly end: number;
}

/** The lines of a text, each with the line ending that it has. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The blocks of a Markdown document, each between a begin and an end marker. Every stray or repeated marker is a problem. */
export function findBlocks(file: string, text: string): Outcome<readonly Block[]> {
  const lines = linesOf(text);
  const problems: Problem[] = [];
  const report = (detail: ReviewProblem, line: number): void => {
    const at = lineAt(file, line, lines[line] ?? "");
    problems.push({ severity: "error", file, at, ...detail });
  };
  const blocks: Block[] = [];
  let open: Marker | null = null;
  for (const marker of markersIn(lines)) {
    if (marker.kind === "begin") {
      if (open !== null) report({ code: "marker-without-end", id: open.id }, open.line);
      open = marker;
    } else if (open === null || (marker.id !== "" && marker.id !== open.id)) {
      report({ code: "marker-without-begin", id: marker.id }, marker.line);
    } else {
      const { id, line } = open;
      const first = blocks.find((block) => block.id === id);
      if (first !== undefined) report({ code: "marker-repeated", id, first: first.begin + 1 }, line);
      blocks.push({ id, begin: line, end: marker.line });
      open = null;
    }
  }
  if (open !== null) report({ code: "marker-without-end", id: open.id }, open.line);
  if (problems.length > 0) return failed(problems);
  if (blocks.length > 0) return ok(blocks);
  return failed([{ severity: "error", file, at: null, code: "no-markers" }]);
}

function lineAt(file: string, line: number, raw: string): Location {
  const lineText = raw.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
  const column = lineText.length - lineText.trimStart().length + 1;
  return { file, line: line + 1, column, width: Math.max(1, lineText.trim().length), lineText };
}

import {
  errorIn,
  failed,
  type Outcome,
  ok,
  type Problem,
  type ReviewProblem,
} from "../diagnostics/problem.js";
import { blocksOf } from "./structure.js";

/** The lines between two markers of a document. */
export interface Block {
  readonly id: string;
  /** Index of the line of the begin marker, from 0. */
  readonly begin: number;
  readonly end: number;
}

/** The lines of a text, each with its own line ending. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The blocks of a Markdown document, each between a begin and an end marker. Every stray or repeated marker is a problem. */
export function findBlocks(file: string, text: string): Outcome<readonly Block[]> {
  const lines = linesOf(text);
  const problems: Problem[] = [];
  const report = (detail: ReviewProblem, { line, text: marker, column }: Marker): void => {
    const at = { file, line: line + 1, column, width: marker.trim().length, lineText: marker };
    problems.push(errorIn(file, detail, at));
  };
  const blocks: Block[] = [];
  let open: Marker | null = null;
  for (const marker of markersIn(lines)) {
    if (marker.kind === "begin") {
      if (open !== null) report({ code: "marker-without-end", id: open.id }, open);
      open = marker;
    } else if (open === null || (marker.id !== "" && marker.id !== open.id)) {
      report({ code: "marker-without-begin", id: marker.id }, marker);
    } else {
      const { id, line } = open;
      const first = blocks.find((block) => block.id === id);
      if (first !== undefined) report({ code: "marker-repeated", id, first: first.begin + 1 }, open);
      blocks.push({ id, begin: line, end: marker.line });
      open = null;
    }
  }
  if (open !== null) report({ code: "marker-without-end", id: open.id }, open);
  if (problems.length > 0) return failed(problems);
  if (blocks.length > 0) return ok(blocks);
  return failed([errorIn(file, { code: "no-markers" })]);
}

/** A comment of the tool that is alone on its line, outside code, lists and quotes. */
interface Marker {
  readonly kind: "begin" | "end";
  /** The text after the word: the block's id, or empty. */
  readonly id: string;
  /** Index of its line, from 0. */
  readonly line: number;
  /** The line, without its end. */
  readonly text: string;
  /** The column at which the comment begins, from 1. */
  readonly column: number;
}

const markerPattern = /^( {0,3})<!--[ \t]*api-advisor:(begin|end)([ \t].*)?-->$/;

/** The markers of a Markdown text (CommonMark): lines of HTML between the blocks of the document. */
function markersIn(lines: readonly string[]): readonly Marker[] {
  const last = lines.findLastIndex((line) => line.includes("api-advisor:"));
  const html = blocksOf(lines.slice(0, last + 1)).flatMap(({ type, position }) =>
    type === "html" && position ? [position] : [],
  );
  return html.flatMap(({ start, end }) =>
    lines.slice(start.line - 1, end.line).flatMap((raw, index): readonly Marker[] => {
      const text = raw.replace(/^\ufeff|\r?\n$/g, "");
      const [, indent, kind, id] = markerPattern.exec(text.trimEnd()) ?? [];
      if (indent === undefined || (kind !== "begin" && kind !== "end")) return [];
      const column = indent.length + 1;
      return [{ kind, id: id === undefined ? "" : id.trim(), line: start.line - 1 + index, text, column }];
    }),
  );
}

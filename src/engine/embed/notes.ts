import { bare, endOf } from "./digest.js";
import { type Piece, paragraphEnd } from "./pieces.js";

/** What people left at an item. */
export interface Notes {
  /** Lines that go on where the tool's own text ends. */
  readonly continued: readonly string[];
  /** Lines below that, indented as if the item's text began the line; as they stood. */
  readonly below: readonly string[];
}

/**
 * What in an item is not the tool's. The tool's text is known by its digest, in whatever words it was and wherever a
 * formatter wrapped it. If people changed something within it, what is as it would be now is the tool's, and the rest
 * is taken for theirs: better too much than a word too little. Before there were digests, a task with its comment and
 * lines with a label were the tool's.
 * @param now the lines that the tool would write now; none if the item is no longer asked
 */
export function notesOf(item: Piece, now: readonly string[]): Notes {
  const end = item.digest === null ? null : endOf(item.text, item.digest);
  if (end !== null) return after(item, end);
  const { between, end: last } = apart(item.text, now.map(bare));
  if (item.digest !== null || item.id === null) {
    const { continued, below } = after(item, last);
    return {
      continued,
      below: [...between.flatMap(({ from, to }) => listed(item.text.slice(from, to))), ...below],
    };
  }
  const unlabelled = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => !labelled.test(line));
  const within = between.flatMap(({ from, to }) =>
    unlabelled(item.text.slice(Math.max(from, item.idAt), to).split("\n")),
  );
  const { continued, below } = after(item, Math.max(last, item.idAt));
  return { continued: unlabelled(continued), below: [...listed(within.join("\n")), ...below] };
}

/** The first words of lines that the tool writes below a task. */
const labelled = /[*_]{1,2}(?:Why|What to do|Contested):[*_]{1,2}/;

/** A text as an item of a list. */
function listed(text: string): readonly string[] {
  const rows = text
    .replace(/^[*_\\]+(?=\s|$)/, "")
    .split("\n")
    .map((line) => line.trim());
  return rows.filter((line) => line !== "").map((line, at) => `${at === 0 ? "- " : "  "}${line}`);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is between some parts of a text, which are in this order if they are there at all, and where the last one ends. */
function apart(
  text: string,
  parts: readonly string[],
): { readonly between: readonly Span[]; readonly end: number } {
  const whole = bare(text);
  const ends = [...text.matchAll(/[^\s*_\\]/g)].map(({ index }) => index + 1);
  const between: Span[] = [];
  let taken = 0;
  for (const part of parts) {
    const at = part === "" ? -1 : whole.indexOf(part, taken);
    if (at < 0) continue;
    if (at > taken) between.push({ from: ends[taken - 1] ?? 0, to: ends[at - 1] ?? 0 });
    taken = at + part.length;
  }
  return { between, end: ends[taken - 1] ?? 0 };
}

/** An item's text from an offset on. */
function after(item: Piece, offset: number): Notes {
  const { text } = item;
  const end = offset + (/^[*_]+/.exec(text.slice(offset))?.[0].length ?? 0);
  const line = text.slice(0, end).split("\n").length - 1;
  const [first = "", ...rest] = text.slice(end).split("\n");
  const more = paragraphEnd(item, line) - line;
  const continued = [first, ...rest.slice(0, more)].map((each) => each.trim());
  return { continued: continued.filter((each) => each !== ""), below: trimmed(rest.slice(more)) };
}

/** Lines without empty ones at the end, and with at most one at the start. */
function trimmed(lines: readonly string[]): readonly string[] {
  const isText = (line: string): boolean => line.trim() !== "";
  const first = lines.findIndex(isText);
  return first < 0 ? [] : lines.slice(Math.max(0, first - 1), lines.findLastIndex(isText) + 1);
}

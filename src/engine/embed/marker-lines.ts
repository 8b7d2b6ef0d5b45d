/** A marker comment that stands alone on its line, outside code. */
export interface Marker {
  readonly kind: "begin" | "end";
  /** What stands behind the word: the block's id, or nothing. */
  readonly id: string;
  /** Index of its line, from 0. */
  readonly line: number;
}

const markerPattern = /^<!--[ \t]*api-advisor:(begin|end)([ \t].*)?-->$/;

/** More items on one line than this, and the rest is read as text: no reader could follow either. */
const itemLimit = 50;

/** A fence of code that is open: its sign, how often it stands there, and where the content of its list item begins. */
interface Fence {
  readonly sign: string;
  readonly length: number;
  readonly offset: number;
}

/**
 * The markers of a Markdown text (CommonMark), line by line. Those in fenced or indented code, in lists and in quotes
 * are none: only what a reader would see as a comment between blocks of the document.
 */
export function markersIn(lines: readonly string[]): readonly Marker[] {
  const markers: Marker[] = [];
  const items: number[] = [];
  let fence: Fence | null = null;
  /** Whether the line before is one of a paragraph, which may go on without the indentation of its list item. */
  let inParagraph = false;
  /** Whether that paragraph is one of a quote, which a line without its sign can't underline. */
  let inQuote = false;
  /** Whether the line before opens a list item and holds nothing else: a blank line ends that one. */
  let emptyItem = false;
  lines.forEach((raw, line) => {
    const text = raw.replace(/^\ufeff/, "").trimEnd();
    if (text === "") {
      inParagraph = false;
      if (emptyItem) items.pop();
      emptyItem = false;
      return;
    }
    if (fence !== null && indentOf(text) >= fence.offset) {
      if (closes(text, fence)) fence = null;
      return;
    }
    fence = null;
    const interrupt = inParagraph ? interruption(text, items, inQuote) : "block";
    if (interrupt === null) return;
    const rest = interrupt === "underline" ? "" : withoutItems(text, items);
    const offset = items.at(-1) ?? 0;
    emptyItem = interrupt === "block" && rest === "";
    inParagraph = endsInParagraph(rest);
    inQuote = /^ {0,3}>/.test(rest);
    if (isIndentedCode(rest)) return;
    fence = opened(rest.trimStart(), offset);
    const [, kind, id = ""] = markerPattern.exec(rest.trim()) ?? [];
    if (offset === 0 && (kind === "begin" || kind === "end")) markers.push({ kind, id: id.trim(), line });
  });
  return markers;
}

const rule = /^ {0,3}([-*_])( *\1){2,} *$/;
const underline = /^ {0,3}(=+|-+) *$/;

function isIndentedCode(rest: string): boolean {
  return rest.startsWith("    ");
}

/** Whether a line behind its list items is no paragraph, whatever stands before it. */
function startsBlock(rest: string): boolean {
  return rule.test(rest) || /^ {0,3}(#{1,6}(\s|$)|>|`{3,}[^`]*$|~{3,}|<!--)/.test(rest);
}

/** Whether a line behind its list items is one of a paragraph, within a quote too. */
function endsInParagraph(rest: string): boolean {
  const inside = rest.replace(/^( {0,3}> ?)+/, "");
  const within = inside === rest ? rest : withoutItems(inside, []);
  return within !== "" && !isIndentedCode(within) && !startsBlock(within);
}

/**
 * How a line ends the paragraph before it, if at all: by underlining it, or by opening a block. In a paragraph's own
 * list item only a list that begins with 1, and with a text, does.
 */
function interruption(
  text: string,
  items: readonly number[],
  inQuote: boolean,
): "underline" | "block" | null {
  const indent = indentOf(text);
  const offset = items.findLast((each) => each <= indent) ?? 0;
  const rest = " ".repeat(indent - offset) + text.trimStart();
  const own = !inQuote && offset === (items.at(-1) ?? 0);
  if (own && underline.test(rest)) return "underline";
  const item = own ? /^ {0,3}([-*+]|1[.)]) +\S/ : itemPattern;
  return startsBlock(rest) || item.test(rest) ? "block" : null;
}

const itemPattern = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;

/**
 * What is left of a line behind the list items that it belongs to or opens; `items` is brought up to date: the columns
 * at which the contents of the open items begin.
 */
function withoutItems(text: string, items: number[]): string {
  const indent = indentOf(text);
  while (indent < (items.at(-1) ?? 0)) items.pop();
  let offset = items.at(-1) ?? 0;
  let rest = " ".repeat(indent - offset) + text.trimStart();
  for (let count = 0; count < itemLimit; count += 1) {
    const [whole = "", before = "", sign = "", gap = ""] = itemPattern.exec(rest) ?? [];
    if (whole === "" || rule.test(rest)) return rest;
    const width = gap.length > 4 || gap === "" ? 1 : gap.length;
    offset += before.length + sign.length + width;
    items.push(offset);
    rest = rest.slice(before.length + sign.length + width);
  }
  return rest;
}

function opened(text: string, offset: number): Fence | null {
  const [, run = "", info = ""] = /^(`{3,}|~{3,})(.*)/.exec(text) ?? [];
  const sign = run.charAt(0);
  if (run === "" || (sign === "`" && info.includes("`"))) return null;
  return { sign, length: run.length, offset };
}

function closes(text: string, { sign, length, offset }: Fence): boolean {
  const run = text.trimStart();
  return indentOf(text) <= offset + 3 && run.length >= length && [...run].every((each) => each === sign);
}

/** Columns of white space that a line begins with; a tab goes to the next multiple of four. */
function indentOf(text: string): number {
  let columns = 0;
  for (const sign of text) {
    if (sign === " ") columns += 1;
    else if (sign === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

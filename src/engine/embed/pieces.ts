import type { ListItem, RootContent } from "mdast";
import { bare, likeFormatted, shortDigest } from "./digest.js";
import { blocksOf } from "./structure.js";

/** A part of a block that is moved as a whole: an item of a list, or another block of Markdown between them. */
export interface Piece {
  readonly kind: "bullet" | "number" | "other";
  /** Its source, without the items in it that have ids of their own. */
  readonly lines: readonly string[];
  /** For an item, what follows its marker and its box, indented less by as much, without its id; else its source. */
  readonly text: string;
  /** Where in the text the comment with the id was; the end of the text if there was none. */
  readonly idAt: number;
  /** Whether a hard break, which is not in the text, follows that comment. */
  readonly isBroken: boolean;
  /** For an item, the lines of its text, from 0, that are paragraphs, each with the last line of its paragraph. */
  readonly paragraphs: ReadonlyMap<number, number>;
  /** What is in the box: a space, or a tick; null without a box. */
  readonly mark: string | null;
  readonly id: string | null;
  /** The digest of what the tool last wrote in it, from the comment with its id. */
  readonly digest: string | null;
  /** Whether an empty line, or nothing, is before it. */
  readonly isApart: boolean;
  /** The digest of its text. */
  readonly own: string;
  /** Says which piece it is among those of its document: its id, or its digest and how many were like it before. */
  readonly key: string;
}

/** The pieces of the lines between two markers, in the order of the document. */
export function piecesOf(lines: readonly string[]): readonly Piece[] {
  const times = new Map<string, number>();
  return reunited(blocksOf(lines).flatMap((block) => partsOf(block, lines))).map((part) => {
    const own = shortDigest(likeFormatted(part.text));
    const time = (times.get(own) ?? 0) + 1;
    times.set(own, time);
    return { ...part, own, key: part.id === null ? `${own} ${time}` : `id ${part.id}` };
  });
}

/** Items with their ids, also where a formatter has moved the comment, and what follows it, out of the list. */
function reunited(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    const moved = part.kind === "other" ? movedId.exec(part.text) : null;
    if (moved === null || last === undefined || last.kind === "other" || last.id !== null) all.push(part);
    else {
      const [, id = "", digest = null, lineEnd, rest = ""] = moved;
      const more = rest === "" ? [] : rest.split("\n");
      const count = last.text.split("\n").length;
      all[all.length - 1] = {
        ...last,
        ...{ id, digest, idAt: last.text.length, isBroken: lineEnd !== undefined },
        lines: [...last.lines, ...more],
        text: [last.text, ...more].join("\n"),
        paragraphs: new Map([
          ...last.paragraphs,
          ...more.map((_, at) => [count + at, count + more.length - 1] as const),
        ]),
      };
    }
  }
  return all;
}

type Part = Omit<Piece, "key" | "own">;

function partsOf(block: RootContent, lines: readonly string[]): readonly Part[] {
  if (block.type === "list") {
    const kind = block.ordered === true ? "number" : "bullet";
    return block.children.flatMap((item) => itemParts(item, kind, lines));
  }
  const { first, last } = rangeOf(block);
  const source = lines.slice(first, last + 1);
  const text = source.join("\n");
  const isApart = isEmptyAt(first - 1, lines);
  const none = { paragraphs: new Map(), mark: null, digest: null };
  return [{ kind: "other", lines: source, text, isApart, ...none, ...withoutAnId(text) }];
}

/** An item, and after it the items below it that have ids: people may have moved them there. */
function itemParts(item: ListItem, kind: Part["kind"], lines: readonly string[]): readonly Part[] {
  const below = item.children.flatMap((child) =>
    child.type === "list"
      ? child.children.flatMap((each) => {
          const parts = itemParts(each, child.ordered === true ? "number" : "bullet", lines);
          return parts.some(({ id }) => id !== null) ? [{ each, parts }] : [];
        })
      : [],
  );
  const moved = new Set(below.flatMap(({ each }) => lineNumbers(each)));
  const rows = lineNumbers(item).filter((row) => !moved.has(row));
  const own = itemPart(item, kind, rows, lines);
  const isEmpty = own.id === null && bare(own.text) === "" && below.length > 0;
  return [...(isEmpty ? [] : [own]), ...below.flatMap(({ parts }) => parts)];
}

const marker = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))+[ \t]*/;
const box = /^\\?\[(.?)\\?\](?![[(:])[ \t]*/u;
/** The comment with an item's id, and the digest of what the tool wrote. */
const idComment = /<!--\s*id:\s*([^\s<>]+)(?:\s+([\da-z]{7}))?\s*-->/;

/** The break after a comment, also where somebody went on writing on that line. */
const hardBreak = /[ \t]*\\(?=\s|$)/;

const movedId = new RegExp(`^\\s*${idComment.source}(${hardBreak.source})?\\s*([^]*)$`);

function itemPart(
  item: ListItem,
  kind: Part["kind"],
  rows: readonly number[],
  lines: readonly string[],
): Part {
  const source = rows.map((row) => lines[row] ?? "");
  const [head = "", ...rest] = source;
  const begin = marker.exec(head)?.[0] ?? "";
  const boxed = box.exec(head.slice(begin.length));
  const text = [
    head.slice(begin.length + (boxed?.[0].length ?? 0)),
    ...rest.map((line) => outdented(line, columnsOf(begin))),
  ];
  const places = new Map(rows.map((row, at) => [row, at]));
  const paragraphs = new Map(
    item.children.flatMap((child) => {
      if (child.type !== "paragraph" && child.type !== "html" && child.type !== "heading") return [];
      const taken = lineNumbers(child).flatMap((row) => places.get(row) ?? []);
      return taken.map((at) => [at, taken.at(-1) ?? at] as const);
    }),
  );
  return {
    kind,
    lines: source,
    isApart: isEmptyAt((rows[0] ?? 0) - 1, lines),
    paragraphs,
    mark: boxed === null ? null : (boxed[1] || " ").toLowerCase(),
    ...withoutId(text, paragraphs),
  };
}

/** The last line of the paragraph that a line is in, and of those that follow without an empty line; the line, if in none. */
export function paragraphEnd({ paragraphs }: Pick<Piece, "paragraphs">, line: number): number {
  let end = paragraphs.get(line) ?? line;
  while (paragraphs.has(end + 1)) end = paragraphs.get(end + 1) ?? end + 1;
  return end;
}

/** The text of an item without the first comment in its paragraphs that has an id. */
function withoutId(
  lines: readonly string[],
  paragraphs: ReadonlyMap<number, number>,
): Pick<Piece, "id" | "digest" | "text" | "idAt" | "isBroken"> {
  const text = lines.join("\n");
  const written = lines.map((line, at) => (paragraphs.has(at) ? line : line.replace(/./g, " "))).join("\n");
  const found = idComment.exec(written);
  if (found === null) return { digest: null, text, ...withoutAnId(text) };
  const [comment, id = "", digest = null] = found;
  const before = text.slice(0, found.index).replace(/ +$/, "");
  const rest = text.slice(found.index + comment.length);
  const after = rest.replace(startsBroken, "").replace(/^ +/, "");
  const between = comment.replace(/[^\n]+/g, "") + (/^(?:\n|$)/.test(after) ? "" : " ");
  return {
    ...{ id, digest, text: before + between + after, idAt: before.length },
    isBroken: startsBroken.test(rest),
  };
}

const withoutAnId = (text: string) => ({ id: null, idAt: text.length, isBroken: false });

const startsBroken = new RegExp(`^${hardBreak.source}`);

const isEmptyAt = (row: number, lines: readonly string[]): boolean => (lines[row] ?? "").trim() === "";

type Placed = Pick<RootContent, "position">;

function rangeOf({ position }: Placed): { readonly first: number; readonly last: number } {
  return position === undefined
    ? { first: 0, last: -1 }
    : { first: position.start.line - 1, last: position.end.line - 1 };
}

function lineNumbers(node: Placed): readonly number[] {
  const { first, last } = rangeOf(node);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The columns that a marker of an item and the white space around it take; at most four of those after it count. */
function columnsOf(begin: string): number {
  const bareWidth = begin.trimEnd().length;
  const after = expanded(begin).length - bareWidth;
  return after >= 1 && after <= 4 ? bareWidth + after : bareWidth + 1;
}

const expanded = (text: string): string => {
  let out = "";
  for (const character of text) out += character === "\t" ? " ".repeat(4 - (out.length % 4)) : character;
  return out;
};

/** A line without white space of up to so many columns at its start. */
function outdented(line: string, columns: number): string {
  const space = expanded(/^[ \t]*/.exec(line)?.[0] ?? "");
  return space.slice(Math.min(columns, space.length)) + line.trimStart();
}

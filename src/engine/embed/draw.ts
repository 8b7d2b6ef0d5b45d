import type { Carried, Left } from "./carried.js";
import { shortDigest } from "./digest.js";
import { type Piece, paragraphEnd } from "./pieces.js";
import { goneTitle, writtenStamp } from "./stamps.js";

/** Some lines of a block, and whether they may follow lines of the same list without an empty line between. */
interface Rows {
  readonly kind: Piece["kind"];
  readonly lines: readonly string[];
  readonly isTight: boolean;
}

/** The lines of a block: what the tool writes now, and what people left. */
export function drawn(now: readonly Piece[], carried: Carried): readonly string[] {
  const theirs = (key: string): readonly Rows[] => (carried.following.get(key) ?? []).map(asItStood);
  const title: Rows = { kind: "other", lines: [goneTitle], isTight: false };
  const written = now.filter(({ id }) => id === null).map(({ own }) => own);
  const rows = [
    ...theirs(""),
    ...now.flatMap((piece, at) => {
      const isTight = !piece.isApart || carried.following.has(now[at - 1]?.key ?? "");
      const lines = ourLines(piece, carried.items.get(piece.key));
      return [{ kind: piece.kind, lines, isTight }, ...theirs(piece.key)];
    }),
    ...(carried.gone.length === 0 ? [] : [title, ...carried.gone.map(goneRows)]),
    { kind: "other", lines: writtenStamp([...new Set(written)]), isTight: false } as const,
  ];
  return rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before === undefined || isNext(before, row) ? row.lines : ["", ...row.lines];
  });
}

const isNext = (before: Rows, { kind, isTight }: Rows): boolean =>
  isTight && kind !== "other" && kind === before.kind && !before.lines.includes("");

/** The tool's piece; if it has an id, with its box as people left it, and with their notes. */
function ourLines({ id, text, lines, isBroken }: Piece, left: Left | undefined): readonly string[] {
  if (id === null) return lines;
  const [first = "", ...rest] = text.split("\n");
  const { mark, continued, below } = left ?? { mark: " ", continued: [], below: [] };
  return itemLines({
    ...{ first, id, digest: shortDigest(text), isBroken, mark, below },
    continued: [...rest, ...continued],
  });
}

interface DrawnItem extends Left {
  readonly first: string;
  readonly id: string;
  readonly digest: string | null;
  readonly isBroken: boolean;
}

/** As Prettier writes an item: lines of a task's own paragraph under its text, what is below under its box. */
function itemLines({ mark, first, id, digest, isBroken, continued, below }: DrawnItem): readonly string[] {
  const comment = `<!-- id: ${id}${digest === null ? "" : ` ${digest}`} -->`;
  const more = continued.filter((line) => line.trim() !== "");
  return [
    `- [${mark}] ${first.trimEnd()} ${comment}${isBroken && more.length > 0 ? "\\" : ""}`,
    ...more.map((line) => `      ${line.trim()}`),
    ...below.map((line) => (line.trim() === "" ? "" : `  ${line}`)),
  ];
}

/** A piece without a place: an item in the form of the others, with its id, in case that it is asked again. */
function goneRows(piece: Piece): Rows {
  const { id, digest, text, isBroken } = piece;
  if (id === null) return asItStood(piece);
  const [first = "", ...rest] = text.split("\n");
  const more = paragraphEnd(piece, 0);
  const left = { mark: piece.mark ?? " ", continued: rest.slice(0, more), below: rest.slice(more) };
  return { kind: "bullet", lines: itemLines({ first, id, digest, isBroken, ...left }), isTight: true };
}

/** What people wrote, with the bullet of the tool's lists, so that an item goes on with the list that it is in. */
function asItStood({ kind, lines }: Piece): Rows {
  const [first = "", ...rest] = lines;
  if (kind === "other") return { kind, lines: closed(lines), isTight: false };
  const begin = kind === "bullet" ? first.replace(/[-*+]/, "-") : first;
  return { kind, lines: [begin, ...rest].map((line) => (line.trim() === "" ? "" : line)), isTight: true };
}

/** HTML that has an end of its own, by how it begins; other HTML ends at an empty line. */
const htmlEnds: readonly (readonly [RegExp, string])[] = [
  [/^ {0,3}<!--/, "-->"],
  [/^ {0,3}<\?/, "?>"],
  [/^ {0,3}<!\[CDATA\[/, "]]>"],
  [/^ {0,3}<![A-Za-z]/, ">"],
  [/^ {0,3}<script(?=[\s>]|$)/i, "</script>"],
  [/^ {0,3}<style(?=[\s>]|$)/i, "</style>"],
  [/^ {0,3}<pre(?=[\s>]|$)/i, "</pre>"],
  [/^ {0,3}<textarea(?=[\s>]|$)/i, "</textarea>"],
];

/** Lines with the end that HTML in them may lack: what follows them would become part of it. */
function closed(lines: readonly string[]): readonly string[] {
  const end = htmlEnds.find(([begin]) => begin.test(lines[0] ?? ""))?.[1];
  const isOpen = end !== undefined && !lines.join("\n").toLowerCase().includes(end.toLowerCase());
  return isOpen ? [...lines, end] : lines;
}

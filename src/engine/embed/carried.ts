import { bare } from "./digest.js";
import { type Notes, notesOf } from "./notes.js";
import type { Piece } from "./pieces.js";
import { isGoneTitle, ownsIn } from "./stamps.js";

/** What people left at an item of a block. */
export interface Left extends Notes {
  readonly mark: string;
}

/** What people left in a block. */
export interface Carried {
  /** By the ids of items that are still asked. */
  readonly items: ReadonlyMap<string, Left>;
  /** Pieces of theirs, by the key of the tool's piece that they follow; by an empty key those before all of them. */
  readonly following: ReadonlyMap<string, readonly Piece[]>;
  /** Pieces without a place: items that are no longer asked at which people left something, and what stands among those. */
  readonly gone: readonly Piece[];
  /** The ids of those among them that had a place until now. */
  readonly lost: readonly string[];
}

/**
 * What people left in a block.
 * @param before the pieces of the block
 * @param now the pieces that the tool would write
 */
export function carriedFrom(before: readonly Piece[], now: readonly Piece[]): Carried {
  const asked = askedIn(now);
  const isOurs = ownsIn(before, now);
  const keys = new Set(now.map(({ key }) => key));
  const items = new Map<string, Left>();
  const following = new Map<string, Piece[]>();
  const gone: Piece[] = [];
  const lost: (Piece & { readonly id: string })[] = [];
  let anchor = "";
  let isGone = false;
  for (const piece of before) {
    const item = asked(piece);
    if (item !== null) {
      items.set(item.key, together(items.get(item.key), leftAt(piece, item.text.split("\n"))));
      if (!isGone) anchor = item.key;
    } else if (isOurs(piece)) {
      if (piece.kind === "other") isGone = isGoneTitle(piece);
      if (keys.has(piece.key)) anchor = piece.key;
    } else if (isGone) gone.push(piece);
    else if (piece.id === null) pushTo(following, anchor, piece);
    else if (isTouched(piece)) lost.push({ ...piece, id: piece.id });
  }
  return { items, following, gone: [...gone, ...lost], lost: lost.map(({ id }) => id) };
}

/** Finds the item that a piece is now: by its id or, if its comment is gone, by its text. */
function askedIn(now: readonly Piece[]): (piece: Piece) => Piece | null {
  const items = now.filter(({ id }) => id !== null);
  const byId = new Map(items.map((item) => [item.id, item]));
  const starts = items.map((item) => [bare(item.text), item] as const);
  return ({ kind, id, text }) => {
    if (kind === "other") return null;
    if (id !== null) return byId.get(id) ?? null;
    const whole = bare(text);
    return starts.find(([start]) => whole.startsWith(start))?.[1] ?? null;
  };
}

const leftAt = (piece: Piece, now: readonly string[]): Left => ({
  mark: piece.mark ?? " ",
  ...notesOf(piece, now),
});

/** Whether people left something at an item that is no longer asked. */
function isTouched(piece: Piece): boolean {
  const { mark, continued, below } = leftAt(piece, []);
  return mark !== " " || continued.length > 0 || below.length > 0;
}

/** What was left at two copies of an item. */
function together(first: Left | undefined, second: Left): Left {
  if (first === undefined) return second;
  const both = (key: "continued" | "below"): readonly string[] =>
    first[key].join("\n") === second[key].join("\n") ? first[key] : [...first[key], ...second[key]];
  return {
    mark: first.mark === " " ? second.mark : first.mark,
    continued: both("continued"),
    below: both("below"),
  };
}

function pushTo(map: Map<string, Piece[]>, key: string, piece: Piece): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [piece]);
  else list.push(piece);
}

import wrapAnsi from "wrap-ansi";
import { isNarrow } from "./text-width.js";

/**
 * Breaks a text into lines of at most so many columns, at spaces, and words that are wider wherever they must. What
 * `wrap-ansi` says; plain text without colour spares it, and the tables that it sets up.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  return wrapPlain(text, columns) ?? wrapAnsi(text, columns, { hard: true }).split("\n");
}

/** Null when the text is not so plain: coloured, of wide characters, or with a word that begins unprintably. */
function wrapPlain(text: string, columns: number): readonly string[] | null {
  if (!isNarrow(text)) return null;
  const rows: string[] = [];
  let row = "";
  const breakRow = (): void => {
    rows.push(row);
    row = "";
  };
  for (const word of text.split(" ")) {
    if (word.startsWith("\u00a0")) return null;
    if (row !== "") row += " ";
    if (word.length > columns) {
      // Begun here only where that saves a line.
      if (linesOf(word.length, columns) < 1 + linesOf(word.length - (columns - row.length), columns))
        breakRow();
      for (const piece of piecesOf(word, columns - row.length, columns)) {
        if (row.length + piece.length > columns) breakRow();
        row += piece;
      }
    } else {
      if (row.length + word.length > columns && word !== "") breakRow();
      row += word;
    }
  }
  return [...rows, row].map((each) => each.replace(/ +$/, ""));
}

const linesOf = (length: number, columns: number): number => Math.floor((length - 1) / columns);

/** A long word cut: the first piece of at most so many characters, all others as long as a line but the last. */
function piecesOf(word: string, first: number, columns: number): readonly string[] {
  const pieces = [word.slice(0, first)];
  for (let at = first; at < word.length; at += columns) pieces.push(word.slice(at, at + columns));
  return pieces;
}

import wrapAnsi from "wrap-ansi";
import { isNarrow } from "./text-width.js";

/**
 * Breaks a text into lines of at most so many columns, at spaces, and words that are wider wherever they must. What
 * `wrap-ansi` says; plain text without colour spares it, and the tables that it sets up.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  return wrapPlain(text, columns) ?? wrapAnsi(text, columns, { hard: true }).split("\n");
}

/** Null when the text is not so plain: coloured, of wide characters, with a word to break or one that begins unprintably. */
function wrapPlain(text: string, columns: number): readonly string[] | null {
  if (!isNarrow(text)) return null;
  const rows: string[] = [];
  let row = "";
  for (const word of text.split(" ")) {
    if (word.length > columns || word.startsWith("\u00a0")) return null;
    if (row === "") row = word;
    else if (word === "" || row.length + 1 + word.length <= columns) row += ` ${word}`;
    else {
      rows.push(row);
      row = word;
    }
  }
  return [...rows, row].map((each) => each.replace(/ +$/, ""));
}

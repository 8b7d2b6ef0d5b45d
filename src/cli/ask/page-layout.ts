import { type Look, linesTaken, measureOf, paragraph } from "./look.js";
import type { Note, Page } from "./prompter.js";

/** A page fitted to the screen. */
export interface Layout {
  /** What stands above the choices. */
  readonly heading: string;
  /** Lines for the list of choices; it scrolls when there are more. */
  readonly pageSize: number;
  readonly scrolls: boolean;
  /** The help of the highlighted choice, always this many lines high, so that nothing jumps. */
  readonly help: (text: string) => string;
}

/** Lines of the list that a note gives way to. */
const wantedLines = 10;
const indent = 2;

/**
 * Fits a page to the screen's rows: first the blank lines go, then the notes from the last, then the list scrolls.
 * `names` are the list's lines as they are drawn, the cursor's two columns left out.
 */
export function layOut(page: Page, names: readonly string[], look: Look): Layout {
  const width = measureOf(look);
  const helps = [...page.choices, ...page.moves].map(({ help }) => paragraph(help, width - indent).length);
  const helpLines = Math.max(1, ...helps);
  const listLines = names.reduce((sum, name) => sum + linesTaken(name, look.columns - 2), 0);
  // Below the list: a blank line, the help, the keys; and one row is kept free, so that drawing never scrolls.
  const rows = look.rows - 1 - (1 + helpLines + 1);
  const variants = [
    heading(page, page.notes, true, look),
    ...page.notes.map((_, index) =>
      heading(page, page.notes.slice(0, page.notes.length - index), false, look),
    ),
    heading(page, [], false, look),
  ];
  const fits = (lines: readonly string[]): boolean => rows - lines.length >= Math.min(listLines, wantedLines);
  const chosen = variants.find(fits) ?? variants.at(-1) ?? [];
  const pageSize = Math.max(3, Math.min(listLines, rows - chosen.length));
  return {
    heading: chosen.join("\n"),
    pageSize,
    scrolls: listLines > pageSize,
    help: (text) => {
      const lines = paragraph(text, width - indent).map(
        (line) => " ".repeat(indent) + look.palette.dim(line),
      );
      return [...lines, ...new Array<string>(Math.max(0, helpLines - lines.length)).fill("")].join("\n");
    },
  };
}

function heading(page: Page, notes: readonly Note[], airy: boolean, look: Look): readonly string[] {
  const { palette } = look;
  const width = measureOf(look);
  const blank = airy ? [""] : [];
  return [
    ...blank,
    ...(page.place === "" ? [] : paragraph(page.place, width).map((line) => palette.dim(line))),
    ...paragraph(page.ask, width).map((line) => palette.bold(line)),
    ...notes.flatMap((note) => noteLines(note, look)),
    ...blank,
  ];
}

/** A note as a paragraph behind its label. */
export function noteLines({ label, text }: Note, look: Look): readonly string[] {
  return paragraph(label === "" ? text : `${look.palette.dim(`${label}:`)} ${text}`, measureOf(look));
}

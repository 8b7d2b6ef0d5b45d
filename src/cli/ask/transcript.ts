import type { TranscriptEntry } from "./prompter.js";
import { padded, paragraph, rowsTaken, type Terminal, textWidth } from "./terminal.js";

const marks = { answered: ["✓", "*"], implied: ["·", "-"], open: ["?", "?"], warning: ["!", "!"] } as const;
const roles = { answered: "good", implied: "dim", open: "caution", warning: "caution" } as const;

/** An entry as it stays on the screen: mark, title in a column of `titleWidth`, value; the reason below. */
export function entryLines(
  entry: TranscriptEntry,
  titleWidth: number,
  terminal: Terminal,
): readonly string[] {
  const { palette, unicode } = terminal;
  const width = textWidth(terminal);
  const [fine, plain] = marks[entry.mark];
  const mark = `  ${palette[roles[entry.mark]](unicode ? fine : plain)} `;
  const title = `${mark}${palette.dim(padded(entry.title, titleWidth))} `;
  const because = entry.because === "" ? [] : paragraph(palette.dim(entry.because), width, "    ");
  return [
    ...paragraph(entry.mark === "implied" ? palette.dim(entry.value) : entry.value, width, title),
    ...because,
  ];
}

/** Keeps the lines that were written, record by record, so that the last record can be removed from the screen. */
export class Transcript {
  #topic = "";
  #records: { readonly topic: string; readonly lines: string[] }[] = [];

  /** Opens a record; returns whether its topic differs from the last one's, so that a heading is due. */
  open(topic: string): boolean {
    const changed = topic !== "" && topic !== this.#topic;
    this.#records.push({ topic: this.#topic, lines: [] });
    if (changed) this.#topic = topic;
    return changed;
  }

  /** Adds lines to the last record. */
  add(lines: readonly string[]): void {
    this.#records.at(-1)?.lines.push(...lines);
  }

  /** Forgets the last record, if there is one, and returns how many rows it takes up in a window of `columns`. */
  takeBack(columns: number): number {
    const last = this.#records.pop();
    if (last === undefined) return 0;
    this.#topic = last.topic;
    return rowsTaken(last.lines, columns);
  }

  seal(): void {
    this.#records = [];
  }
}

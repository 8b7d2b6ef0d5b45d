import { type Look, measureOf, padded, paragraph } from "./look.js";
import type { Entry } from "./prompter.js";

const marks = { answered: ["✓", "*"], implied: ["·", "-"], open: ["?", "?"], warning: ["!", "!"] } as const;
const roles = { answered: "good", implied: "dim", open: "caution", warning: "caution" } as const;

/** An entry as it stays on the screen: its mark, its title in a column of `titleWidth`, its value, its reason below. */
export function entryLines(entry: Entry, titleWidth: number, look: Look): readonly string[] {
  const { palette, unicode } = look;
  const width = measureOf(look);
  const [fine, plain] = marks[entry.mark];
  const mark = `  ${palette[roles[entry.mark]](unicode ? fine : plain)} `;
  const title = `${mark}${palette.dim(padded(entry.title, titleWidth))} `;
  const because = entry.because === "" ? [] : paragraph(palette.dim(entry.because), width, "    ");
  return [
    ...paragraph(entry.mark === "implied" ? palette.dim(entry.value) : entry.value, width, title),
    ...because,
  ];
}

/**
 * What was written below one another, record by record, so that the last can be taken off the screen again.
 * Counts lines only: the caller writes them.
 */
export class Transcript {
  #topic = "";
  #records: { readonly topic: string; lines: number }[] = [];

  /** Opens a record; true when its topic is another than the last one's, so that a heading is due. */
  open(topic: string): boolean {
    const changed = topic !== "" && topic !== this.#topic;
    this.#records.push({ topic: this.#topic, lines: 0 });
    if (changed) this.#topic = topic;
    return changed;
  }

  /** Lines that belong to the last record. */
  add(lines: number): void {
    const last = this.#records.at(-1);
    if (last !== undefined) last.lines += lines;
  }

  /** Forgets the last record and says how many lines it took up; null when there is none. */
  takeBack(): number | null {
    const last = this.#records.pop();
    if (last === undefined) return null;
    this.#topic = last.topic;
    return last.lines;
  }

  seal(): void {
    this.#records = [];
  }
}

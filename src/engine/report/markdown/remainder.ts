import { type Lines, paragraph } from "./blocks.js";
import type { Sheet } from "./sheet.js";

/** Says how many entries of a list were left out, as a paragraph after it; nothing when all are there. */
export function remainder({ pen }: Sheet, left: number, noun: string): Lines {
  return left <= 0 ? [] : ["", ...paragraph(pen.md`… and ${left} more ${left === 1 ? noun : `${noun}s`}.`)];
}

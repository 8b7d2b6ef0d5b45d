import type { ReportStyle } from "../report-style.js";

/** How much of a pack's text an item shows, in words; more of what there is to do. */
export const words = { few: 18, more: 26 };

/**
 * The start of a text up to a pause: the last that leaves a few words, else the first; in full detail the text.
 * A pause is the end of a sentence or of a clause before a semicolon; before a colon if that is still too much.
 */
export function briefly(
  text: string,
  { detail }: Pick<ReportStyle, "detail">,
  most: number = words.few,
): string {
  const whole = text.trim();
  if (detail === "full" || wordsIn(whole) <= most) return whole;
  const starts = [...startsBefore(stop, whole), whole];
  const fitting = starts.findLast((start) => wordsIn(start) <= most) ?? starts[0] ?? whole;
  const start = wordsIn(fitting) > words.more ? (startsBefore(colon, fitting)[0] ?? fitting) : fitting;
  return /[.!?][)”"]?$/.test(start) ? start : `${start}.`;
}

/** A stop before a small letter or a digit, or that of "e.g.", ends no sentence. */
const stop = /;\s|(?<=[.!?][)”"]?)(?<!\b(?:e\.g|i\.e|vs|cf)\.)\s+(?=[^\p{Ll}\d\s])/gu;
const colon = /:\s/g;

/** What is before each match that is neither in brackets nor in code. */
const startsBefore = (pause: RegExp, text: string): readonly string[] =>
  Array.from(text.matchAll(pause), ({ index }) => text.slice(0, index)).filter(
    (start) => counted("(", start) === counted(")", start) && counted("`", start) % 2 === 0,
  );

const counted = (sign: string, text: string): number => text.split(sign).length - 1;

const wordsIn = (text: string): number => text.split(/\s+/).length;

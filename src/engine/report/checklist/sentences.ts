import { oneLine } from "../../diagnostics/plain-text.js";
import type { ReportStyle } from "../report-style.js";
import { asSentence, sentenceEnd } from "../wording/phrases.js";

/** How much of a pack's text an item shows, in words; more of what there is to do. */
export const words = { few: 20, more: 26 };

/**
 * The start of a text up to a pause, which is the end of a sentence or of a clause before a semicolon: the last that
 * leaves a few words, else the first; in full detail the text.
 */
export function briefly(
  text: string,
  { detail }: Pick<ReportStyle, "detail">,
  most: number = words.few,
): string {
  const whole = oneLine(text);
  if (detail === "full" || wordsIn(whole) <= most) return whole;
  const starts = startsBefore(stop, whole);
  return asSentence(starts.findLast((start) => wordsIn(start) <= most) ?? starts[0] ?? whole);
}

/** The same for what has to fit one line: what a colon introduces goes, too, if it is long. */
export function inOneLine(text: string, style: Pick<ReportStyle, "detail">): string {
  const start = briefly(text, style);
  const isLong = style.detail !== "full" && wordsIn(start) > words.more;
  return isLong ? asSentence(startsBefore(colon, start)[0] ?? start) : start;
}

const stop = new RegExp(`; |${sentenceEnd.source}`, "gu");
const colon = /: /g;

/** What is before each match that is neither in brackets nor in code. */
const startsBefore = (pause: RegExp, text: string): readonly string[] =>
  Array.from(text.matchAll(pause), ({ index }) => text.slice(0, index)).filter(
    (start) => counted("(", start) === counted(")", start) && counted("`", start) % 2 === 0,
  );

const counted = (sign: string, text: string): number => text.split(sign).length - 1;

const wordsIn = (text: string): number => text.split(/\s+/).length;

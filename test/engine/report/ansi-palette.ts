import type { Palette } from "../../../src/engine/report/report-style.js";

const sgr =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`;

/** A palette of escape sequences, as a terminal gets it. */
export const ansiPalette: Palette = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  heading: sgr(4, 24),
  good: sgr(32, 39),
  caution: sgr(33, 39),
  bad: sgr(31, 39),
  stateless: sgr(36, 39),
  stateful: sgr(35, 39),
  hybrid: sgr(34, 39),
  undecided: sgr(33, 39),
};

/** Takes the palette's sequences out again. */
export const withoutAnsi = (text: string): string => text.replace(/\p{Control}\[\d+m/gu, "");

import stringWidth from "fast-string-width";
import { type Palette, plainPalette } from "../../engine/report/report-style.js";
import { gradeRoles } from "../../engine/report/wording/titles.js";
import type { SoFar, VerdictAndGrade } from "./prompter.js";
import { clipped, type Terminal, textWidth } from "./terminal.js";

/** "So far: HYBRID · fragile → fair; the server keeps only the login …", on one line. */
export function soFarLine(soFar: SoFar, terminal: Terminal): string {
  const { unicode, palette } = terminal;
  const signs = unicode ? { beside: " · ", now: " → " } : { beside: ", ", now: " -> " };
  const room = textWidth(terminal) - stringWidth(`So far: ${standingWords(soFar, signs, plainPalette)}; `);
  const headline = room < 12 ? "" : `; ${clipped(soFar.headline, room, unicode)}`;
  return `${palette.dim("So far:")} ${standingWords(soFar, signs, palette)}${palette.dim(headline)}`;
}

/** The same as a sentence, to be read aloud. */
export function soFarSentence(soFar: SoFar): string {
  const signs = { beside: ", ", now: ", now " };
  return `So far: ${standingWords(soFar, signs, plainPalette)}; ${soFar.headline}.`;
}

/** Verdict and grade; before them what they were before the last answer, as far as it was something else. */
function standingWords(
  { verdict, grade, before }: SoFar,
  { beside, now }: { readonly beside: string; readonly now: string },
  palette: Palette,
): string {
  const gradeWord = (each: NonNullable<VerdictAndGrade["grade"]>): string => palette[gradeRoles[each]](each);
  const both = (of: VerdictAndGrade): string =>
    [palette[of.verdict](of.verdict.toUpperCase()), ...(of.grade === null ? [] : [gradeWord(of.grade)])].join(
      beside,
    );
  if (before === null) return both({ verdict, grade });
  if (before.verdict === verdict && before.grade !== null && grade !== null)
    return `${both(before)}${now}${gradeWord(grade)}`;
  return `${both(before)}${now}${both({ verdict, grade })}`;
}

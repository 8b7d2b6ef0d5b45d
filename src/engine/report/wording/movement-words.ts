import type { MovedAnswer, Movement, Moves } from "../../model/movement.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import { plural } from "../numbers.js";
import { concernTitles, optionLabels, placeWords, surfaceTitle, withTitles } from "./titles.js";
import { gradeOf } from "./trust-words.js";

/** What moves, in a word each: "verdict", "grade", the concerns whose state moves, "clash". Empty if nothing does. */
export function movedWords({ before, after, concerns, clashes }: Movement): readonly string[] {
  return [
    ...(before.verdict === after.verdict ? [] : ["verdict"]),
    ...(gradeOf(before) === gradeOf(after) ? [] : ["grade"]),
    ...concerns.map(({ concern }) => concernTitles[concern].toLowerCase()),
    ...(clashes.gained.length + clashes.lost.length === 0 ? [] : ["clash"]),
  ];
}

/** The title of a surface, with the one that it had if that was another: "shop · basket (was shop · cart)". */
export function titleWithFormer(title: string, { before, after }: Movement): string {
  const was = surfaceTitle(before);
  return was === surfaceTitle(after) ? title : `${title} (was ${was})`;
}

/** Gives each surface of a change a title, distinct from those of all others. */
export function titlesIn({ changed, added, removed }: Moves): (from: Recommendation) => string {
  const surfaces = [...changed.map(({ after }) => after), ...added, ...removed];
  const titles = new Map(withTitles(surfaces, surfaceTitle).map(([title, from]) => [from, title]));
  return (from) => titles.get(from) ?? surfaceTitle(from);
}

/** How many surfaces have the answers that they had: "2 other surfaces: no answer changes."; empty if there are none. */
export function unchangedWords({ changed, added, removed, unchanged }: Moves): string {
  if (unchanged === 0) return "";
  const other = changed.length + added.length + removed.length === 0 ? "" : "other ";
  return `${plural(unchanged, `${other}surface`)}: no answer changes.`;
}

/** An answer before or after a change; "open" without one. */
export const movedLabels = (answer: MovedAnswer["before"]): string =>
  answer === null ? "open" : optionLabels(answer);

/** "in a shared store (Server-side session; with Resume token; backed by Log of unread messages)". */
export function homeWords({ placement }: ReportedConcern): string {
  if (placement === null) return "undecided";
  const { place, pattern, beside, backedBy } = placement;
  const by = [
    ...(pattern === null ? [] : [pattern.title]),
    ...(beside === null ? [] : [`with ${beside.title}`]),
    ...(backedBy === null ? [] : [`backed by ${backedBy.pattern.title}`]),
  ];
  return by.length === 0 ? placeWords[place] : `${placeWords[place]} (${by.join("; ")})`;
}

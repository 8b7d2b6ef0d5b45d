import type { Recommendation } from "../../model/recommendation.js";
import { chosenOf } from "../selection.js";
import { listed } from "../wording/phrases.js";
import { surfaceTitle } from "../wording/titles.js";

/** "shop · checkout keeps the login and what is held: hybrid". */
export function recordTitle(from: Recommendation): string {
  const chosen = chosenOf(from);
  const style = chosen === null || chosen !== from.verdict ? "" : `: ${chosen}`;
  return `${surfaceTitle(from)} ${solution(from, keptBy(from))}${style}`;
}

/** What was decided in a few words, worded to follow the surface's name. */
function solution(from: Recommendation, kept: readonly string[]): string {
  const chosen = chosenOf(from);
  if (chosen === null) return "has yet to decide where its state lives";
  if (chosen !== from.verdict) return `is ${chosen}`;
  return chosen === "stateless" ? "keeps nothing" : `keeps ${listed(kept)}`;
}

const keptBy = ({ keeps }: Recommendation): readonly string[] =>
  keeps.length === 0 ? ["the conversation"] : keeps;

/** The most UTF-16 units of each half of a slug, so that a file's name fits into 255 bytes, and usually into a line. */
const longest = { surface: 32, solution: 40 } as const;

/**
 * The title as part of a file's name: "checkout-keeps-the-login-and-what-is-held". Lower-case letters and digits of any
 * script, those of Latin without accents, and single hyphens, with none at the ends; in normal form C. What is kept only
 * as far as there is room.
 */
export function recordSlug(from: Recommendation): string {
  const kept = keptBy(from);
  const solutions = kept.map((_, at) => slugOf(solution(from, kept.slice(0, kept.length - at))));
  const fitting = solutions.find(({ length }) => length <= longest.solution) ?? solutions.at(-1) ?? "";
  return `${cut(slugOf(from.surface), longest.surface) || "surface"}-${cut(fitting, longest.solution)}`;
}

/** Accents: a mark of another script is part of its letter, as in Cyrillic, or of its syllable, as in Devanagari. */
const accents = /(\p{Script=Latin}|[^\p{L}\p{M}]|^)\p{M}+/gu;

const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/['’\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(accents, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .normalize("NFC");

/** At most `most` UTF-16 units, of whole words if there are several, and of whole characters. */
function cut(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const end = slug.lastIndexOf("-", most);
  return slug.slice(0, end <= 0 ? most : end).replace(/[\ud800-\udbff]$/, "");
}

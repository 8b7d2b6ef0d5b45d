import type { Recommendation } from "../../model/recommendation.js";
import { chosenOf } from "../selection.js";
import { listed } from "../wording/phrases.js";
import { surfaceTitle } from "../wording/titles.js";

/** "shop · checkout keeps the login and what is held: hybrid". */
export function recordTitle(from: Recommendation): string {
  const chosen = chosenOf(from);
  const style = chosen === null || chosen !== from.verdict ? "" : `: ${chosen}`;
  return `${surfaceTitle(from)} ${found(from)}${style}`;
}

/** The solution in a few words, worded to follow the surface's name. */
function found(from: Recommendation): string {
  const chosen = chosenOf(from);
  if (chosen === null) return "has yet to decide where its state lives";
  if (chosen !== from.verdict) return `is ${chosen}`;
  return chosen === "stateless" ? "keeps nothing" : `keeps ${listed(from.keeps) || "the conversation"}`;
}

/** The most characters of a slug, so that the name of its file is short enough for every file system. */
const longestSlug = 72;

/**
 * The title as part of a file's name: lower-case ASCII letters, digits and single hyphens, none at the ends, and at least
 * one letter: "checkout-keeps-the-login-and-what-is-held".
 */
export function recordSlug(from: Recommendation): string {
  const words = slugOf(found(from));
  const name = cut(slugOf(from.surface), longestSlug - 30) || "surface";
  return cut(`${name}-${words}`, longestSlug);
}

const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");

/** At most `most` characters, of whole words if there are several. */
function cut(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const end = slug.lastIndexOf("-", most);
  return slug.slice(0, end <= 0 ? most : end);
}

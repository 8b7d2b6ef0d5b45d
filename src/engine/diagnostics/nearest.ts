import { distance } from "fastest-levenshtein";

/** The known word that `word` was most likely meant to be, or null when none is near enough to suggest. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = plain(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const away = swapped(lower, plain(candidate)) ? 1 : distance(lower, plain(candidate));
    if (away < least) [best, least] = [candidate, away];
  }
  const enough = Math.max(1, Math.floor(Math.max(lower.length, plain(best ?? "").length) / 3));
  return least <= enough && least < lower.length ? best : prefixed(lower, known);
}

/** Whether two neighbouring letters stand the wrong way round: one slip, though two letters differ. */
function swapped(word: string, candidate: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
  const back = `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at] ?? ""}${word.slice(at + 2)}`;
  return at >= 0 && back === candidate;
}

/** Case and the choice of `-`, `_` or space are not what people get wrong in meaning. */
function plain(word: string): string {
  return word.slice(0, 80).toLowerCase().replace(/[-_ ]/g, "");
}

function prefixed(lower: string, known: readonly string[]): string | null {
  const matches = known.filter((candidate) => lower.length >= 3 && plain(candidate).startsWith(lower));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

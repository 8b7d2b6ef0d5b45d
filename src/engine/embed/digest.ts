/**
 * What formatters leave as it is of a stretch of Markdown: its characters without white space, emphasis and the
 * backslashes that escape. They wrap lines anew, write `_` for `*` and escape more or less.
 */
export const bare = (text: string): string => text.replace(ignored, "");

const ignored = /[\s*_\\]/g;

/** A short mark of a stretch of Markdown, the same after a formatter: 32 bits (FNV-1a), in seven characters. */
export function shortDigest(text: string): string {
  let hash = basis;
  for (const character of bare(text)) hash = added(hash, character);
  return shown(hash);
}

/** Where in a text the longest stretch from its start ends that has a digest; null if none has. */
export function endOf(text: string, digest: string): number | null {
  let hash = basis;
  let end: number | null = null;
  let at = 0;
  for (const character of text) {
    at += character.length;
    if (/[\s*_\\]/.test(character)) continue;
    hash = added(hash, character);
    if (shown(hash) === digest) end = at;
  }
  return end;
}

const basis = 0x811c9dc5;

const added = (hash: number, character: string): number =>
  Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;

const shown = (hash: number): string => hash.toString(36).padStart(7, "0");

/** Markdown with one sign for all bullets and one length for all rules, as formatters have their own of both. */
export function likeFormatted(text: string): string {
  return text.replace(/^[ \t]*[-*+](?=[ \t])/gm, "-").replace(/-{3,}/g, "---");
}

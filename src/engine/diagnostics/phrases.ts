import { distance } from "fastest-levenshtein";
import type { ProblemDetail } from "./problem.js";

/** What is wrong, as a sentence, and what was expected if that helps. */
export interface Wording {
  readonly message: string;
  readonly expected: string | null;
}

/** For each code of a union of problems: its sentence. */
export type Wordings<Detail extends ProblemDetail> = {
  readonly [Code in Detail["code"]]: (problem: Extract<Detail, { readonly code: Code }>) => Wording;
};

export function wording(message: string, expected: string | null = null): Wording {
  return { message, expected };
}

export function quoted(word: string): string {
  return `\`${word.length > 80 ? `${word.slice(0, 77)}...` : word}\``;
}

export function within(where: string): string {
  return where === "" ? "" : `in ${quoted(where)}: `;
}

export function subject(where: string): string {
  return where === "" ? "the document" : quoted(where);
}

export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null || near === word ? "" : `; did you mean ${quoted(near)}?`;
}

const listLimit = 16;

/** Null for long lists, which help nobody: the nearest word has to do. */
export function oneOf(known: readonly string[]): string | null {
  const [first] = known;
  if (first === undefined || known.length > listLimit) return null;
  return known.length === 1 ? quoted(first) : `one of ${known.join(", ")}`;
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The known word that `word` was most likely meant to be; null if none is close enough to suggest. */
export function nearest(word: string, known: readonly string[]): string | null {
  const typed = normalised(word);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  let longest = typed.length;
  for (const candidate of known) {
    const meant = normalised(candidate);
    const edits = differBySwap(typed, meant) ? 1 : distance(typed, meant);
    if (edits < least) [best, least, longest] = [candidate, edits, Math.max(typed.length, meant.length)];
  }
  const enough = Math.max(1, Math.floor(longest / 3));
  return least <= enough && least < typed.length ? best : onlyWithPrefix(typed, known);
}

/** Whether the words differ by a swap of two neighbouring letters: one slip, though two letters differ. */
function differBySwap(word: string, candidate: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== candidate[index]);
  if (at === -1) return false;
  return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}` === candidate;
}

/** Ignores case, `-`, `_` and spaces; at most 80 characters. */
function normalised(word: string): string {
  return word.slice(0, 80).toLowerCase().replace(/[-_ ]/g, "");
}

function onlyWithPrefix(prefix: string, known: readonly string[]): string | null {
  const [match, another] = known.filter((word) => prefix.length >= 3 && normalised(word).startsWith(prefix));
  return match !== undefined && another === undefined ? match : null;
}

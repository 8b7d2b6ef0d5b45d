import { nearest } from "./nearest.js";
import type { ProblemDetail } from "./problem.js";

/** What is wrong in one sentence, and, where it helps, what was expected. */
export interface Wording {
  readonly message: string;
  readonly expected: string | null;
}

/** For each problem of a union by code: how its parameters become a sentence. */
export type Wordings<Detail extends ProblemDetail> = {
  readonly [Code in Detail["code"]]: (problem: Extract<Detail, { readonly code: Code }>) => Wording;
};

export function plain(message: string, expected: string | null = null): Wording {
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

/** Long lists help nobody: then the nearest word has to do. */
export function oneOf(known: readonly string[]): string | null {
  if (known.length === 0 || known.length > listLimit) return null;
  return known.length === 1 ? quoted(known[0] ?? "") : `one of ${known.join(", ")}`;
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

import { oneLine } from "../../diagnostics/plain-text.js";

/**
 * A person's text as a sentence on one line: with a full stop unless it ends with a stop of its own; empty stays empty.
 */
export function asSentence(text: string): string {
  const sentence = oneLine(text);
  return sentence === "" || /[.!?\u2026]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The space between two sentences of one line. The stop of "e.g." ends none. */
export const sentenceEnd = /(?<=(?<!\b(?:e\.g|i\.e|cf|vs|etc))[.!?][)\u201d"]?) (?=\P{Ll})/u;

/** A text up to the end of its first sentence, on one line: all of it if no other begins. */
export const firstSentence = (text: string): string => oneLine(text).split(sentenceEnd, 1)[0] ?? "";

/** `a`, `a and b`, `a, b and c`; or with another link before the last. */
export function listed(words: readonly string[], link: "and" | "or" = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${link} ${last}`;
}

/** A word or sentence with its first letter in upper case. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/**
 * A sentence in the form that follows "because": its first word in lower case, unless that is an acronym or has a
 * capital inside (`HTTP`, `WebSocket`).
 */
export function because(sentence: string): string {
  const [first = ""] = sentence.split(/[ ,:;]/, 1);
  const ordinary = /^[A-Z][a-z’']*(-[a-z]+)*$/.test(first) && first !== "I";
  return ordinary ? first.toLowerCase() + sentence.slice(first.length) : sentence;
}

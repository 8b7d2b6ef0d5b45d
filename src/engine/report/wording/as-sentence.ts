import { oneLine } from "../../diagnostics/plain-text.js";

/** A text of people as a sentence on one line: with a full stop, unless it ends with a stop of its own; nothing stays nothing. */
export function asSentence(text: string): string {
  const sentence = oneLine(text);
  return sentence === "" || /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

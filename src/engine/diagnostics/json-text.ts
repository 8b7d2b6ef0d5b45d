import { type Escaped, vouched } from "./escaped.js";

/** What a terminal might obey or a JavaScript parser of old might break on: escaped, so the value stays the same. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const beyondAscii = /[\u007f-\uffff]/g;

/** A value as JSON, indented by two, with a line feed at its end; in pure ASCII without `unicode`. */
export function jsonText(value: unknown, { unicode }: { readonly unicode: boolean }): Escaped {
  const text = JSON.stringify(value, null, 2) ?? "null";
  return vouched(`${unicode ? text.replace(steering, escaped) : asciiJson(text)}\n`);
}

/** A JSON text in ASCII alone; it means the same. */
export function asciiJson(text: string): string {
  return text.replace(beyondAscii, escaped);
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

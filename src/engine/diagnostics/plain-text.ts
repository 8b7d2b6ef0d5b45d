/**
 * The text with every character that could control a terminal made visible (`\x1b`, `\u202e`): C0 and C1 controls, line
 * and paragraph separators, and the marks that reorder text. `keepLines` leaves line feeds as they are.
 */
export function printable(text: string, keepLines = false): string {
  return text.replace(controlling, (char) => {
    if (keepLines && char === "\n") return char;
    const code = char.charCodeAt(0);
    return code < 256
      ? `\\x${code.toString(16).padStart(2, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const controlling = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The text on one line, with every run of white space as one space and none at the ends. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** The same without characters that show nothing, such as zero-width spaces; empty if nothing is left to read. */
export const visibleText = (text: string): string =>
  oneLine(text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ""));

/** Characters that steer a terminal or a reader and that JSON does not escape, and two that old JavaScript rejects in strings. */
const escapedInJson = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const beyondAscii = /[\u007f-\uffff]/g;

/**
 * A value as JSON, indented by two, where each object and list that fits on a line is on one; with a final line feed.
 * Pure ASCII unless `unicode`.
 */
export function jsonText(value: unknown, { unicode }: { readonly unicode: boolean }): Escaped {
  const text = JSON.stringify(value, null, 2) ?? "null"; // undefined is not JSON
  return asEscaped(`${escapedJson(withShortOnes(text), unicode)}\n`);
}

const jsonWidth = 120;

/** Indented JSON with everything on one line that fits. A string has no line feed in it, so lines are safe to join. */
function withShortOnes(text: string): string {
  const lines: string[] = [];
  const opened: number[] = [];
  for (const line of text.split("\n")) {
    if (/[[{]$/.test(line)) opened.push(lines.length);
    lines.push(line);
    if (!/^ *[\]}],?$/.test(line)) continue;
    const start = opened.pop() ?? 0;
    // So many lines never fit on one.
    if (lines.length - start > jsonWidth / 2) continue;
    const [first = "", ...others] = lines.slice(start);
    const inner = others.slice(0, -1).map((each) => each.trimStart());
    const pad = first.endsWith("{") ? " " : "";
    const joined = `${first}${pad}${inner.join(" ")}${pad}${line.trimStart()}`;
    if (joined.length <= jsonWidth) lines.splice(start, lines.length, joined);
  }
  return lines.join("\n");
}

/** Values as JSON, one a line; pure ASCII unless `unicode`. */
export function jsonLines(values: readonly object[], { unicode }: { readonly unicode: boolean }): Escaped {
  return asEscaped(values.map((value) => `${escapedJson(JSON.stringify(value), unicode)}\n`).join(""));
}

const escapedJson = (text: string, unicode: boolean): string =>
  unicode ? text.replace(escapedInJson, escaped) : asciiJson(text);

/** The same JSON in pure ASCII. */
export function asciiJson(text: string): string {
  return text.replace(beyondAscii, escaped);
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

declare const brand: unique symbol;

/**
 * Output in which no foreign text can pass for markup or steer a terminal. A plain string is not one: only the writers
 * make it (layout, the `html` tag, the Markdown writer, JSON, XML, workflow commands), each by escaping what it is given.
 */
export type Escaped = string & { readonly [brand]: "escaped" };

/** For writers alone: vouches that a text has been escaped. */
export const asEscaped = (text: string): Escaped => text as Escaped;

/** Lines joined by line feeds, with one at the end. */
export const joinedLines = (lines: readonly Escaped[]): Escaped => asEscaped(`${lines.join("\n")}\n`);

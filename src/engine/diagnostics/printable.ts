/**
 * A text with every control character made visible (`\x1b`, `\u202e`), so that nothing in a file can steer a
 * terminal: C0 and C1 controls, line and paragraph separators, and the marks that reorder text. Line feeds stay
 * where `keepLines` says so.
 */
export function printable(text: string, keepLines = false): string {
  return text.replace(steering, (char) => {
    if (keepLines && char === "\n") return char;
    const code = char.codePointAt(0) ?? 0;
    return code < 256
      ? `\\x${code.toString(16).padStart(2, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

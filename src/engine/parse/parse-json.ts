import { failed, type Outcome, ok, type ProblemDetail } from "../diagnostics/problem.js";
import { depthLimit } from "./depth-of.js";
import { keyLimit } from "./key-limit.js";
import { locator } from "./locator.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";
import { type Place, rangeAt } from "./place.js";
import { scanJson } from "./scan-json.js";

/**
 * Reads a JSON text. It yields what `parseText` would of the same text, in a fraction of the time: places are looked for
 * only once something has to be pointed at.
 * @param firstLine number of its first line, where it is part of a longer text
 */
export function parseJson(source: SourceText, firstLine = 1): Outcome<ParsedDocument> {
  const { file, text } = source;
  const locate = locator(source, firstLine);
  const refused = (detail: ProblemDetail, start: number, end: number): Outcome<ParsedDocument> =>
    failed([{ severity: "error", file, at: locate(start, end), ...detail }]);
  const value = parsed(text);
  if (value === undefined || keysIn(value, 0) !== colonsIn(text)) {
    const scan = scanJson(text);
    if (scan.kind === "too-deep") return refused({ code: "too-deep", limit: depthLimit }, 0, 1);
    if (scan.kind === "broken") {
      const message = `this is not JSON: ${scan.expected} is expected here`;
      return refused({ code: "syntax", message, further: 0 }, scan.at, scan.at + 1);
    }
    const [tooLong] = scan.long;
    if (tooLong !== undefined)
      return refused({ code: "key-too-long", limit: keyLimit }, tooLong.start, tooLong.end);
    const [again] = scan.repeated;
    if (again !== undefined)
      return refused({ code: "duplicate-key", key: again.key }, again.start, again.end);
  }
  let root: Place | null = null;
  return ok({
    file,
    value,
    locate: (path, part = "value") => {
      // The whole is pointed at in every report, so it is not worth a scan.
      if (path.length === 0) return locate(text.search(/[^ \t\r\n]/), text.trimEnd().length);
      root ??= rootOf(text);
      return locate(...rangeAt(root, path, part));
    },
  });
}

/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rootOf(text: string): Place {
  const scan = scanJson(text);
  if (scan.kind !== "scanned") throw new Error("a text that JSON.parse read is scanned");
  return scan.root;
}

/**
 * How many keys a value holds at all depths; NaN where it nests too deep to be read, or a key is too long. A text with as many colons repeats
 * no key, as each repetition, and each colon within a text, would make the colons more.
 */
function keysIn(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth === depthLimit) return Number.NaN;
  let count = 0;
  if (!Array.isArray(value)) {
    const keys = Object.keys(value);
    if (keys.some(({ length }) => length > keyLimit)) return Number.NaN;
    count = keys.length;
  }
  for (const item of Object.values(value)) {
    if (typeof item === "object" && item !== null) count += keysIn(item, depth + 1);
  }
  return count;
}

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) count += 1;
  return count;
}

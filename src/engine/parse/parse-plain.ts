import { locator } from "./locator.js";
import { parseJson } from "./parse-json.js";
import type { ParsedDocument, SourceText } from "./parsed-document.js";
import { rangeAt } from "./place.js";
import { readPlainYaml } from "./read-plain-yaml.js";

/** In a longer text, what is saved at the start no longer counts. */
const longest = 100_000;

/**
 * Reads a text without the package `yaml`, whose loading and first run take longer than all else that a short run does.
 * It yields what `parseText` yields; null for a text that takes that to read, as every one with a problem does.
 */
export function parsePlain(source: SourceText): ParsedDocument | null {
  if (source.text.length > longest) return null;
  if (source.text.startsWith("{")) {
    const read = parseJson(source);
    return read.kind === "ok" ? read.value : null;
  }
  const read = readPlainYaml(source.text);
  if (read === null) return null;
  const locate = locator(source);
  return {
    file: source.file,
    value: read.value,
    locate: (path, part = "value") => locate(...rangeAt(read.place, path, part)),
  };
}

import { keyLimit } from "./key-limit.js";
import { leaf, type Place, type PlacedEntry } from "./place.js";

/** A value that was read, and where it and its parts stand. */
export interface Placed {
  readonly value: unknown;
  readonly place: Place;
}

/** Neither control characters, nor line ends of other standards, nor surrogates. */
const plainText = /^[\n\x20-\x7e\u00a1-\u2027\u202f-\ud7ff\uf900-\ufdcf]*$/;

const unusedLines = /(?: *(?:#.*)?\n)*/y;
const documentStart = /---\n/y;
const spaces = / */y;
const restOfLine = /(?: +#.*| *)(?:\n|$)/y;
const key = /[a-zA-Z$][\w$./-]*(?: [\w$./-]+)*(?=:(?:[ \n]|$))/y;
const dash = /- +(?=[^ \n])/y;
const colon = /: +/y;
const doubleQuoted = /"[^"\\\n]*"/y;
const singleQuoted = /'[^'\n]*'(?!')/y;
const words = /[a-zA-Z0-9](?:[^:#\n]|:(?![ \n]|$)|(?<! )#)*/y;
const wordsInBrackets = /[a-zA-Z0-9][\w./-]*(?: [\w./-]+)*(?=[ ,\]}])/y;
const keyInBrackets = /[a-zA-Z$][\w./-]*(?=: )/y;

/** How deep this reader follows nesting; an answers file goes five levels down. */
const deepest = 12;

/**
 * Reads a document of the YAML that people write by hand most: mappings by indentation, `- ` and `[a, b]` lists,
 * `{ a: b }`, words, whole numbers, days and quoted texts, each on one line. It finds what the package `yaml` finds, in
 * a tenth of the time that the first run of that takes. Null for every other text, broken ones included.
 */
export function readPlainYaml(source: string): Placed | null {
  if (!plainText.test(source)) return null;
  let at = 0;
  /** Of the line that `at` is on; -1 at the end of the text. */
  let indentation = 0;
  /** Behind the line with the value that was read last. */
  let behind = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(source)) return false;
    at = pattern.lastIndex;
    return true;
  }

  /** Goes to the next line that says something. */
  function nextLine(): void {
    take(unusedLines);
    const start = at;
    take(spaces);
    indentation = at === source.length || source[at] === "#" ? -1 : at - start;
  }

  function atEnd(): boolean {
    return indentation === -1;
  }

  function block(depth: number): Placed | null {
    if (depth > deepest) return null;
    return source[at] === "-" ? blockList(depth) : blockMapping(depth);
  }

  function blockMapping(depth: number): Placed | null {
    const own = indentation;
    const mapping = collection({}, at);
    do {
      const start = at;
      if (!take(key)) return null;
      const end = at;
      at += 1;
      const value = take(restOfLine) ? below(own, depth) : onThisLine(own, depth);
      if (value === null || !mapping.add(source.slice(start, end), value, { start, end })) return null;
    } while (indentation === own);
    return indentation > own ? null : mapping.placed(behind);
  }

  function blockList(depth: number): Placed | null {
    const own = indentation;
    const list = collection([], at);
    while (indentation === own && take(dash)) {
      const value = onThisLine(own, depth);
      if (value === null) return null;
      list.add(list.size(), value);
    }
    return list.size() === 0 ? null : list.placed(behind);
  }

  /** What stands below a key: further in, or, if it is a list, as far out as the key. */
  function below(outer: number, depth: number): Placed | null {
    nextLine();
    const belongs = indentation > outer || (indentation === outer && source[at] === "-");
    return belongs ? block(depth + 1) : null;
  }

  function onThisLine(outer: number, depth: number): Placed | null {
    take(spaces);
    const value = inline(words, depth);
    if (value === null || !take(restOfLine)) return null;
    behind = at;
    nextLine();
    // A line further in would go on with the value.
    return indentation > outer ? null : value;
  }

  function inline(plain: RegExp, depth: number): Placed | null {
    const start = at;
    switch (source[at]) {
      case "{":
        return depth > deepest ? null : bracketedMapping(depth);
      case "[":
        return depth > deepest ? null : bracketedList(depth);
      case '"':
        return take(doubleQuoted) ? scalar(source.slice(start + 1, at - 1), start) : null;
      case "'":
        return take(singleQuoted) ? scalar(source.slice(start + 1, at - 1), start) : null;
      default:
        return take(plain) ? plainScalar(start) : null;
    }
  }

  function bracketedMapping(depth: number): Placed | null {
    const mapping = collection({}, at);
    do {
      at += 1;
      take(spaces);
      const start = at;
      if (!take(keyInBrackets)) return null;
      const end = at;
      take(colon);
      const value = inline(wordsInBrackets, depth + 1);
      if (value === null || !mapping.add(source.slice(start, end), value, { start, end })) return null;
      take(spaces);
    } while (source[at] === ",");
    return closed("}") ? mapping.placed(at) : null;
  }

  function bracketedList(depth: number): Placed | null {
    const list = collection([], at);
    do {
      at += 1;
      take(spaces);
      const value = inline(wordsInBrackets, depth + 1);
      if (value === null) return null;
      list.add(list.size(), value);
      take(spaces);
    } while (source[at] === ",");
    return closed("]") ? list.placed(at) : null;
  }

  function closed(bracket: string): boolean {
    if (source[at] !== bracket) return false;
    at += 1;
    return true;
  }

  function plainScalar(start: number): Placed | null {
    const text = source.slice(start, at).trimEnd();
    at = start + text.length;
    const value = meaningOf(text);
    return value === null ? null : scalar(value, start);
  }

  function scalar(value: unknown, start: number): Placed {
    return { value, place: leaf(start, at) };
  }

  nextLine();
  if (indentation === 0 && take(documentStart)) nextLine();
  if (indentation !== 0) return null;
  const root = block(0);
  return atEnd() ? root : null;
}

/** Collects a mapping or a list; a key that is too long, or added twice, is refused. */
function collection(into: Record<string, unknown> | unknown[], start: number) {
  const values = into as Record<string | number, unknown>;
  const entries = new Map<string | number, PlacedEntry>();
  return {
    size: () => entries.size,
    add(key: string | number, { value, place }: Placed, keyPlace: PlacedEntry["key"] = place): boolean {
      if (entries.has(key) || String(key).length > keyLimit) return false;
      values[key] = value;
      entries.set(key, { key: keyPlace, value: place });
      return true;
    },
    placed: (end: number): Placed => ({ value: into, place: { start, end, entries } }),
  };
}

/** Words that are no texts, in whatever case. */
const meaningful: readonly string[] = ["true", "false", "null"];

/**
 * What a scalar without quotes means; null where that takes all of YAML's rules to tell. No expression ignores case: the
 * first that does so takes longer than all others together.
 */
function meaningOf(text: string): string | number | null {
  if (/^[a-zA-Z]/.test(text)) return meaningful.includes(text.toLowerCase()) ? null : text;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  // A letter that no number has, or a day.
  return /^\d[\w.-]*[g-np-wyzG-NP-WYZ]/.test(text) || /^\d{4}-\d\d-\d\d$/.test(text) ? text : null;
}

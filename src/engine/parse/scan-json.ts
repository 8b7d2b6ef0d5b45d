import { depthLimit } from "./depth-of.js";
import { keyLimit } from "./key-limit.js";
import { leaf, type Place, type PlacedEntry } from "./place.js";

/** A key that may not stand where it does: one that is there already, or one that is too long. */
export interface FaultyKey {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

export type JsonScan =
  | {
      readonly kind: "scanned";
      readonly root: Place;
      readonly repeated: readonly FaultyKey[];
      /** Keys longer than `keyLimit`. */
      readonly long: readonly FaultyKey[];
    }
  /** The first place at which it stops being JSON, and what had to stand there. */
  | { readonly kind: "broken"; readonly at: number; readonly expected: string }
  | { readonly kind: "too-deep" };

type Broken = Exclude<JsonScan, { readonly kind: "scanned" }>;

const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text may not hold them
const text = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const atom = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds where everything in a JSON text (RFC 8259) stands. `JSON.parse` is faster by far and tells neither that nor,
 * in so many words, where a text is broken: so this is for what has to be pointed at.
 */
export function scanJson(source: string): JsonScan {
  const repeated: FaultyKey[] = [];
  const long: FaultyKey[] = [];
  let at = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(source)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const next = (): string => {
    take(space);
    return source[at] ?? "";
  };
  const broken = (expected: string): Broken => ({ kind: "broken", at, expected });

  function value(depth: number): Place | Broken {
    const opening = next();
    if (opening === "{" || opening === "[") {
      return depth === depthLimit ? { kind: "too-deep" } : collection(opening === "{", depth + 1);
    }
    const start = at;
    return take(opening === '"' ? text : atom)
      ? leaf(start, at)
      : broken(opening === '"' ? "a text with its end and valid escapes" : "a value");
  }

  function collection(keyed: boolean, depth: number): Place | Broken {
    const start = at;
    const closing = keyed ? "}" : "]";
    const entries = new Map<string | number, PlacedEntry>();
    at += 1;
    if (next() !== closing) {
      for (;;) {
        const fault = keyed ? property(entries, depth) : item(entries, depth);
        if (fault !== null) return fault;
        const separator = next();
        if (separator === closing) break;
        if (separator !== ",") return broken(`\`,\` or \`${closing}\``);
        at += 1;
      }
    }
    at += 1;
    return { start, end: at, entries };
  }

  function property(entries: Map<string | number, PlacedEntry>, depth: number): Broken | null {
    next();
    const start = at;
    if (!take(text)) return broken("a key in double quotes");
    const key = { start, end: at };
    const name = String(JSON.parse(source.slice(start, at)));
    if (next() !== ":") return broken("`:`");
    at += 1;
    const found = value(depth);
    if ("kind" in found) return found;
    if (name.length > keyLimit) long.push({ key: name, ...key });
    if (entries.has(name)) repeated.push({ key: name, ...key });
    else entries.set(name, { key, value: found });
    return null;
  }

  function item(entries: Map<string | number, PlacedEntry>, depth: number): Broken | null {
    const found = value(depth);
    if ("kind" in found) return found;
    entries.set(entries.size, { key: found, value: found });
    return null;
  }

  const root = value(0);
  if ("kind" in root) return root;
  return next() === "" ? { kind: "scanned", root, repeated, long } : broken("nothing more");
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { root } from "../cli/run-main.js";

/** The share of the runs to make; FUZZ_SHARE=1 makes all of them. */
const share = Number(process.env["FUZZ_SHARE"] ?? 0.25);

/** One seed for every test here: the same run everywhere. */
export const seeded = (numRuns: number) => ({ seed: 20_260_115, numRuns: Math.ceil(numRuns * share) });

/**
 * Things that break readers: structure of YAML, JSON and Markdown, control characters, byte order marks, lone
 * surrogates.
 */
// biome-ignore format: a list
const fragments = [
  ..."{}[],:-?&*!|>'\"%@`#~<=\t\n\r ",
  "\r\n", "\0", "\x1b[31m", "\x07", "\u0085", "\u2028", "\u202e", "\ufeff", "\ud800", "\udfff", "\u{10ffff}",
  "---\n", "...\n", "- ", ": ", "? ", "&a ", "*a", "!!binary ", "!x ", "<<: ", "%YAML 9.9\n", "|2\n", ">-\n", "null", "~",
  "__proto__", "constructor", "toString", "1e400", "-0", "0x1f", ".nan", ".inf", "2026-02-30", "012", "unsure",
  "version: 1\n", "service: a\n", "answers:\n", "surfaces:\n", "note: x\n", "<!-- api-advisor:begin -->\n",
  "<!-- api-advisor:end -->\n", "```\n", "::error::x", "]]>", "]]", "--", "%0A", "CON", "aux.yaml",
] as const;

export const noise: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 8 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  put: fc.oneof(fc.constantFrom(...fragments), fc.constant("")),
});

/** A real file of the repository, damaged in a few places. */
export function damaged(...files: readonly string[]): fc.Arbitrary<string> {
  return damagedTexts(files.map((file) => readFileSync(join(root, file), "utf8")));
}

/** One of the texts, damaged in a few places. */
export function damagedTexts(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => edits.reduce(applied, text));
}

function applied(text: string, { at, cut, put }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + cut);
}

/** Controls that a terminal obeys, and marks that reorder what it shows; a line feed is none of them. */
export const steering = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** An ASCII text of at most this many bytes: a head, as many parts as fit, and a tail. */
export function filled(bytes: number, head: string, part: (index: number) => string, tail = ""): string {
  const parts = [head];
  let length = head.length + tail.length;
  for (let index = 0; ; index += 1) {
    const next = part(index);
    if (length + next.length > bytes) return parts.join("") + tail;
    length += next.length;
    parts.push(next);
  }
}

import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import wrapAnsi from "wrap-ansi";
import { isNarrow, textWidth } from "../../../src/engine/report/text-width.js";
import { wrapText } from "../../../src/engine/report/wrap-text.js";

const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const narrow = everyUnit.filter(isNarrow);

/** Mostly words and spaces as reports have them; sometimes wide characters, marks, emoji and colour. */
const text = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...narrow) },
      { weight: 6, arbitrary: fc.constant(" ") },
      { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const anyText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: text },
      fc.constantFrom(
        "漢字",
        "e\u0301",
        "👩‍💻",
        "🇨🇭",
        "1\u20e3",
        "\u001b[31mred\u001b[39m",
        "\u001b[1m \u001b[22m",
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(""));

describe("narrow characters", () => {
  it("are one column wide, each by itself", () => {
    expect(narrow.length).toBeGreaterThan(1000);
    expect(narrow.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  });

  it("stay what they are when a text is normalised", () => {
    expect(narrow.filter((character) => character.normalize() !== character)).toEqual([]);
  });

  it("are as wide beside each other as apart", () => {
    fc.assert(fc.property(text, (given) => stringWidth(given) === given.length));
  });
});

describe("textWidth", () => {
  it("says what string-width says", () => {
    fc.assert(fc.property(anyText, (given) => textWidth(given) === stringWidth(given)));
  });
});

/** Text in the colours of a palette, one within another at times. */
const coloured = fc
  .array(
    fc.tuple(text, fc.constantFrom([], [1], [2], [32], [1, 4], [31, 4], [7]), fc.constantFrom("", " ")),
    { maxLength: 8 },
  )
  .map((parts) => parts.map(([words, codes, after]) => painted(words, codes) + after).join(""));

function painted(words: string, codes: readonly number[]): string {
  const ends = codes.map((code) => (code === 1 || code === 2 ? 22 : code >= 30 ? 39 : code + 20));
  const write = (all: readonly number[]): string => all.map((code) => `\u001b[${code}m`).join("");
  return write(codes) + words + write(ends.toReversed());
}

/** What a terminal shows of a line, from a fresh start: each character with what it is drawn in; and what stays on. */
function shown(line: string): readonly string[] {
  const on = new Set<number>();
  const cells: string[] = [];
  for (const [, code, character] of line.matchAll(/\p{Control}\[(\d+)m|(.)/gsu)) {
    if (character !== undefined) cells.push(`${character} ${[...on].sort().join(" ")}`);
    else if (code === "22") for (const each of [1, 2]) on.delete(each);
    else if (code === "39") for (let each = 30; each <= 37; each += 1) on.delete(each);
    else if (Number(code) > 20 && Number(code) < 30) on.delete(Number(code) - 20);
    else on.add(Number(code));
  }
  return [...cells, `then ${[...on].join(" ")}`];
}

describe("wrapText", () => {
  it("draws each line as wrap-ansi has it drawn, and leaves no colour on", () => {
    fc.assert(
      fc.property(coloured, fc.integer({ min: 1, max: 40 }), (given, columns) => {
        const lines = wrapText(given, columns).map(shown);
        expect(lines).toEqual(wrapAnsi(given, columns, { hard: true }).split("\n").map(shown));
        expect(lines.every((cells) => cells.at(-1) === "then ")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("breaks where wrap-ansi breaks", () => {
    fc.assert(
      fc.property(fc.oneof(text, anyText), fc.integer({ min: 1, max: 40 }), (given, columns) => {
        const lines = wrapText(given, columns).map(shown);
        expect(lines).toEqual(wrapAnsi(given, columns, { hard: true }).split("\n").map(shown));
      }),
      { numRuns: 2000 },
    );
  });
});

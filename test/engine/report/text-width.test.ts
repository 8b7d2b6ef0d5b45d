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

describe("wrapText", () => {
  it("breaks where wrap-ansi breaks", () => {
    fc.assert(
      fc.property(fc.oneof(text, anyText), fc.integer({ min: 1, max: 40 }), (given, columns) => {
        expect(wrapText(given, columns)).toEqual(wrapAnsi(given, columns, { hard: true }).split("\n"));
      }),
      { numRuns: 2000 },
    );
  });
});

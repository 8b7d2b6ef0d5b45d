import fc from "fast-check";
import textWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { wrapText } from "../../../src/engine/report/wrap-text.js";

const x = (columns: number): string => "x".repeat(columns);

const wrapped = (text: string, width: number): readonly string[] =>
  wrapText(text, width).map(({ start, end }) => text.slice(start, end));

describe("a text in ten columns", () => {
  it.each([
    ["stays on one line that it fills", "a bb ccccc", ["a bb ccccc"]],
    ["breaks at the last space that fits", "a bb ccccc d", ["a bb ccccc", "d"]],
    ["breaks again and again", "aaaa bbbb cccc dddd eeeeee", ["aaaa bbbb", "cccc dddd", "eeeeee"]],
    ["breaks a long word on a line of its own", x(24), [x(10), x(10), x(4)]],
    ["leaves no empty line behind a word of whole lines", `${x(20)} a`, [x(10), x(10), "a"]],
    ["begins a long word beside others, if that saves a line", `aaaa ${x(13)}`, ["aaaa xxxxx", x(8)]],
    ["does so on a later line, too", `aaaa bbbb cccc ${x(13)} d`, ["aaaa bbbb", "cccc xxxxx", `${x(8)} d`]],
    ["begins a long word on the next line, if that takes no more", `ab ${x(20)}`, ["ab", x(10), x(10)]],
    ["begins it on this line, if the next would take one more", `ab ${x(21)}`, [`ab ${x(7)}`, x(10), x(4)]],
    ["goes on beside the end of a long word", `${x(12)} aaaaaaa b`, [x(10), "xx aaaaaaa", "b"]],
    ["counts wide characters twice", "漢字漢字 漢字", ["漢字漢字", "漢字"]],
    ["never breaks a character of several code points", "👩‍💻".repeat(6), ["👩‍💻".repeat(5), "👩‍💻"]],
    ["counts no combining mark", "e\u0301".repeat(12), ["e\u0301".repeat(10), "e\u0301".repeat(2)]],
    ["keeps spaces that stand beside each other on a line", "ab  cd", ["ab  cd"]],
    ["keeps glue at its beginning", "\u00a0\u00a0ab cd", ["\u00a0\u00a0ab cd"]],
    [
      "never breaks a web address",
      "see https://a.example/bc for it",
      ["see", "https://a.example/bc", "for it"],
    ],
    ["is one empty line, if it has no words", " ", [""]],
  ])("%s", (_, text, expected) => {
    expect(wrapped(text, 10)).toEqual(expected);
  });
});

it.each([1, 0, -4])("a text in %i columns has a character a line", (columns) => {
  expect(wrapped("ab c", columns)).toEqual(["a", "b", "c"]);
  expect(wrapped("漢", columns)).toEqual(["漢"]);
});

it.each([
  ["spaces at its ends", " ab cd ", ["ab", "cd"]],
  ["several spaces", "ab  cd", ["ab", "cd"]],
])("lines have no spaces around them: %s", (_, text, expected) => {
  expect(wrapped(text, 3)).toEqual(expected);
});

const text = fc
  .array(fc.constantFrom("a", "word", "漢字", "e\u0301", "👩‍💻", "🇨🇭", "1\u20e3", " ", " ", x(30)), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

it("every line fits, and nothing but white space is lost", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 40 }), (given, columns) => {
      const lines = wrapped(given, columns);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
      expect(lines.join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
    }),
  );
});

it("wraps a word of a hundred thousand characters in linear time", () => {
  expect(wrapText(x(100_000), 80)).toHaveLength(1250);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { toAscii } from "../../../src/engine/report/ascii.js";

test.each([
  ["plain text stays", "plain text stays"],
  ["10–20 — “so” it’s…", `10-20 -- "so" it's...`],
  ["RFC 6455 §1.1", "RFC 6455 sec. 1.1"],
  ["a → b, c ≥ d, e × f, −1", "a -> b, c >= d, e x f, -1"],
  ["2 × 10¹⁵", "2 x 10^15"],
  ["β and η", "beta and eta"],
  ["Ångström, naïve, Łódź, straße, Œuvre", "Angstrom, naive, Lodz, strasse, OEuvre"],
  ["e\u0301 decomposed", "e decomposed"],
  ["½ and ﬁne", "1/2 and fine"],
  ["㋀ and ㎏", "\\u{32c0} and kg"],
  ["ﾞ", "\\u{ff9e}"],
  ["你好", "\\u{4f60}\\u{597d}"],
  ["🛒", "\\u{1f6d2}"],
  ["├─┼●┤", "|-+o|"],
])("%s", (text, ascii) => {
  expect(toAscii(text)).toBe(ascii);
});

test("nothing beyond ASCII is left, but the mark that layout takes for a space", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(toAscii(text)).toMatch(/^[\p{ASCII}\u00a0]*$/u);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("texts of different characters without a likeness stay different", () => {
  expect(toAscii("買い物")).not.toBe(toAscii("支払い"));
});

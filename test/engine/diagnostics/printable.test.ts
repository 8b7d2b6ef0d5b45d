import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiJson, jsonText, printable } from "../../../src/engine/diagnostics/plain-text.js";

describe("a text for a terminal", () => {
  it.each([
    ["as it is", "Größe 日本 🚀 é", "Größe 日本 🚀 é"],
    ["with C0 controls made visible", "a\u0000\u001b[31m\tb\u007f", "a\\x00\\x1b[31m\\x09b\\x7f"],
    ["with C1 controls made visible", "\u0080\u009b\u009f\u00a0", "\\x80\\x9b\\x9f\u00a0"],
    ["with separators made visible", "\u2028\u2029", "\\u2028\\u2029"],
    [
      "with marks that reorder text made visible",
      "\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ufeff",
      "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069\\ufeff",
    ],
    ["with what stands beside those kept", "\u200d\u202f\u2065\u206a", "\u200d\u202f\u2065\u206a"],
  ])("is drawn %s", (_, text, drawn) => {
    expect(printable(text)).toBe(drawn);
    expect(printable(text, true)).toBe(drawn);
  });

  it("keeps its lines if they are wanted, and nothing else", () => {
    expect(printable("a\nb\rc", true)).toBe("a\nb\\x0dc");
    expect(printable("a\nb\rc")).toBe("a\\x0ab\\x0dc");
  });
});

describe("JSON for a terminal", () => {
  const value = { a: ["é\u009b\u202e", null], 日: { b: 1 } };

  it.each([true, false])("means the same, and ends with a line feed (unicode: %s)", (unicode) => {
    const text = jsonText(value, { unicode });
    expect(text.endsWith("}\n")).toBe(true);
    expect(JSON.parse(text)).toEqual(value);
  });

  it("is on one line as far as there is room, with what steers a terminal escaped", () => {
    expect(jsonText(value, { unicode: true })).toBe('{ "a": ["é\\u009b\\u202e", null], "日": { "b": 1 } }\n');
  });

  it("is indented by two where there is none", () => {
    const word = "w".repeat(60);
    expect(jsonText({ a: [word, word], b: { c: [[], {}, "] {"], d: 1 } }, { unicode: true })).toBe(
      `{\n  "a": [\n    "${word}",\n    "${word}"\n  ],\n  "b": { "c": [[], {}, "] {"], "d": 1 }\n}\n`,
    );
    const fits = { a: "w".repeat(120 - '{ "a": "" }'.length) };
    expect(jsonText(fits, { unicode: true }).split("\n")).toHaveLength(2);
    expect(jsonText({ a: `${fits.a}w` }, { unicode: true }).split("\n")).toHaveLength(4);
  });

  it("is the same value, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (any, unicode) => {
        const text = jsonText(any, { unicode });
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(any)));
      }),
    );
  });

  it("is plain ASCII if the terminal knows no more", () => {
    expect(jsonText(value, { unicode: false })).toBe(
      '{ "a": ["\\u00e9\\u009b\\u202e", null], "\\u65e5": { "b": 1 } }\n',
    );
    expect(asciiJson('"~\u007f🚀"')).toBe('"~\\u007f\\ud83d\\ude80"');
  });

  it("says null of what JSON does not know", () => {
    expect(jsonText(undefined, { unicode: true })).toBe("null\n");
  });
});

import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { as, glue } from "../../../src/engine/report/inline.js";
import { block, columnsOf, ends, spaced, tableRow, widest } from "../../../src/engine/report/layout.js";
import { plainStyle, type ReportStyle } from "../../../src/engine/report/report-style.js";
import { ansiPalette } from "./ansi-palette.js";

const narrow: ReportStyle = { ...plainStyle, width: 40 };
const ascii: ReportStyle = { ...narrow, unicode: false };
const coloured: ReportStyle = { ...narrow, palette: ansiPalette };

/** Control characters, and the marks that reorder text. */
const steering = /[\p{Control}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe("block", () => {
  test("wraps by display width: wide characters count twice", () => {
    const lines = block(narrow, ["你".repeat(30)], { indent: 2 });
    expect(lines).toEqual([`  ${"你".repeat(19)}`, `  ${"你".repeat(11)}`]);
  });

  test("counts an emoji of several code points as one of width two", () => {
    const family = "👨‍👩‍👧";
    expect(stringWidth(family)).toBe(2);
    const lines = block(narrow, [`${family.repeat(19)} x`], { indent: 2 });
    expect(lines).toEqual([`  ${family.repeat(19)}`, "  x"]);
  });

  test("hangs behind its mark", () => {
    expect(block(narrow, ["word ".repeat(12)], { mark: ["+"] })).toEqual([
      "  + word word word word word word word",
      "    word word word word word",
    ]);
  });

  test("puts a wide mark on a line of its own if the text would be squeezed", () => {
    expect(block(narrow, ["some text"], { mark: ["Interaction"], hang: 13 })).toEqual([
      "  Interaction",
      "    some text",
    ]);
    expect(block(plainStyle, ["some text"], { mark: ["Interaction"], hang: 13 })).toEqual([
      "  Interaction  some text",
    ]);
  });

  test("keeps a mark beside the text if that leaves it thirty columns or the mark takes six at most", () => {
    expect(block(narrow, ["some text"], { mark: ["+1 1/3"], hang: 7, indent: 3 })).toEqual([
      "   +1 1/3 some text",
    ]);
    expect(block(narrow, ["some text"], { mark: ["+1 1/3"], hang: 7, indent: 4 })).toEqual([
      "    +1 1/3",
      "      some text",
    ]);
    expect(block(narrow, ["some text"], { mark: ["+1"], hang: 6, indent: 8 })).toEqual([
      "        +1    some text",
    ]);
  });

  test("puts no line above the text if there is no mark", () => {
    expect(block(narrow, ["some text"], { hang: 13 })).toEqual(["    some text"]);
  });

  test("folds white space within plain text, too", () => {
    expect(block(narrow, ["one  two   three"], { indent: 0 })).toEqual(["one two three"]);
  });

  test("breaks a word that is wider than a line", () => {
    expect(block(narrow, ["x".repeat(50)], { indent: 0 })).toEqual(["x".repeat(40), "x".repeat(10)]);
  });

  test("keeps glued words together and prints the glue as a space", () => {
    expect(block(narrow, [`${"x".repeat(36)} RFC${glue}6455`], { indent: 0 })).toEqual([
      "x".repeat(36),
      "RFC 6455",
    ]);
  });

  test("carries colour over a line break", () => {
    const lines = block(coloured, [as("bold", "word ".repeat(12).trim())]);
    for (const line of lines) expect([line.slice(2, 6), line.slice(-5)]).toEqual(["\u001b[1m", "\u001b[22m"]);
  });
});

describe("no text steers the terminal", () => {
  test.each([
    ["a colour", "\u001b[31mred\u001b[0m", "\\x1b[31mred\\x1b[0m"],
    ["a title", "\u001b]0;gone\u0007", "\\x1b]0;gone\\x07"],
    ["an 8-bit CSI", "\u009b2J", "\\x9b2J"],
    ["a backspace", "safe\b\b\b\bevil", "safe\\x08\\x08\\x08\\x08evil"],
    ["reordering", "\u202egnp.exe", "\\u202egnp.exe"],
    ["an Arabic letter mark", "\u061cx", "\\u061cx"],
    ["a lone surrogate", "\ud800x", "\ufffdx"],
    ["line breaks and tabs", "one\r\n\ttwo\u2028three", "one two three"],
  ])("%s", (_, text, shown) => {
    expect(block(plainStyle, [text], { indent: 0 })).toEqual([shown]);
  });

  test("any text fits, in any style, and comes out inert", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 120 }),
        fc.integer({ min: 40, max: 100 }),
        (text, width) => {
          for (const style of [narrow, ascii]) {
            const lines = block({ ...style, width }, [text], { mark: ["•"], indent: 4 });
            for (const line of lines) {
              expect(stringWidth(line)).toBeLessThanOrEqual(width);
              expect(line).not.toMatch(steering);
              if (!style.unicode) expect(line).toMatch(/^[ -~]*$/);
            }
          }
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  test("words are neither lost nor reordered", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 }), (words) => {
        const lines = block(narrow, [words.join(" ")], { indent: 4 });
        expect(lines.flatMap((line) => line.trim().split(" ")).filter(Boolean)).toEqual(words);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

test("less than forty columns count as forty", () => {
  expect(columnsOf({ ...plainStyle, width: 10 })).toBe(40);
  expect(columnsOf({ ...plainStyle, width: 99.9 })).toBe(99);
});

describe("ends", () => {
  test("are at both ends of a line", () => {
    expect(ends(narrow, ["left"], ["right"])).toEqual([`left${" ".repeat(31)}right`]);
  });
  test("are two columns apart at least", () => {
    expect(ends(narrow, ["x".repeat(33)], ["right"])).toEqual([`${"x".repeat(33)}  right`]);
    expect(ends(narrow, ["x".repeat(34)], ["right"])).toEqual(["x".repeat(34), "right"]);
  });
  test("go below each other if they do not fit", () => {
    expect(ends(narrow, ["x".repeat(35)], ["right"])).toEqual(["x".repeat(35), "right"]);
    expect(ends(narrow, ["x".repeat(35)], ["right"], 2)).toEqual(["x".repeat(35), "  right"]);
  });
});

test("a table's first cell wraps, and the others are on its first line", () => {
  const cells = [
    { content: "hybrid", width: 8 },
    { content: "firm", width: 4 },
  ];
  expect(tableRow(narrow, "back office orders", 11, cells)).toEqual([
    "back office  hybrid    firm",
    "orders",
  ]);
  expect(tableRow(narrow, "買い物", 11, cells)).toEqual(["買い物       hybrid    firm"]);
});

test("blocks are a line apart, however many lines they have", () => {
  const long = Array.from({ length: 300_000 }, () => "x");
  expect(spaced([[], ["a", "b"], [], ["c"]])).toEqual(["a", "b", "", "c"]);
  expect(spaced([long, ["a"]])).toHaveLength(300_002);
});

test("the widest of any number of cells", () => {
  expect(widest(plainStyle, ["a", as("bold", "買い"), "bcd"])).toBe(4);
  expect(widest(plainStyle, ["a"], 7)).toBe(7);
  expect(
    widest(
      plainStyle,
      Array.from({ length: 300_000 }, () => "ab"),
    ),
  ).toBe(2);
});

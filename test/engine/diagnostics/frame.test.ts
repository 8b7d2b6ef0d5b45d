import { describe, expect, it } from "vitest";
import { frame } from "../../../src/engine/diagnostics/render-problem.js";

/** The line and its marker for a place in a line of a file, the gutter left out. */
const framed = (lineText: string, column: number, width = 1): readonly string[] =>
  frame({ file: "a.yaml", line: 7, column, width, lineText }).map((line) => line.slice("  7 | ".length));

/** A line of this many characters, each the last digit of its column. */
const digits = (length: number): string => Array.from({ length }, (_, at) => String((at + 1) % 10)).join("");

describe("the line of a problem", () => {
  it("follows its number, with a marker under the place", () => {
    expect(frame({ file: "a.yaml", line: 12, column: 4, width: 3, lineText: "a: bcd" })).toEqual([
      "  12 | a: bcd",
      "     |    ^^^",
    ]);
  });

  it("keeps a column for a tab", () => {
    expect(framed("\t\tkey: value", 3, 3)).toEqual(["  key: value", "  ^^^"]);
  });

  it("is whole up to a hundred characters", () => {
    expect(framed(digits(100), 1)).toEqual([digits(100), "^"]);
    expect(framed(digits(101), 1)).toEqual([`${digits(100)}...`, "^"]);
  });

  it("begins forty characters before the place if it is longer", () => {
    const [line, marker] = framed(digits(300), 101);
    expect(line).toBe(`...${digits(300).slice(60, 160)}...`);
    expect(marker).toBe(`${" ".repeat(43)}^`);
  });

  it("ends with its last hundred characters for a place among these", () => {
    const [line, marker] = framed(digits(300), 295, 2);
    expect(line).toBe(`...${digits(300).slice(200)}`);
    expect(marker).toBe(`${" ".repeat(3 + 94)}^^`);
  });

  it("is marked by the columns that its characters take", () => {
    expect(framed("日本: x, a: foo", 7, 1)).toEqual(["日本: x, a: foo", "        ^"]);
    expect(framed("日本: x", 1, 2)[1]).toBe("^^^^");
  });

  it("is not cut within a character", () => {
    for (const column of [140, 141, 142]) {
      const [line = "", marker = ""] = framed("👍".repeat(150), column, 2);
      expect(line).toMatch(/^\.\.\.(👍)+\.\.\.$/u);
      expect(marker).toMatch(/^ +\^+$/);
    }
  });

  it("marks sixty characters at most, and one at least", () => {
    expect(framed("x".repeat(80), 1, 80)[1]).toBe("^".repeat(60));
    expect(framed("x", 2, 0)[1]).toBe(" ^");
  });
});

import { expect, it } from "vitest";
import {
  indentOf,
  indentUnit,
  lineEnd,
  lineEnding,
  lineStart,
  spliced,
} from "../../../src/engine/answers-file/text-layout.js";

it.each([
  ["a\r\nb\n", "\r\n"],
  ["a\nb\r\n", "\n"],
  ["a", "\n"],
])("lines of %j end as the first does", (text, ending) => {
  expect(lineEnding(text)).toBe(ending);
});

it("lines start behind a line feed, and end behind one or with the text", () => {
  const text = "ab\n\ncd";
  const offsets = [0, 1, 2, 3, 4, 5, 6];
  expect(offsets.map((offset) => lineStart(text, offset))).toEqual([0, 0, 0, 3, 4, 4, 4]);
  // An offset behind a line feed counts as the end of the line before.
  expect(offsets.map((offset) => lineEnd(text, offset))).toEqual([3, 3, 3, 3, 4, 6, 6]);
  expect(lineEnd("\na", 0)).toBe(1);
});

it.each([
  [" \tc: d", 2, " \t"],
  ["a: 1", 0, ""],
  ["  ? x: 1", 4, "  "],
  ["  : x: 1", 4, "    "],
])("an entry of %j at %i is indented by %j", (text, offset, indent) => {
  expect(indentOf(`e:\n${text}`, offset + 3)).toBe(indent);
});

it.each([
  ["a: 1\n", "  "],
  ["a:\n    b:\n       c: 1\n  # d\n", "    "],
  ["a:\n    b:\n  c:\n      d: 1\n", "  "],
  ["{\n\t\t1\n\t2\n}", "\t"],
])("one level of %j is its least indentation, comments aside", (text, unit) => {
  expect(indentUnit(text)).toBe(unit);
});

it("a part is replaced by another", () => {
  expect(spliced("abcd", 1, 3, "-")).toBe("a-d");
});

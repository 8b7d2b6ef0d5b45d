import { expect, it } from "vitest";
import { list, paragraph, remainder } from "../../../../src/engine/report/markdown/blocks.js";
import { penOf, sheetOf } from "../../../../src/engine/report/markdown/writer.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";

it("what stands below an item is indented, but for empty lines", () => {
  const { md } = penOf(plainStyle);
  expect(list([{ line: md`item`, below: ["one", "", "two"] }])).toEqual(["- item", "  one", "", "  two"]);
});

it("a paragraph of nothing is no line", () => {
  const { md } = penOf(plainStyle);
  expect(paragraph(md``)).toEqual([]);
});

it.each([
  [-1, []],
  [0, []],
  [1, ["", "… and 1 more answer."]],
  [2, ["", "… and 2 more answers."]],
])("what is left out is counted: %i", (left, lines) => {
  expect(remainder(sheetOf(plainStyle), left, "answer")).toEqual(lines);
});

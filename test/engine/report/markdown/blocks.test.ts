import { expect, it } from "vitest";
import { asEscaped } from "../../../../src/engine/diagnostics/plain-text.js";
import { list, paragraph, remainder } from "../../../../src/engine/report/markdown/blocks.js";
import { markdownWriter } from "../../../../src/engine/report/markdown/writer.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";

it("what is below an item is indented, but for empty lines", () => {
  const writer = markdownWriter(plainStyle);
  const below = ["one", "", "two"].map(asEscaped);
  expect(list(writer, [{ line: writer.md`item`, below }])).toEqual(["- item", "  one", "", "  two"]);
});

it("a paragraph of nothing is no line", () => {
  const { md } = markdownWriter(plainStyle);
  expect(paragraph(md``)).toEqual([]);
});

it.each([
  [-1, []],
  [0, []],
  [1, ["… and 1 more answer."]],
  [2, ["… and 2 more answers."]],
])("what is left out is counted: %i", (left, lines) => {
  expect(remainder(markdownWriter(plainStyle), left, "answer")).toEqual(lines);
});

import { expect, it } from "vitest";
import { filledDocuments } from "../../../src/engine/parse/filled-documents.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";

it.each([
  ["a: 1\n---\n---\nb: 2\n", [{ a: 1 }, { b: 2 }]],
  ["# none\n---\na: 1\n---\n# none\n", [{ a: 1 }]],
  ["x\n---\nnull\n---\n~\n---\na: 1\n", ["x", null, null, { a: 1 }]],
  ["{}\n---\n[]\n---\n''\n---\n0\n", [{}, [], "", 0]],
])("holds the documents of %j that hold something, as reading does", (text, expected) => {
  expect(filledDocuments(text).map((document) => document.toJS())).toEqual(expected);
  const read = parseText({ file: "a.yaml", text });
  expect(read.kind === "ok" && read.value.map(({ value }) => value)).toEqual(expected);
});

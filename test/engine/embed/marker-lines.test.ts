import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { markersIn } from "../../../src/engine/embed/marker-lines.js";

const begin = "<!-- api-advisor:begin -->";

/** Indices of the lines with a marker that a CommonMark parser sees as a comment of its own at the top of the document. */
function byParser(text: string): readonly number[] {
  return fromMarkdown(text).children.flatMap((node) => {
    const marks =
      node.type === "html" && /^<!-- api-advisor:(begin|end)[^\n]*-->\s*$/.test(node.value.trim());
    return marks && node.position !== undefined ? [node.position.start.line - 1] : [];
  });
}

const byUs = (text: string): readonly number[] => markersIn(text.split("\n")).map(({ line }) => line);

describe("markers", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["alone on a line", ["a", begin, "b"], [1]],
    ["indented by three", [`   ${begin}  `], [0]],
    ["indented by four, which is code", [`    ${begin}`], []],
    ["in a sentence", [`a ${begin}`, `${begin} b`], []],
    ["in a fence", ["```", begin, "```", begin], [3]],
    ["in a fence of tildes with backticks in it", ["~~~ md", "```", begin, "~~~", begin], [4]],
    ["in a fence that a shorter one does not close", ["````", "```", begin, "````", begin], [4]],
    ["in a fence that a line with words does not close", ["```", "``` a", begin, "```", begin], [4]],
    ["in a fence that nothing closes", ["```", begin, begin], []],
    ["behind a code span that looks like a fence", ["``` a ``` b", begin], [1]],
    ["in a list item", ["- a", "", `  ${begin}`, begin], [3]],
    ["in a fence in a list item", ["1. ```", `   ${begin}`, "   ```", begin], [3]],
    ["behind a fence that ends with its list item", ["- ```", "  a", begin], [2]],
    ["in a fence in a list in a list", ["- - ```", `    ${begin}`, "    ```", begin], [3]],
    ["in a quote", [`> ${begin}`, "> ```", begin], [2]],
    ["behind a rule of hyphens, which is no list", ["- - -", `  ${begin}`], [1]],
    ["in a list item that begins with its second line", ["-", `  ${begin}`], []],
    ["behind a list item that stays empty", ["-", "", `  ${begin}`], [2]],
    ["behind a hyphen that underlines a heading", ["===", "-", `  ${begin}`], [2]],
    ["in a list item whose paragraph goes on without indentation", ["- a", "b", `  ${begin}`], []],
    ["behind the next list item", ["3. a", "4. ```", `${begin}`], [2]],
    ["behind a byte order mark", [`\ufeff${begin}`], [0]],
    ["with the line ending of another system", [`${begin}\r`, "```\r", `${begin}\r`, "```\r"], [0]],
  ])("%s", (_, lines, expected) => {
    expect(markersIn(lines).map(({ line }) => line)).toEqual(expected);
    const plain = lines.map((line) => line.replace(/\r$/, ""));
    if (!plain[0]?.startsWith("\ufeff")) expect(byParser(plain.join("\n"))).toEqual(expected);
  });

  it.each([
    ["<!-- api-advisor:begin -->", { kind: "begin", id: "" }],
    ["<!--api-advisor:end-->", { kind: "end", id: "" }],
    ["<!--  api-advisor:begin   the cart  -->", { kind: "begin", id: "the cart" }],
  ])("%s: %j", (line, expected) => {
    expect(markersIn([line])).toEqual([{ ...expected, line: 0 }]);
  });

  it.each([
    "<!-- api-advisor:begins -->",
    "<!-- api-advisor: begin -->",
    "<!-- begin -->",
    "api-advisor:begin",
  ])("%s is none", (line) => {
    expect(markersIn([line])).toEqual([]);
  });

  it("are those of a CommonMark parser, whatever stands around them", () => {
    const piece = fc.constantFrom(
      begin,
      "<!-- api-advisor:end a -->",
      "```",
      "````",
      "~~~",
      "```js",
      "text",
      "- item",
      "1. item",
      "- ```",
      "> quote",
      "- > quote",
      "===",
      "# heading",
      "---",
      "",
    );
    const line = fc.tuple(fc.constantFrom("", "", "", " ", "  ", "   ", "    ", "      "), piece);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (parts) => {
        const text = parts.map(([indent, rest]) => (rest === "" ? "" : indent + rest)).join("\n");
        expect(byUs(text)).toEqual(byParser(text));
      }),
      { numRuns: 3000, seed: 20260630 },
    );
  });
});

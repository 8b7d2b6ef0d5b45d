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
    ["in code indented by a tab", [`\t${begin}`, `  \t${begin}`], []],
    ["behind a fence closed by a line that is indented by three", ["```", "   ```", begin], [2]],
    ["in a fence that a line indented by four does not close", ["```", "    ```", begin], []],
    ["in a fence of tildes with a backtick in its words", ["~~~ a`b", begin], []],
    ["behind two tildes, which open no fence", ["~~ a", begin], [1]],
    ["in a fence that ends a paragraph", ["a", "``` js", begin], []],
    ["in a list item of hyphens that ends a paragraph", ["a", "-  b", `   ${begin}`], []],
    ["in a list item of ones that ends a paragraph", ["a", "1. b", `   ${begin}`], []],
    ["behind a two that ends no paragraph", ["a", "2. b", `   ${begin}`], [2]],
    [
      "in a list item by its widest indentation",
      ["-   b", "", `  ${begin}`, "-    b", "", `  ${begin}`],
      [2, 5],
    ],
    ["in a list item that begins with code", ["-      b", "", `  ${begin}`], []],
    ["behind a hyphen alone, by its indentation", ["-", ` ${begin}`], [1]],
    ["behind an empty list item that follows another", ["- a", "-", "", `  ${begin}`], [3]],
    ["behind an empty list item in another", ["- a", "", "  -", "", "", `  ${begin}`], []],
    ["behind a list that a paragraph ends", ["- a", "", "b", `  ${begin}`], [3]],
    ["in a list item whose second paragraph goes on", ["- a", "", "  b", "c", `  ${begin}`], []],
    ["behind a heading in a list item", ["- a", "  ===", "", `  ${begin}`], []],
    ["behind a list that ends after a heading underlined", ["- a", "  ===", "b", `  ${begin}`], [3]],
    ["behind a list that ends after a heading", ["- a", "   # b", "c", `  ${begin}`], [3]],
    ["behind lists that end after a heading", ["- - a", "    # b", "c", `  ${begin}`], [3]],
    ["in a list item with a number sign too far to the right", ["- a", "      # b", "c", `  ${begin}`], []],
    ["in a list item that a line of equal signs continues", ["- a", "===", "b", `  ${begin}`], []],
    ["in a list item that a number sign in a line continues", ["- a", "b # c", `  ${begin}`], []],
    ["in a list item that a number sign before a word continues", ["- a", "#b", `  ${begin}`], []],
    ["behind a list that a heading without words ends", ["- a", "#", `  ${begin}`], [2]],
    ["behind a list that a heading ends", ["- a", "# b", `  ${begin}`, "- a", "## b", `  ${begin}`], [2, 5]],
    ["in a list item that a code span continues", ["- a", "``` b ``` c", `  ${begin}`], []],
    ["in a list item that a tilde continues", ["- a", "~b", `  ${begin}`], []],
    ["in a list item whose quote goes on", ["- > a", "b", `  ${begin}`], []],
    ["in a list item whose tight quote goes on", ["- >a", "b", `  ${begin}`], []],
    ["in a list item whose quote in a quote goes on", ["- > > a", "b", `  ${begin}`], []],
    ["in a list item whose quoted list goes on", ["- > - a", "b", `  ${begin}`], []],
    ["behind a list that ends with an empty quote", ["- >", "b", `  ${begin}`], [2]],
    ["behind a list that ends with a quoted heading", ["- > # a", "b", `  ${begin}`], [2]],
    ["behind a list that ends with quoted code", ["- >     a", "b", `  ${begin}`], [2]],
    ["in a list that begins with two behind a quote", ["> a", "2. b", `   ${begin}`], []],
    [
      "behind a fence that a tab before its end does not hinder",
      ["- ```", " \t```", "  a", "b", `  ${begin}`],
      [],
    ],
    [
      "behind a fence that ends with the inner list item",
      ["- a", "", "  - ```", "  ```", "  b", "c", `  ${begin}`],
      [6],
    ],
    ["in a quoted list item that a line of equal signs continues", ["- > a", "  ===", "b", `  ${begin}`], []],
    [
      "behind a list that ends after an underlined heading like a quote",
      ["- a > b", "  ===", "c", `  ${begin}`],
      [3],
    ],
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
    "<!-- api-\ufeffadvisor:begin -->",
  ])("%s is none", (line) => {
    expect(markersIn([line])).toEqual([]);
  });

  it.each([
    [50, [2]],
    [51, []],
  ])(
    "are read behind %i list items on one line, at most fifty of which are read as such",
    (count, expected) => {
      expect(byUs([`${"- ".repeat(count)}\`\`\``, "b", `  ${begin}`].join("\n"))).toEqual(expected);
    },
  );

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

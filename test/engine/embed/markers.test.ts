import { describe, expect, it } from "vitest";
import { findBlocks } from "../../../src/engine/embed/find-blocks.js";

const begin = "<!-- api-advisor:begin -->";
const end = "<!-- api-advisor:end -->";

/** The index of the line of each begin marker: every one is a problem without its end. */
function found(lines: readonly string[]): readonly number[] {
  const blocks = findBlocks("doc.md", lines.join("\n"));
  if (blocks.kind === "ok") throw new Error("a block is complete");
  return blocks.problems.flatMap(({ code, at }) =>
    code === "marker-without-end" && at !== null ? [at.line - 1] : [],
  );
}

describe("markers", () => {
  it.each<[string, readonly string[], readonly number[]]>([
    ["alone on a line", ["a", begin, "b"], [1]],
    ["indented by three", [`   ${begin}  `], [0]],
    ["indented by four, which is code", [`    ${begin}`], []],
    ["in code indented by a tab", [`\t${begin}`, `  \t${begin}`], []],
    ["in a sentence", [`a ${begin}`, `${begin} b`], []],
    ["in a fence", ["```", begin, "```", begin], [3]],
    ["in a fence of tildes with backticks in it", ["~~~ md", "```", begin, "~~~", begin], [4]],
    ["in a fence that nothing closes", ["```", begin, begin], []],
    ["in a fence that ends a paragraph", ["a", "``` js", begin], []],
    ["after a code span that looks like a fence", ["``` a ``` b", begin], [1]],
    ["in a list item", ["- a", "", `  ${begin}`, begin], [3]],
    ["in a list item whose paragraph goes on without indentation", ["- a", "b", `  ${begin}`], []],
    ["after a fence that ends with its list item", ["- ```", "  a", begin], [2]],
    ["after a list that a paragraph ends", ["- a", "", "b", `  ${begin}`], [3]],
    ["in a fence in a list in a list", ["- - ```", `    ${begin}`, "    ```", begin], [3]],
    ["in a quote", [`> ${begin}`, "> ```", begin], [2]],
    ["after a rule of hyphens, which is not a list", ["- - -", `  ${begin}`], [1]],
    ["after a rule of more hyphens than lists may nest", ["- ".repeat(80), `  ${begin}`], [1]],
    ["in an HTML block of other tags", ["<details>", begin, "</details>"], [1]],
    ["in a comment of several lines", ["<!-- a", begin, "b"], [1]],
    ["after a byte order mark", [`\ufeff${begin}`], [0]],
    ["with the line ending of another system", [`${begin}\r`, "```\r", `${begin}\r`, "```\r"], [0]],
    ["after a carriage return within a line", [`a\r${begin}`, "```", `\r${begin}`, "```", begin], [4]],
    ["on a line of 51 lists, at most 50 of which nest", [`${"- ".repeat(51)}\`\`\``, "b", `  ${begin}`], []],
  ])("%s", (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  it.each([
    [begin, end, ""],
    ["<!--api-advisor:begin-->", "<!--api-advisor:end-->", ""],
    ["<!--  api-advisor:begin   the cart  -->", end, "the cart"],
  ])("%s and %s make the block %j", (first, last, id) => {
    expect(findBlocks("doc.md", `${first}\n${last}\n`)).toMatchObject({
      kind: "ok",
      value: [{ id, begin: 0, end: 1 }],
    });
  });

  it.each([
    "<!-- api-advisor:begins -->",
    "<!-- api-advisor: begin -->",
    "<!-- begin -->",
    "api-advisor:begin",
    "<!-- api-\ufeffadvisor:begin -->",
  ])("%s is not one", (line) => {
    expect(findBlocks("doc.md", line)).toMatchObject({ problems: [{ code: "no-markers" }] });
  });
});

import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { embed } from "../../../src/engine/embed/embed.js";
import { findBlocks } from "../../../src/engine/embed/find-blocks.js";

const content =
  "## Review\n\n- [ ] One <!-- id: a/1 -->\n  *Why:* so\n- [ ] Two <!-- id: a/2 -->\n\nMade by us.\n";

/** The document with the content in its only block, or in the one with the id. */
function embedded(text: string, id: string | null = null, what = content): string {
  const block = unwrap(findBlocks("doc.md", text)).find((each) => id === null || each.id === id);
  if (block === undefined) throw new Error(`no block ${id}`);
  return embed(text, block, what).text;
}

describe("embed", () => {
  it.each<[string, string, string]>([
    [
      "fills an empty block, an empty line inside each marker",
      "# Doc\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\ntail\n",
      `# Doc\n<!-- api-advisor:begin -->\n\n${content}\n<!-- api-advisor:end -->\ntail\n`,
    ],
    [
      "replaces what is there, and keeps a missing last line feed",
      "<!-- api-advisor:begin -->\nold\n\n\nold\n<!-- api-advisor:end -->",
      `<!-- api-advisor:begin -->\n\n${content}\n<!-- api-advisor:end -->`,
    ],
    [
      "keeps byte order mark and line endings, odd ones elsewhere too",
      "\ufeffa\nb\r\n<!-- api-advisor:begin -->\r\n<!-- api-advisor:end -->\r\nc\n",
      `\ufeffa\nb\r\n<!-- api-advisor:begin -->\r\n\r\n${content.replaceAll("\n", "\r\n")}\r\n<!-- api-advisor:end -->\r\nc\n`,
    ],
    [
      "keeps boxes ticked by their ids, wherever and however they stood",
      "<!-- api-advisor:begin -->\n* [X] Two, in other words <!-- id: a/2 -->\n- [ ] One <!-- id: a/1 -->\n<!-- api-advisor:end -->\n",
      `<!-- api-advisor:begin -->\n\n${content.replace("[ ] Two", "[X] Two")}\n<!-- api-advisor:end -->\n`,
    ],
    [
      "leaves markers in code alone",
      "```md\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n```\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n",
      `\`\`\`md\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n\`\`\`\n<!-- api-advisor:begin -->\n\n${content}\n<!-- api-advisor:end -->\n`,
    ],
  ])("%s, and twice is once", (_, before, after) => {
    expect(embedded(before)).toBe(after);
    expect(embedded(after)).toBe(after);
  });

  it("writes into the block that is meant", () => {
    const text =
      "<!-- api-advisor:begin a -->\nA\n<!-- api-advisor:end a -->\n<!-- api-advisor:begin b -->\nB\n<!-- api-advisor:end -->\n";
    expect(embedded(text, "b", "X\n")).toBe(text.replace("\nB\n", "\n\nX\n\n"));
    expect(embedded(text, "a", "X\n")).toBe(text.replace("\nA\n", "\n\nX\n\n"));
  });

  it("says which ticked items are not there any more", () => {
    const text =
      "<!-- api-advisor:begin -->\n- [x] One <!-- id: a/1 -->\n- [x] Gone <!-- id: a/9 -->\n- [ ] Never <!-- id: a/8 -->\n<!-- api-advisor:end -->\n";
    const [block] = unwrap(findBlocks("doc.md", text));
    if (block === undefined) throw new Error("no block");
    expect(embed(text, block, content).dropped).toEqual(["a/9"]);
  });

  it("keeps no ticks from outside the block", () => {
    const text =
      "- [x] One <!-- id: a/1 -->\n<!-- api-advisor:begin -->\n<!-- api-advisor:end -->\n- [x] Gone <!-- id: a/9 -->\n";
    const [block] = unwrap(findBlocks("doc.md", text));
    if (block === undefined) throw new Error("no block");
    const { text: after, dropped } = embed(text, block, content);
    expect([after.includes("- [ ] One"), dropped]).toEqual([true, []]);
  });
});

describe("refuses", () => {
  const begin = "<!-- api-advisor:begin -->";
  const end = "<!-- api-advisor:end -->";
  it.each<[string, readonly string[], readonly (readonly [string, number | null])[]]>([
    ["a document without markers", ["# Doc"], [["no-markers", null]]],
    ["markers in code alone", ["```", begin, end, "```"], [["no-markers", null]]],
    ["a begin without an end", ["a", begin], [["marker-without-end", 2]]],
    ["an end without a begin", ["a", "", end], [["marker-without-begin", 3]]],
    ["a begin within a block", [begin, "<!-- api-advisor:begin b -->", end], [["marker-without-end", 1]]],
    [
      "an end of another block",
      [begin.replace("begin", "begin a"), end.replace("end", "end b")],
      [
        ["marker-without-begin", 2],
        ["marker-without-end", 1],
      ],
    ],
    ["two blocks without an id", [begin, end, begin, end], [["marker-repeated", 3]]],
    [
      "two blocks with one id",
      ["<!-- api-advisor:begin a -->", end, begin, end, "<!-- api-advisor:begin a -->", end],
      [["marker-repeated", 5]],
    ],
  ])("%s, and says where", (_, lines, expected) => {
    const found = findBlocks("doc.md", `${lines.join("\n")}\n`);
    const problems = found.kind === "failed" ? found.problems : [];
    expect(problems.map(({ code, at }) => [code, at?.line ?? null])).toEqual(expected);
  });

  it("points at the marker itself, and at the first of two with one id", () => {
    const text = `\ufeff${begin}\r\n${end}\r\n   ${begin}  \r\n${end}\r\n${end}`;
    const first = { code: "marker-repeated", id: "", first: 1 };
    const second = { code: "marker-without-begin", id: "" };
    expect(findBlocks("doc.md", text)).toEqual({
      kind: "failed",
      problems: [
        {
          severity: "error",
          file: "doc.md",
          at: { file: "doc.md", line: 3, column: 4, width: begin.length, lineText: `   ${begin}  ` },
          ...first,
        },
        {
          severity: "error",
          file: "doc.md",
          at: { file: "doc.md", line: 5, column: 1, width: end.length, lineText: end },
          ...second,
        },
      ],
    });
    expect(findBlocks("doc.md", "# Doc\n")).toEqual({
      kind: "failed",
      problems: [{ severity: "error", file: "doc.md", at: null, code: "no-markers" }],
    });
  });

  it("shows the first line without its byte order mark", () => {
    const found = findBlocks("doc.md", `\ufeff ${begin}\n`);
    expect(found.kind === "failed" && found.problems[0]?.at).toEqual({
      file: "doc.md",
      line: 1,
      column: 2,
      width: begin.length,
      lineText: ` ${begin}`,
    });
  });
});

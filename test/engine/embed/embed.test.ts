import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { type Embedded, embed } from "../../../src/engine/embed/embed.js";
import { findBlocks } from "../../../src/engine/embed/find-blocks.js";

const content =
  "## Design review: shop\n\n### Decisions to confirm\n\n- [ ] One _is_ it. <!-- id: a/1 -->\n      _Why:_ So.\n      _Contested:_ Not so.\n- [ ] Two <!-- id: a/2 -->\n      _Why:_ Thus.\n\n_Made by us._\n";
const begin = "<!-- api-advisor:begin -->\n";
const end = "<!-- api-advisor:end -->\n";

function embedded(text: string, id: string | null = null, what = content): Embedded {
  const block = unwrap(findBlocks("doc.md", text)).find((each) => id === null || each.id === id);
  if (block === undefined) throw new Error(`no block ${id}`);
  return embed(text, block, what);
}

/** A document without the digests that tell the tool's words from others. */
const unstamped = (text: string): string =>
  text
    .replace(/(<!-- id: \S+) [\da-z]{7} -->/g, "$1 -->")
    .replace(/<!-- written:[\s\da-z]*-->\r?\n\r?\n/g, "");

/** The content in a block, after people changed it. */
const changedBy = (change: (block: string) => string): string =>
  `${begin}${change(embedded(begin + end).text.slice(begin.length, -end.length))}${end}`;

/** What is in a block, without the empty lines at its markers, and stamps. */
const inside = (text: string): string => unstamped(text).slice(begin.length + 1, -end.length - 1);

describe("embed", () => {
  it.each<[string, string, string]>([
    [
      "fills an empty block, an empty line inside each marker",
      `# Doc\n${begin}${end}tail\n`,
      `# Doc\n${begin}\n${content}\n${end}tail\n`,
    ],
    [
      "keeps a missing last line feed",
      `${begin}\n${end.trimEnd()}`,
      `${begin}\n${content}\n${end.trimEnd()}`,
    ],
    [
      "keeps byte order mark and line endings, odd ones elsewhere too",
      "\ufeffa\nb\r\n<!-- api-advisor:begin -->\r\n<!-- api-advisor:end -->\r\nc\n",
      `\ufeffa\nb\r\n<!-- api-advisor:begin -->\r\n\r\n${content.replaceAll("\n", "\r\n")}\r\n<!-- api-advisor:end -->\r\nc\n`,
    ],
    [
      "leaves markers in code alone",
      `\`\`\`md\n${begin}${end}\`\`\`\n${begin}${end}`,
      `\`\`\`md\n${begin}${end}\`\`\`\n${begin}\n${content}\n${end}`,
    ],
    [
      "keeps ticks from no other place in the document",
      `- [x] One <!-- id: a/1 -->\n${begin}${end}- [x] Gone <!-- id: a/9 -->\n`,
      `- [x] One <!-- id: a/1 -->\n${begin}\n${content}\n${end}- [x] Gone <!-- id: a/9 -->\n`,
    ],
    [
      "keeps what people wrote where nothing of ours is yet",
      `${begin}To be\ndone.\n${end}`,
      `${begin}\nTo be\ndone.\n\n${content}\n${end}`,
    ],
  ])("%s, and twice is once", (_, before, after) => {
    const { text, lost } = embedded(before);
    expect([unstamped(text), lost]).toEqual([after, []]);
    expect(embedded(text).text).toBe(text);
  });

  it("writes into the block that is meant", () => {
    const text =
      "<!-- api-advisor:begin a -->\n<!-- api-advisor:end a -->\n<!-- api-advisor:begin b -->\n<!-- api-advisor:end -->\n";
    const written = unstamped(embedded(text, "b", "X\n").text);
    expect(written).toBe(text.replace("begin b -->\n", "begin b -->\n\nX\n\n"));
    expect(unstamped(embedded(written, "a", "Y\n").text)).toBe(
      written.replace("begin a -->\n", "begin a -->\n\nY\n\n"),
    );
  });
});

const [two] = /- \[ \] Two[\s\S]*Thus\.\n/.exec(content) ?? [""];
const one = content.slice(content.indexOf("- [ ] One"), content.indexOf("- [ ] Two"));
const ticked = content.replace("[ ] Two", "[x] Two");

/** What people and formatters do to a block; and what is in it once there is something new to say. */
describe("stays when the content changes:", () => {
  it.each<[string, (block: string) => string, string]>([
    ["a tick", (block) => block.replace("[ ] Two", "[x] Two"), ticked],
    ["a large tick", (block) => block.replace("[ ] Two", "[X] Two"), ticked],
    [
      "another sign in a box",
      (block) => block.replace("[ ] Two", "[-] Two"),
      content.replace("[ ] Two", "[-] Two"),
    ],
    ["a tick with another bullet", (block) => block.replace("- [ ] Two", "*   [x] Two"), ticked],
    ["a tick in a numbered list", (block) => block.replace("- [ ] Two", "2) [x] Two"), ticked],
    ["a tick in an escaped box", (block) => block.replace("[ ] Two", "\\[x\\] Two"), ticked],
    [
      "a tick whose comment has a line of its own",
      (block) => block.replace(/\[ \] Two( <!--.*-->)\n/, "[x] Two\n $1\n"),
      ticked,
    ],
    [
      "a tick whose comment is below the reason",
      (block) => block.replace(/\[ \] Two( <!--.*-->)\n(.*)\n/, "[x] Two\n$2$1\n"),
      ticked,
    ],
    [
      "a tick whose comment is gone",
      (block) => block.replace(/\[ \] Two( <!--.*-->)\n/, "[x] Two\n"),
      ticked,
    ],
    [
      "a tick in another order",
      (block) =>
        block.replace(
          /(- \[ \] One[\s\S]*)(- \[ \] Two[\s\S]*Thus\.\n)/,
          (_, first, second) => second.replace("[ ]", "[x]") + first,
        ),
      ticked,
    ],
    [
      "a tick below another item",
      (block) =>
        block.replace(/- \[ \] Two[\s\S]*Thus\.\n/, (item) =>
          item.replace("[ ]", "[x]").replace(/^/gm, "   "),
        ),
      ticked,
    ],
    [
      "a tick in one of two copies",
      (block) => block.replace(/- \[ \] Two[\s\S]*Thus\.\n/, (item) => item + item.replace("[ ]", "[x]")),
      ticked,
    ],
    [
      "a tick in wrapped lines",
      (block) =>
        block
          .replace("[ ] One _is_ it. <!--", "[x] One\n      _is_ it.\n      <!--")
          .replace("-->\n      _Why:_ So", "--> *Why:*\n  So"),
      content.replace("[ ] One", "[x] One"),
    ],
    [
      "a note",
      (block) => block.replace("Thus.\n", "Thus.\n  - Ann: yes\n"),
      `${content.replace("Thus.\n", "Thus.\n  - Ann: yes\n")}`,
    ],
    [
      "a note on the next line",
      (block) => block.replace("Thus.\n", "Thus.\n  Ann: yes\n"),
      content.replace("Thus.\n", "Thus.\n      Ann: yes\n"),
    ],
    [
      "a note on the same line",
      (block) => block.replace("Thus.\n", "Thus. Ann: yes\n"),
      content.replace("Thus.\n", "Thus.\n      Ann: yes\n"),
    ],
    [
      "a note after the id",
      (block) => block.replace(/(id: a\/2 .*-->)\n/, "$1 Ann: yes\n"),
      content.replace("Thus.\n", "Thus.\n  - Ann: yes\n"),
    ],
    [
      "a note between lines of ours, which may be ours where those are others by now",
      (block) => block.replace("      _Cont", "  Ann: yes\n      _Cont"),
      content.replace("Not so.\n", "Not so.\n  - One _is_ it.\n  - Ann: yes\n"),
    ],
    [
      "a paragraph",
      (block) => block.replace("Thus.\n", "Thus.\n\n  Ann: yes\n"),
      content.replace("Thus.\n", "Thus.\n\n  Ann: yes\n"),
    ],
    [
      "code",
      (block) => block.replace("Thus.\n", "Thus.\n\n  ```sh\n  a\n\n    b\n  ```\n"),
      content.replace("Thus.\n", "Thus.\n\n  ```sh\n  a\n\n    b\n  ```\n"),
    ],
    [
      "nested bullets at the indent of another formatter",
      (block) =>
        block.replace("- [ ] Two", "-   [x] Two").replace("Thus.\n", "Thus.\n    -   Ann\n        -   yes\n"),
      ticked.replace("Thus.\n", "Thus.\n  -   Ann\n      -   yes\n"),
    ],
    [
      "words that begin as ours do",
      (block) => block.replace("Thus.\n", "Thus.\n      _Contested:_ Ann says no.\n"),
      content.replace("Thus.\n", "Thus.\n      _Contested:_ Ann says no.\n"),
    ],
    [
      "a change within our words",
      (block) => block.replace("Thus.", "Thus (Ann: no)."),
      content.replace("Thus.\n", "Thus.\n      _Why:_ Thus (Ann: no).\n"),
    ],
    [
      "an item of their own",
      (block) => block.replace("Thus.\n", "Thus.\n* [x] Three\n  yes\n"),
      content.replace("Thus.\n", "Thus.\n- [x] Three\n  yes\n"),
    ],
    [
      "a paragraph between lists",
      (block) => block.replace("Thus.\n", "Thus.\n\nAnn: yes\n"),
      content.replace("Thus.\n", "Thus.\n\nAnn: yes\n"),
    ],
    [
      "a paragraph between items",
      (block) => block.replace("- [ ] Two", "\nAnn: yes\n\n- [ ] Two"),
      content.replace("- [ ] Two", "\nAnn: yes\n\n- [ ] Two"),
    ],
    [
      "a heading, and what is before ours",
      (block) => `Ann\n\n${block.replace("_Made", "### Ours\n\n_Made")}`,
      `Ann\n\n${content.replace("_Made", "### Ours\n\n_Made")}`,
    ],
    ["a comment without an end", (block) => `${block}<!-- Ann\n`, `${content}\n<!-- Ann\n-->\n`],
  ])("%s", (_, change, expected) => {
    // All of our words change, besides.
    const renewed = (text: string): string => text.replace("] One _is_ it", "] One was it");
    const { text, lost } = embedded(changedBy(change), null, renewed(content));
    expect(inside(text)).toBe(renewed(expected));
    expect(lost).toEqual([]);
    expect(embedded(text, null, renewed(content)).text).toBe(text);
  });
});

describe("an item that is no longer asked", () => {
  const withoutTwo = content.replace(two, "");
  const gone =
    "\n## No longer asked\n\n- [x] Two <!-- id: a/2 -->\n      _Why:_ Thus.\n      Ann: yes\n  - Bob: no\n";
  const left = changedBy((block) =>
    block
      .replace("[ ] Two", "[x] Two")
      .replace("Thus.\n", "Thus.\n  Ann: yes\n  * Bob: no\n".replace("*", "-")),
  );
  const { text, lost } = embedded(left, null, withoutTwo);

  it("is listed below with its tick and its notes, and named once", () => {
    expect([inside(text), lost]).toEqual([withoutTwo + gone, ["a/2"]]);
    expect(embedded(text, null, withoutTwo)).toEqual({ text, lost: [] });
  });

  it("stays there while the rest changes, even without a tick", () => {
    const later = embedded(text.replace("[x] Two", "[ ] Two"), null, withoutTwo.replace("So.", "Thus."));
    expect(inside(later.text)).toBe(withoutTwo.replace("So.", "Thus.") + gone.replace("[x]", "[ ]"));
    expect(later.lost).toEqual([]);
  });

  it("comes before those that follow it there", () => {
    const ticked = text.replace("[ ] One", "[x] One");
    const later = embedded(ticked, null, withoutTwo.replace(one, "- [ ] Three <!-- id: a/3 -->\n"));
    expect(inside(later.text)).toBe(
      `${withoutTwo.replace(one, "- [ ] Three <!-- id: a/3 -->\n")}${gone}${one.replace("[ ]", "[x]")}`,
    );
    expect(later.lost).toEqual(["a/1"]);
  });

  it("gets its place back when it is asked again, in whatever words", () => {
    const again = content.replace("Thus.", "Hence.");
    expect(inside(embedded(text, null, again).text)).toBe(
      again.replace("[ ] Two", "[x] Two").replace("Hence.\n", "Hence.\n      Ann: yes\n  - Bob: no\n"),
    );
  });

  it("is not listed if nobody left anything at it", () => {
    expect(
      inside(
        embedded(
          changedBy((block) => block),
          null,
          withoutTwo,
        ).text,
      ),
    ).toBe(withoutTwo);
  });

  it("is listed if people changed its words", () => {
    const changed = changedBy((block) => block.replace("Thus.", "No."));
    expect(embedded(changed, null, withoutTwo).lost).toEqual(["a/2"]);
  });

  it("stays where it is, as theirs, if people took its comment away", () => {
    const { text, lost } = embedded(
      changedBy((block) => block.replace(/Two <.*>/, "Two")),
      null,
      withoutTwo,
    );
    expect([inside(text), lost]).toEqual([content.replace(/Two <.*>/, "Two"), []]);
  });

  it("takes nothing along that only stands beside it", () => {
    const beside = changedBy((block) =>
      block.replace(/$/, "\n- [x] Ann's\n").replace("Thus.\n", "Thus.\n- [ ] Bob's\n"),
    );
    expect(inside(embedded(beside, null, withoutTwo).text)).toBe(
      `${withoutTwo.replace("Not so.\n", "Not so.\n- [ ] Bob's\n")}\n- [x] Ann's\n`,
    );
  });
});

describe("a summary, which has no ids", () => {
  const summary =
    "## x: stateless or stateful?\n\n**STATELESS**\n\n- One\n  - **So**\n- Two\n\n_Made by us._\n";
  const written = embedded(begin + end, null, summary).text;

  it("is replaced, whatever form a formatter gave it", () => {
    const formatted = written
      .replace(/^( *)- /gm, "$1* ")
      .replaceAll("_", "*")
      .replaceAll("**", "__");
    expect(embedded(formatted, null, summary).text).toBe(formatted);
    expect(inside(embedded(formatted, null, "## New\n").text)).toBe("## New\n");
  });

  it.each([
    ["order_id", "orderid"],
    ["can not", "cannot"],
    ["a\\*b", "ab"],
    ["\\\\host", "host"],
  ])("is replaced where a name changes from %s to %s", (before, after) => {
    const named = (name: string): string => summary.replace("## x", `## ${name}`);
    const text = embedded(begin + end, null, named(before)).text;
    expect(embedded(text, null, named(before)).text).toBe(text);
    expect(inside(embedded(text, null, named(after)).text)).toBe(named(after));
  });

  it("keeps what people wrote, and takes an entry that they changed for theirs", () => {
    const text = written
      .replace("ESS**\n", "ESS**\n\nAnn: no\n")
      .replace("- Two\n", "- Two\n  - Bob\n- Three\n");
    const renewed = summary.replace("STATELESS", "STATEFUL");
    expect(inside(embedded(text, null, renewed).text)).toBe(
      renewed
        .replace("**STATEFUL", "Ann: no\n\n**STATEFUL")
        .replace("- Two\n", "- Two\n  - Bob\n- Three\n- Two\n"),
    );
  });

  it("has at its end what is left of a checklist", () => {
    const left = changedBy((block) => block.replace("[ ] Two", "[x] Two"));
    const { text, lost } = embedded(left, null, summary);
    expect(inside(text)).toBe(`${summary}\n## No longer asked\n\n${two.replace("[ ]", "[x]")}`);
    expect(lost).toEqual(["a/2"]);
    expect(inside(embedded(text).text)).toBe(ticked);
  });
});

describe("a block that version 2.0 wrote", () => {
  const old =
    "## Design review: shop\n\n### Decisions to confirm\n\n- [x] One is this. <!-- id: a/1 -->\n  *Why:* Whatever.\n  Ann: yes\n- [ ] Two <!-- id: a/2 --> Bob: no\n  *Why:* Thus.\n  *Contested:* Not thus.\n- [x] Three <!-- id: a/3 -->\n  *Why:* So.\n\nCarl: hm\n\nNot asked: much.\n\n*api-advisor 2.0.0, rule pack default*\n";

  it("is told from what people wrote", () => {
    const { text, lost } = embedded(`${begin}\n${old}\n${end}`);
    expect(inside(text)).toBe(
      `${content
        .replace("[ ] One", "[x] One")
        .replace("Not so.\n", "Not so.\n      Ann: yes\n")
        .replace(
          "Thus.\n",
          "Thus.\n  - Bob: no\n\nCarl: hm\n",
        )}\n## No longer asked\n\n- [x] Three <!-- id: a/3 -->\n      *Why:* So.\n`,
    );
    expect(lost).toEqual(["a/3"]);
    expect(embedded(text).text).toBe(text);
  });

  it("is not what somebody took the digests from", () => {
    const summary =
      "## shop: stateless or stateful?\n\n**STATELESS**.\n\n- a\n\n### Why\n\n- b\n\napi-advisor 2.0.0\n";
    const own = "My own paragraph.";
    const left = unstamped(embedded(begin + end, null, summary).text).replace("### Why", `${own}\n\n### Why`);
    for (const then of [summary, summary.replace("STATELESS", "STATEFUL"), content]) {
      const { text } = embedded(left, null, then);
      expect(text).toContain(`\n\n${own}\n\n`);
      expect(embedded(text, null, then).text).toBe(text);
    }
  });

  it("is replaced if it was a summary", () => {
    const summary = "## shop: stateless or stateful?\n\n**STATELESS**.\n\n- a\n\n*api-advisor 2.0.0*\n";
    expect(inside(embedded(`${begin}\n${summary}\n${end}`).text)).toBe(content);
  });
});

it("a word behind the break after an item's comment becomes a note without the break", () => {
  const broken = content.replaceAll("-->\n", "-->\\\n");
  const left = embedded(begin + end, null, broken).text.replace("-->\\\n", "-->\\ and more\n");
  expect(left).toContain("-->\\ and more\n");
  const { text } = embedded(left, null, broken);
  expect(inside(text)).toBe(broken.replace("Not so.\n", "Not so.\n  - and more\n"));
});

describe("a block of which only the form is another", () => {
  it.each<[string, (block: string) => string]>([
    [
      "wrapped lines",
      (block) => block.replaceAll("\n      _", " _").replace("<!-- id: a/1", "\n      <!-- id: a/1"),
    ],
    ["bullets", (block) => block.replaceAll("- [", "*   [")],
    ["emphasis", (block) => block.replace(/_(\w+:?)_/g, "*$1*")],
    ["escapes", (block) => block.replaceAll("[ ]", "\\[ \\]")],
    ["no empty lines at the markers", (block) => block.trim().concat("\n")],
  ])("stays as it is: %s", (_, change) => {
    const text = changedBy(change);
    expect(embedded(text)).toEqual({ text, lost: [] });
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

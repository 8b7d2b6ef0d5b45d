import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { as, cleaned as clean } from "../../../src/engine/report/inline.js";
import { codeSpan, escapeMarkdown, linkDestination } from "../../../src/engine/report/markdown/escape.js";
import { markdownWriter } from "../../../src/engine/report/markdown/writer.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { anyText, attacks } from "./hostile.js";
import { isEmptyComment, nodesOf, parseMarkdown, textOf } from "./markdown-tree.js";

describe("escaping keeps texts readable in the source", () => {
  test.each([
    ["Requests that are complete in themselves", "Requests that are complete in themselves"],
    ["+0.68", "+0.68"],
    ["0.25 of 4.5", "0.25 of 4.5"],
    ["snake_case_name", "snake_case_name"],
    ["C# and F", "C# and F"],
    ["@platform-team, see #12", "@<!-- -->platform-team, see #<!-- -->12"],
    ["(@acme/team)", "(@<!-- -->acme/team)"],
    ["acme/shop#12", "acme/shop#<!-- -->12"],
    ["a@b.example, @ 5, C# 7 and #x", "a@b.example, @ 5, C# 7 and #x"],
    ["&#60;", "\\&#<!-- -->60;"],
    ["a - b > c", "a - b > c"],
    ["R&D", "R&D"],
    ["_emphasis_", "\\_emphasis\\_"],
    ["a._x and x_.", "a.\\_x and x\\_."],
    ["1_x and x_1", "1_x and x_1"],
    ["1. first", "1\\. first"],
    ["123456789) last", "123456789\\) last"],
    ["# one", "\\# one"],
    ["#", "\\#"],
    ["- one", "\\- one"],
    ["&lt;", "\\&lt;"],
    ["a|b", "a\\|b"],
    ["https://x.example", "https\\://x.example"],
  ])("%s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

const written = (text: string): string => markdownWriter(plainStyle).md`${text}`.text;

const places: Readonly<Record<string, (written: string) => string>> = {
  "in a list item": (written) => `- ${written}\n- next\n`,
  "in a task": (written) => `- [ ] ${written} <!-- id: a/b -->\n`,
  "in a heading": (written) => `## ${written}\n`,
  "in a paragraph": (written) => `${written}\n`,
  "in bold": (written) => `**${written}** (after)\n`,
  "in a table cell": (written) => `| a | b |\n| --- | --- |\n| ${written} | x |\n`,
  "in a link": (written) => `[${written}](https://x.example)\n`,
};

describe("a text renders as itself", () => {
  for (const [place, put] of Object.entries(places)) {
    const plainly = structure(put("x"));
    const check = (text: string): void => {
      const { md } = markdownWriter(plainStyle);
      const written = md`${text}`.text;
      if (written === "") return;
      const tree = parseMarkdown(put(written));
      expect(textOf(tree)).toBe(textOf(parseMarkdown(put("x"))).replace("x", () => cleaned(text)));
      expect(structure(put(written))).toEqual(plainly);
    };
    test.each(attacks)(`${place}: %j`, check);
    test(`${place}: any text`, () => {
      fc.assert(fc.property(anyText, check), { numRuns: 120 });
    });
  }
});

/** The kinds of nodes, addresses that link themselves counted as text. */
function structure(document: string): readonly string[] {
  return nodesOf(parseMarkdown(document))
    .filter(
      (node) =>
        node.type !== "text" &&
        !isEmptyComment(node) &&
        !(node.type === "link" && isLiteral(node.url, textOf(node))),
    )
    .map(({ type }) => type);
}

const isLiteral = (url: string, text: string): boolean =>
  [text, `http://${text}`, `mailto:${text}`].includes(url);

/** How a text should read: cleaned like all that is printed, on one line, without space at the ends. */
const cleaned = (text: string): string => clean(plainStyle, text).replaceAll("\u00a0", " ").trim();

test("no stretch of what is rendered mentions a person, a team or an issue", () => {
  const text = fc.oneof(anyText, fc.string({ unit: fc.constantFrom(..."@#1a/-\\ _*`"), maxLength: 12 }));
  fc.assert(
    fc.property(text, (mentioning) => {
      for (const node of nodesOf(parseMarkdown(`- ${written(mentioning)}\n`)))
        if (node.type === "text") expect(node.value).not.toMatch(/(?<![a-z\d])@[a-z\d]|#\d/i);
    }),
    { numRuns: 200 },
  );
});

test("control characters are made visible, white space is folded", () => {
  expect(written("\u001b[2J \u202e")).toBe("\\\\x1b\\[2J \\\\u202e");
  expect(written(" a \r\n\t b\u2028")).toBe("a b");
});

test.each([
  ["a`b", "``a`b``"],
  ["`a", "`` `a ``"],
  ["a`", "`` a` ``"],
  [" a b", "` a b`"],
  ["a b ", "`a b `"],
  [" ab ", "`  ab  `"],
  ["", ""],
  ["  ", ""],
])("a code span of %j", (line, span) => {
  expect(codeSpan(line)).toBe(span);
});

test("a code span holds any line", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("`", "a", "\\", "*", "<", " "), minLength: 1, maxLength: 12 }),
      (line) => {
        fc.pre(line.trim() !== "");
        const [code] = nodesOf(parseMarkdown(`x ${codeSpan(line)} y`)).filter(
          ({ type }) => type === "inlineCode",
        );
        expect(code).toBeDefined();
        expect(code === undefined ? "" : textOf(code)).toBe(line);
      },
    ),
  );
});

test("code between backticks in a pack's text stays code, and only that", () => {
  const { prose } = markdownWriter(plainStyle);
  expect(prose("Give `type` a *URI*.").text).toBe("Give `type` a \\*URI\\*.");
  expect(prose("an odd ` backtick").text).toBe("an odd \\` backtick");
  expect(prose("no `a|b` in tables").text).toBe("no \\`a\\|b\\` in tables");
});

describe("only web addresses become links", () => {
  test.each([
    ["https://www.rfc-editor.org/rfc/rfc9110", "https://www.rfc-editor.org/rfc/rfc9110"],
    ["https://x.example/a(b)", "https://x.example/a%28b%29"],
    ["http://x.example/*", "http://x.example/%2A"],
    ["https://x.example/?a=1&lt;", "https://x.example/?a=1&amp;lt;"],
    ["https://x.example/ <b>|`", "https://x.example/%20%3Cb%3E%7C%60"],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["//x.example", null],
    [" https://x.example", null],
  ])("%s", (address, destination) => {
    expect(linkDestination(address)).toBe(destination);
  });
});

describe("between the stretches of a sentence", () => {
  test("white space stays", () => {
    const { inline, prose } = markdownWriter(plainStyle);
    expect(prose("`a` `b`").text).toBe("`a` `b`");
    expect(inline(["a", " ", as("bold", " b "), as("dim", "c")]).text).toBe("a  **b** c");
  });

  test("nothing is not put in bold", () => {
    const { bold, inline } = markdownWriter(plainStyle);
    expect(bold("").text).toBe("");
    expect(inline(["a", as("bold", " "), "b", as("bold", "")]).text).toBe("a b");
  });

  test("an address keeps its letters", () => {
    expect(markdownWriter(plainStyle).link("ä", "https://x.example/ä").text).toBe(
      "[ä](https://x.example/%C3%A4)",
    );
    expect(markdownWriter({ ...plainStyle, unicode: false }).link("ä", "https://x.example/ä").text).toBe(
      "[a](https://x.example/%C3%A4)",
    );
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import { embed } from "../../src/engine/embed/embed.js";
import { findBlocks } from "../../src/engine/embed/find-blocks.js";
import { unifiedDiff } from "../../src/engine/embed/unified-diff.js";
import { checkFormatIds } from "../../src/engine/report/formats.js";
import { codeSpan, escapeMarkdown } from "../../src/engine/report/markdown/escape.js";
import { sizeLimit } from "../../src/files/read-file.js";
import { runMain } from "../cli/run-main.js";
import { filled } from "./bytes.js";
import { read } from "./read.js";

/** The time limit of each test bounds the cost: in quadratic time these would take minutes to hours. */
const budgetMs = 30_000;
const head = "version: 1\nservice: a\n";
/** Bytes of a text with so much wrong in it that work in its square would take far longer than a test may. */
const large = sizeLimit / 16;

interface Case {
  readonly what: string;
  readonly text: string;
  readonly says: string | RegExp;
}

const refused: readonly Case[] = [
  {
    what: "unknown keys by the thousand",
    text: filled(large, head, (n) => `k${n}: 1\n`),
    says: /and \d{4,5} more problems$/,
  },
  {
    what: "unknown questions on one line",
    text: filled(large, '{"version":1,"service":"a","answers":{"q":1', (n) => `,"k${n}":1`, "}}"),
    says: /and \d{4,5} more problems$/,
  },
  {
    what: "one key over and over",
    text: filled(large, `${head}answers:\n`, () => " k: 1\n"),
    says: "duplicate key `k`",
  },
  {
    what: "wrong answers in a list",
    text: filled(large, `${head}answers: {latency: [a`, (n) => `,k${n}`, "]}"),
    says: "`latency` takes only one answer",
  },
  {
    what: "surfaces",
    text: filled(large, `${head}surfaces:\n`, (n) => ` s${n}: {}\n`),
    says: "has more than 1000 surfaces",
  },
  {
    what: "documents",
    text: filled(large, "", () => `---\n${head}`),
    says: "has more than 1000 documents",
  },
  {
    what: "aliases",
    text: filled(large, "a: &a x\nb: [*a", () => ",*a", "]"),
    says: "aliases expand to more than 1000 copies",
  },
  {
    what: "anchors and aliases by turns",
    text: filled(large, "", (n) => `- &a${n} x\n- *a${n}\n`),
    says: "aliases expand to more than 1000 copies",
  },
  {
    what: "aliases of aliases",
    text: `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n},*a${n}]`).join("\n")}`,
    says: "aliases expand to more than 100 copies",
  },
  {
    what: "few aliases of much",
    text: `${filled(100_000, "answers: &a {", (n) => `k${n}: 1,`, "}")}\nb: [${"*a,".repeat(99)}]`,
    says: "has more than 100000 values once its aliases are expanded",
  },
  { what: "an alias inside its anchor", text: "a: &a [*a]", says: "has more than 100000 values" },
  {
    what: "unknown tags",
    text: filled(large, "", () => "- !a b\n"),
    says: "unknown tag `!a`",
  },
  { what: "open brackets", text: "[".repeat(sizeLimit), says: "is nested more than 64 levels deep" },
  { what: "open braces", text: "{a: ".repeat(sizeLimit / 4), says: "is nested more than 64 levels deep" },
  { what: "list signs", text: "- ".repeat(100_000), says: "is nested more than 64 levels deep" },
  { what: "commas", text: `[${",".repeat(sizeLimit - 2)}]`, says: "has more than 800000 tokens" },
  {
    what: "a key as long as a file, with much below it",
    text: `${filled(sizeLimit, `{"version":1,"service":"a","answers":{"${"x".repeat(500_000)}":{"a":1`, (n) => `,"k${n}":1`, "}}}")}`,
    says: "a key is longer than 1024 characters",
  },
  {
    what: "signs that a pattern could begin at",
    text: `${head}decision: {style: stateless, pack: "${"@".repeat(500_000)}"}`,
    says: "expected a rule pack as name@version",
  },
  {
    what: "a name as long as a file",
    text: `{"version":1,"service":"${"x".repeat(sizeLimit - 100)}"}`,
    says: "at most 200 characters",
  },
  { what: "nothing but NUL", text: "\0".repeat(sizeLimit), says: "the document is a text" },
];

const manySurfaces = Array.from({ length: 20 }, (_, document) => {
  const surfaces = Array.from({ length: 60 }, (_, surface) => `a${surface}: {}`);
  return `---\nversion: 1\nservice: s${document}\nsurfaces: {${surfaces.join(", ")}}\n`;
}).join("");

describe("a large text is refused in time and in a few words", () => {
  it.each(refused)("$what", { timeout: budgetMs }, ({ text, says }) => {
    const outcome = read(text);
    if (outcome.kind === "ok") throw new Error("it was taken");
    const shown = renderProblems(outcome.problems);
    expect(shown).toMatch(says);
    expect(shown.length).toBeLessThan(60_000);
  });

  it.each([
    ["a file of one byte too many", "x".repeat(sizeLimit + 1), "exceeds the limit of 1048576 bytes"],
    ["surfaces over many documents", manySurfaces, "has more than 1000 surfaces"],
  ])("%s", async (_, input, says) => {
    const { code, stdout, stderr } = await runMain(["advise", "-"], { input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(says);
  });
});

describe("problems by the ten thousand", () => {
  const input = filled(large, "{", (n) => `${n === 0 ? "" : ","}"${n}":1`, "}");

  it.each(checkFormatIds)(
    "in one file are told in a few megabytes as %s",
    { timeout: 2 * budgetMs },
    async (format) => {
      const { code, stdout, stderr } = await runMain(["check", "-", "--format", format], { input });
      expect(code).toBe(2);
      expect(stdout.length).toBeLessThan(5e6);
      // No key is known, and of the known ones `version` and `service` are missing.
      const left = input.split(",").length + 2 - 100;
      expect(stderr).toMatch(/^<stdin>:1:1: error: missing key `version`\n/);
      expect(stderr.split("\n\n").at(-1)).toBe(`and ${left} more problems\n`);
      expect(stderr).not.toContain("than are listed");
      expect(stderr.length).toBeLessThan(60_000);
    },
  );

  it("in records of a stream are reported one record a line", { timeout: 2 * budgetMs }, async () => {
    const { code, stdout } = await runMain(["check", "-", "--format", "jsonl"], {
      input: `${input}\n{}\n${input}\n`,
    });
    expect(code).toBe(2);
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ line, problems }) => [line, problems.length])).toEqual([
      [1, 1001],
      [2, 2],
      [3, 1001],
    ]);
    expect(records[0].problems.at(-1)).toMatchObject({ code: "more-problems", line: null });
  });
});

describe("more surfaces than a report holds", () => {
  const surfaces = (count: number) =>
    `${head}surfaces:\n${Array.from({ length: count }, (_, n) => ` s${n}: {}\n`).join("")}`;

  it("are refused, and read as JSON Lines", { timeout: 2 * budgetMs }, async () => {
    const cwd = mkdtempSync(join(tmpdir(), "hostile-"));
    for (let file = 10; file < 20; file += 1) writeFileSync(join(cwd, `${file}.yaml`), surfaces(1000));
    for (const name of ["20.yaml", "21.yaml"]) writeFileSync(join(cwd, name), surfaces(1));
    const args = ["advise", "*.yaml", "--no-analysis", "--format"];
    const refused = await runMain([...args, "json"], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    const told =
      "20.yaml: error: takes the total past 10000 surfaces; this file and the ones after it are left out\n";
    expect(refused.stderr).toBe(
      `${told}  expected fewer files at a time, or \`--format jsonl\`, which has no such limit\n`,
    );
    for (const name of ["20.yaml", "21.yaml"]) rmSync(join(cwd, name));
    expect((await runMain(["compare", ...readdirSync(cwd)], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, "20.yaml"), surfaces(1));
    let lines = 0;
    const { code, stdout } = await runMain(["check", "*.yaml", "--no-analysis", "--format", "jsonl"], {
      cwd,
    });
    for (const unit of stdout) if (unit === "\n") lines += 1;
    expect({ code, lines }).toEqual({ code: 1, lines: 10_001 });
    rmSync(cwd, { recursive: true });
  });
});

describe("a file with as many surfaces as it may have", () => {
  it("all alike, is analysed in the time of few", { timeout: 2 * budgetMs }, async () => {
    const input = `${head}surfaces:\n${Array.from({ length: 1000 }, (_, n) => ` s${n}: {}\n`).join("")}`;
    const { code, stdout } = await runMain(["check", "-", "--format", "json"], { input });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).surfaces).toHaveLength(1000);
  });
});

describe("texts that a careless pattern would never come to the end of", () => {
  const many = 100_000;

  it("in markers, lists and fences of a document", { timeout: budgetMs }, () => {
    const lines = [
      `<!-- api-advisor:begin${" ".repeat(many)}x`,
      `<!-- api-advisor:begin ${"a ".repeat(many)}-- >`,
      "- ".repeat(many),
      `${"- ".repeat(many)}x`,
      "> ".repeat(many),
      "`".repeat(many),
      "* ".repeat(many),
      " ".repeat(many),
      "\t".repeat(many),
    ];
    for (const line of lines) {
      const found = findBlocks(
        "d.md",
        `${line}\n<!-- api-advisor:begin a -->\n${line}\n<!-- api-advisor:end -->\n`,
      );
      if (found.kind === "failed") expect(found.problems.length).toBeLessThan(4);
      else expect(found.value.map(({ id }) => id)).toEqual(["a"]);
    }
  });

  it("in boxes and the comments of items", { timeout: budgetMs }, () => {
    const lines = [
      `- [x] ${"<!-- id: ".repeat(many / 10)}${"a".repeat(many)}`,
      `- [x] ${"<!--id:".repeat(many / 10)}`,
      `- [x] a <!-- id: a${" ".repeat(many)}x`,
      `<!-- written:${" a".repeat(many)}`,
      `- ${"[".repeat(many)}`,
    ];
    for (const line of lines) {
      const inside = line.startsWith("<") ? `${line} -->` : line;
      const text = `<!-- api-advisor:begin -->\n${inside}\n<!-- api-advisor:end -->\n`;
      const { text: after } = embed(text, { id: "", begin: 0, end: 2 }, "new\n");
      expect(after).toMatch(/^new$/m);
      if (line === inside) expect(after).toContain(line.trimEnd());
    }
  });

  // A paragraph of so many lines took the parser minutes, as did one item of as many.
  it.each([
    ["paragraphs", "*a **b [c](d `e\n"],
    ["comments", "a <!-- x b > c\n"],
    ["items", "- [x] a <!-- id: a/b -->\n"],
    ["notes", "  - a\n"],
  ])("in %s by the ten thousand", { timeout: budgetMs }, (_, line) => {
    const inside = `- [x] One\n${filled(large * 2, "", () => line)}`;
    const text = `<!-- api-advisor:begin -->\n${inside}\n<!-- api-advisor:end -->\n`;
    const found = findBlocks("d.md", text);
    if (found.kind === "failed") throw new Error("no block");
    const [block] = found.value;
    if (block === undefined) throw new Error("no block");
    const { text: after } = embed(text, block, "- [ ] One <!-- id: a -->\n");
    expect(after.startsWith("<!-- api-advisor:begin -->\n\n- [x] One <!-- id: a ")).toBe(true);
    expect(
      embed(after, { ...block, end: after.split("\n").length - 2 }, "- [ ] One <!-- id: a -->\n").text,
    ).toBe(after);
  });

  it("in notes as Markdown", { timeout: budgetMs }, () => {
    expect(escapeMarkdown(`a ${"#".repeat(many)}x`)).toBe(`a ${"#".repeat(many)}x`);
    expect(escapeMarkdown(`a ${"#".repeat(3)}`)).toBe("a \\#\\#\\#");
    expect(escapeMarkdown("a \\##")).toBe("a \\\\#\\#");
    expect(codeSpan("`a".repeat(many))).toBe(`\`\` ${"`a".repeat(many)} \`\``);
  });
});

describe("a difference of texts", () => {
  const numbered = (count: number, word: string): string =>
    Array.from({ length: count }, (_, n) => `${word} ${n}\n`).join("");

  it("of many lines says all out and all in", { timeout: budgetMs }, () => {
    const diff = unifiedDiff("d.md", `same\n${numbered(9_000, "a")}`, `same\n${numbered(6_000, "b")}end`);
    expect(diff.split("\n").slice(0, 5)).toEqual([
      "--- d.md",
      "+++ d.md",
      "@@ -1,9001 +1,6002 @@",
      "-same",
      "-a 0",
    ]);
    expect(diff.match(/^-a /gm)).toHaveLength(9_000);
    expect(diff.match(/^\+b /gm)).toHaveLength(6_000);
  });

  it("of many hunks numbers each of them", { timeout: budgetMs }, () => {
    const before = Array.from({ length: 1900 }, (_, n) => (n % 10 === 5 ? `old ${n}\n` : `${n}\n`));
    const after = before.map((line) => line.replace("old", "new"));
    const heads = unifiedDiff("d.md", before.join(""), after.join("")).match(/^@@.*@@$/gm) ?? [];
    expect(heads).toHaveLength(190);
    expect(heads.slice(0, 2)).toEqual(["@@ -3,7 +3,7 @@", "@@ -13,7 +13,7 @@"]);
  });
});

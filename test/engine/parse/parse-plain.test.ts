import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlain } from "../../../src/engine/parse/parse-plain.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import type { ParsedDocument, Path } from "../../../src/engine/parse/parsed-document.js";
import "../../seed.js";

/** All that a document holds, and where each part of it and each key is said to stand. */
function seen({ value, locate }: ParsedDocument): readonly unknown[] {
  const places = [...pathsOf(value, []), ["missing"]].map((path) => [
    path,
    locate(path, "key"),
    locate(path, "value"),
  ]);
  return [value, ...places];
}

function pathsOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inside.flatMap(([step, item]) => pathsOf(item, [...path, step]))];
}

/** Says whether the plain reader read it, having held that to what the reader of all YAML finds. */
function agrees(text: string): boolean {
  const source = { file: "file.yaml", text };
  const plain = parsePlain(source);
  if (plain === null) return false;
  const full = parseText(source);
  if (full.kind === "failed")
    throw new Error(`plain, but refused: ${JSON.stringify(full.problems)}\n${text}`);
  expect(full.value).toHaveLength(1);
  const [document] = full.value;
  if (document !== undefined) expect(seen(plain)).toEqual(seen(document));
  return true;
}

const answersFiles = ["examples", "test/package"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`),
);

describe("the plain reader", () => {
  it.each(answersFiles)("reads %s as the reader of all YAML does", (file) => {
    expect(agrees(readFileSync(file, "utf8"))).toBe(true);
  });

  it.each([
    "version: 1\nservice: a\n",
    "---\nversion: 1",
    "# said\n\n---\n# first\na: b # behind\n\n  # deep\nc: d\n",
    "a:\n  b: 1\n  c:\n    d: x y\ne: 2026-11-24\n",
    "a:\n- x\n- 'y z'\nb:\n    - \"q: #\"\n",
    "workload: [a, b-c, 'd, e', \"f\"]\n",
    "a: { answer: x, note: \"one: two\" }\nb: {answer: [x, y], note: 'z'}\n",
    "get order:\n  a: don't\nurl: http://x.y/z#a\nfull stop.: a, b [c] {d}\n",
    "a: 1k-100k\nb: 0\nc: 12345\nd: yes\ne: NO\n",
    '{ "version": 1,\n  "service": "x",\n  "answers": { "a": ["b", "c"] } }\n',
    "a: b   \nc:   d\n",
    "a: [ x , y ]\nb: [x] #c\n",
    "note: naïve – “quoted”\n",
    "a: trueish\nb: is true\nc: nullable\nd: not null\n",
    "a: 999999999999999\nb: 5g\nc: 12k\nd: 1.2.z\ne: 3-p\n",
    "a: b\n  ",
    "a: b\n# end",
    "a:\n  - b\n  # end",
    "a: { b: { c: [[d], { e: 'f' }] } }\n",
    `${"k".repeat(1024)}: b\n`,
  ])("reads %j, too", (text) => {
    expect(agrees(text)).toBe(true);
  });

  it.each([
    ["", "is empty"],
    ["a", "is no mapping"],
    ["a:\n", "leaves a value out"],
    ["a: b\n c\n", "goes on in the next line"],
    ["a: b: c\n", "holds a mapping where none may stand"],
    ["a: 1\na: 2\n", "says a key twice"],
    ["a: {b: c, b: d}\n", "says a key twice in brackets"],
    ["a: true\n", "holds a truth value"],
    ["a: 0x10\n", "holds a number of another base"],
    ["a: 1.5\n", "holds a fraction"],
    ["a: &x b\nc: *x\n", "has an alias"],
    ["a: !t b\n", "has a tag"],
    ["a: |\n  b\n", "has a block of text"],
    ['a: "b\\n"\n', "has an escape"],
    ["a: 'it''s'\n", "has a quote in quotes"],
    ["a: 'b' c\n", "goes on behind a quote"],
    ["a: [b, c\n", "leaves a bracket open"],
    ["a: [b,\n  c]\n", "has brackets over two lines"],
    ["a: []\n", "has an empty list"],
    ["a: b\n---\nc: d\n", "has two documents"],
    ["  a: b\nc: d\n", "changes its indentation"],
    ["a:\n  b: c\n d: e\n", "comes half the way back"],
    ["a:\tb\n", "has a tabulator"],
    ["a: b\r\n", "ends its lines otherwise"],
    ["a: \u{1f600}\n", "holds a character of two units"],
    ["? a\n: b\n", "marks its keys"],
    ["a:\n  - b\n  c: d\n", "mixes a list and a mapping"],
    ["- a\nb: c\n", "mixes them at the top"],
    ["__proto__: a\n", "names a prototype"],
    [`{"a": 1, "a": 2}`, "is JSON that says a key twice"],
    ["{a: b}", "looks like JSON only"],
    [`${"k".repeat(1025)}: b\n`, "has a key that is too long"],
    [`{"${"k".repeat(1025)}": 1}`, "is JSON with a key that is too long"],
    ["a: 1000000000000000\n", "holds a number that may be too large"],
    ["a: 01\n", "holds a number that begins with 0"],
    ["a: 2026-11-24x\nb: 1\n", "holds more than a day"],
    ["a: 12026-11-24\n", "holds a day of a far year"],
    ["a: 2026-11-2\n", "holds half a day"],
    ["a:\n  -\n", "has an empty item"],
    ["a:\n  - b\n    c\n", "goes on with an item in the next line"],
    ["a: [b] c\n", "goes on behind a bracket"],
    ["a: {b: [c}]\n", "crosses brackets"],
    ["---\n", "has but a beginning"],
    ["a:\nb: c\n", "leaves a value out before another key"],
    ["a:\n  b:\nc: d\n", "leaves the last value of a mapping out"],
    ["a:\n  b:\n- c\n", "ends a mapping with a list"],
    ["a:\n    - b\n  - c\n", "comes half the way back within a list"],
    ["a: {b: }\n", "leaves a value out in brackets"],
    ["a: 1 2k\n", "begins with a number"],
    ["a: b\tc\n", "has a tabulator within a text"],
    ["a: b\u{1f600}\n", "holds a character of two units within a text"],
    ["  a: b\n", "is all further in"],
    [" ---\na: b\n", "has a beginning further in"],
    [" ---\n a: b\n", "begins further in"],
  ])("leaves %j, which %s, to the other", (text) => {
    expect(parsePlain({ file: "file", text })).toBeNull();
  });

  it("follows thirteen levels of blocks or of brackets, and leaves what is deeper to the other", () => {
    const blocks = (levels: number) =>
      Array.from({ length: levels }, (_, n) => `${" ".repeat(n)}a:${n === levels - 1 ? " b" : ""}\n`).join(
        "",
      );
    const lists = (levels: number) => `a: ${"[".repeat(levels)}b${"]".repeat(levels)}\n`;
    const mappings = (levels: number) => `a: ${"{ a: ".repeat(levels)}b${" }".repeat(levels)}\n`;
    for (const nested of [blocks, lists, mappings])
      expect([13, 14].map(nested).map(agrees)).toEqual([true, false]);
  });

  it("reads texts of up to 100,000 characters", () => {
    for (const text of ["a: b\n#", '{"a":"b"}']) {
      expect(agrees(text.padEnd(100_000))).toBe(true);
      expect(agrees(text.padEnd(100_001))).toBe(false);
    }
  });

  it("says where values stand unless asked for keys", () => {
    for (const text of ["a: b\n", '{"a": 1}']) {
      const read = parsePlain({ file: "file", text });
      expect(read?.locate(["a"])).toEqual(read?.locate(["a"], "value"));
      expect(read?.locate(["a"])).not.toEqual(read?.locate(["a"], "key"));
    }
  });

  it("never reads anything else into a text than the reader of all YAML does", () => {
    const usual = {
      key: ["a: ", "b: ", "c: ", "d e:  ", "f.g: ", "$h: "],
      value: [
        "x",
        "x y",
        "1",
        "1k-2k",
        "2026-01-01",
        "[x, y]",
        "[ 'x' ]",
        "{ a: x, b: [y] }",
        "'x'",
        '"x: y # z"',
      ],
      rest: ["", "", " ", "  # c", "\n\n  # c"],
    };
    const odd = {
      key: [
        ...[
          "f:",
          "g:",
          "- ",
          "- ",
          "-",
          "",
          "h :",
          '"i": ',
          "true: ",
          "? ",
          "<<: ",
          "#",
          "---",
          "...",
          "- - ",
        ],
        ...["- m: ", "n:o: ", "x", "%TAG ", "{ ", "]"],
      ],
      value: [
        ...[
          "0",
          "01",
          "1.5",
          "1e3",
          "0x1",
          "1_0",
          ".5",
          "-1",
          "true",
          "Null",
          "~",
          "-",
          "",
          "[x, [y]]",
          "[]",
          "[x",
        ],
        ...[
          "{a: x, a: y}",
          "{a}",
          "{a:x}",
          "{}",
          "'x''y'",
          '"\\n"',
          "''",
          "'x",
          "&a x",
          "*a",
          "!t x",
          "|",
          ">-",
        ],
        ...[
          "@",
          "%x",
          "x: y",
          "x:y",
          "x#y",
          "x #y",
          "x:",
          "don't",
          "é",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "x, y]",
        ],
      ],
      rest: ["# c", "\r", " x", ":", "\t", "\n    y"],
    };
    const often = (part: "key" | "value" | "rest") =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...usual[part]) },
        { weight: 1, arbitrary: fc.constantFrom(...odd[part]) },
      );
    const indentation = fc.oneof(
      { weight: 6, arbitrary: fc.constant("") },
      { weight: 2, arbitrary: fc.constantFrom("  ", "    ", " ", "\t") },
    );
    const line = fc
      .tuple(indentation, often("key"), often("value"), often("rest"))
      .map((parts) => parts.join(""));
    let [tried, read] = [0, 0];
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom("", "\n"), (lines, end) => {
        tried += 1;
        if (agrees(lines.join("\n") + end)) read += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(read / tried).toBeGreaterThan(0.05);
  });

  it("reads real files with small changes as the other does, or leaves them", () => {
    const texts = answersFiles.map((file) => readFileSync(file, "utf8"));
    const change = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(6),
      added: fc.constantFrom(
        "",
        " ",
        "  ",
        "\n",
        ":",
        ": ",
        "#",
        " #",
        "-",
        "- ",
        "[",
        "]",
        ",",
        "'",
        '"',
        "{",
        "}",
        "0",
        "x",
        "é",
        "\n\n",
      ),
    });
    let [tried, read] = [0, 0];
    fc.assert(
      fc.property(change, ({ text, at, removed, added }) => {
        const offset = Math.floor(at * text.length);
        tried += 1;
        if (agrees(text.slice(0, offset) + added + text.slice(offset + removed))) read += 1;
      }),
      { numRuns: 1000 },
    );
    expect(read / tried).toBeGreaterThan(0.15);
  });
});

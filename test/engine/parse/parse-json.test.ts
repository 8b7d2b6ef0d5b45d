import { describe, expect, it } from "vitest";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import type { Outcome, Problem } from "../../../src/engine/diagnostics/problem.js";
import { parseJson } from "../../../src/engine/parse/parse-json.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import type { ParsedDocument } from "../../../src/engine/parse/parsed-document.js";
import { smallPack } from "../small-pack.js";

/** The problems of a text: each code with its column, however it was read. */
function found(read: Outcome<readonly ParsedDocument[]>): readonly string[] {
  if (read.kind === "failed") return read.problems.map(placed).sort();
  return read.value
    .flatMap((document) => {
      const answers = readAnswers(document, smallPack().source.questions);
      return answers.kind === "failed" ? answers.problems : [];
    })
    .map(placed)
    .sort();
}

const placed = ({ code, at }: Problem): string => `${code} ${at?.line}:${at?.column}+${at?.width}`;

function asLine(text: string, line = 1): Outcome<readonly ParsedDocument[]> {
  const read = parseJson({ file: "file", text }, line);
  return read.kind === "ok" ? { ...read, value: [read.value] } : read;
}

describe("a JSON line", () => {
  it.each([
    '{"version":1,"service":"x"}',
    '  { "version" : 1 , "service" : "x:y" , "answers" : { "style" : "apart" } }  ',
    '{"version":2,"service":"","answers":{"stile":"apart","load":"fewer"}}',
    '{"version":1,"service":"x","answers":{"kinds":["a","zz"],"load":["few","many"]}}',
    '{"version":1,"service":"x","surfaces":{"a":{"answers":{"style":"none"}},"b":{"decision":{"style":"odd","until":"2026-02-30"}}}}',
    '{"version":1,"service":"x","surfaces":{"a":{"answers":{"style":{"answer":"apart","note":5,"more":true}}}}}',
    '{"version":1,"service":"x","decision":{"style":"hybrid","until":"2026-02-30"}}',
    '{"version":1,"service":"x","service":"y"}',
    '{"version":1,"service":"x","answers":{"style":"apart","style":"steps"}}',
    '{"version":1,"service":"a:b:c","answers":{"style":{"answer":"steps","note":"\\"q\\": 1"}}}',
    '{"version":1,"service":"\\u00e9é","answers":{"\\u0073tyle":"apart","é":"x"}}',
    `{"version":1,"service":"x","surfaces":{"${"long".repeat(300)}":{}}}`,
    "[]",
    '"text"',
    "null",
  ])("reads %s as the YAML reader does, with the same problems in the same places", (text) => {
    expect(found(asLine(text))).toEqual(found(parseText({ file: "file", text })));
  });

  it("places each part", () => {
    const text = ' {"a":{"b":[10,"x"]},"c":true}';
    const read = parseJson({ file: "file", text }, 7);
    if (read.kind === "failed") throw new Error("it is JSON");
    const place = (path: readonly (string | number)[], part: "key" | "value") => {
      const { line, column, width } = read.value.locate(path, part);
      return [line, text.slice(column - 1, column - 1 + width)];
    };
    expect(place([], "key")).toEqual([7, '{"a":{"b":[10,"x"]},"c":true}']);
    expect(place(["a", "b"], "key")).toEqual([7, '"b"']);
    expect(place(["a", "b", 1], "value")).toEqual([7, '"x"']);
    expect(place(["a", "missing"], "key")).toEqual([7, '{"b":[10,"x"]}']);
  });
});

/** Texts made of JSON and of changes to it, the same in every run. */
function changed(): readonly string[] {
  const text = '{"k":[1,-0.5e+3,"t\\n\\u00e9",null],"o":{"a":{},"b":[true,false]}}';
  const inserted = [...'"\\{}[],:0-.ex \t\u0001é'];
  return [...text].flatMap((_, at) => [
    text.slice(0, at),
    `${text.slice(0, at)}${text.slice(at + 1)}`,
    ...inserted.map((piece) => `${text.slice(0, at)}${piece}${text.slice(at)}`),
  ]);
}

it("takes a text for JSON where JSON.parse does, and for nothing else", () => {
  const parses = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const texts = changed();
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => (asLine(text).kind === "ok") !== parses(text))).toEqual([]);
});

describe("a JSON line that can't be read", () => {
  /** Its only problem, and the text that this marks. */
  function refused(text: string) {
    const read = parseJson({ file: "file", text });
    if (read.kind === "ok") return null;
    const [problem, ...others] = read.problems;
    if (problem === undefined || others.length > 0) throw new Error("one problem is told of a line");
    const { severity, file, at, ...detail } = problem;
    expect({ severity, file }).toEqual({ severity: "error", file: "file" });
    const start = (at?.column ?? 0) - 1;
    return { marked: at?.lineText.slice(start, start + at.width), column: at?.column, detail };
  }

  it.each([
    ['{"a":}', "}", "a value is expected here"],
    ['{"a":"b\\x"}', '"b\\x"', "this text has an unknown escape"],
    ['{"a":"b}', '"b}', "this text has no closing double quote"],
    ['{"a":1 "b":2}', '"b"', "`,` is expected here"],
    ['{"a":1', "", "`,` or `}` is expected here"],
    ["[1 2]", "2", "`,` is expected here"],
    ["[1,]", "]", "a value is expected here"],
    ["[1 // one\n]", "// one", "comments are not allowed"],
    ["{a:1}", "a", "this is neither a value nor a key in double quotes"],
    ["{1:1}", "1", "a key in double quotes is expected here"],
    ['{"a" 1}', "1", "`:` is expected here"],
    ["{} x", "x", "this is neither a value nor a key in double quotes"],
    ["{} 1", "1", "nothing more is allowed here"],
  ])("%s is marked at %s: %s", (text, marked, reason) => {
    const message = `this is not JSON: ${reason}`;
    expect(refused(text)).toMatchObject({ marked, detail: { code: "syntax", message, further: 0 } });
  });

  it.each([
    [
      "a key that is there",
      '{"a":1,"b":{"c":1,"\\u0063":2}}',
      '"\\u0063"',
      { code: "duplicate-key", key: "c" },
    ],
    [
      "a key that is there, beside texts with colons",
      '{"a":":","a":"::"}',
      '"a"',
      { code: "duplicate-key", key: "a" },
    ],
    [
      "a key that is too long",
      `{"a":[{"${"k".repeat(1025)}":1}]}`,
      `"${"k".repeat(1025)}"`,
      { code: "key-too-long", limit: 1024 },
    ],
    ["what nests too deeply", "[".repeat(65) + "]".repeat(65), "[", { code: "too-deep", limit: 64 }],
    ["what nests too deeply and has no end", '{"a":'.repeat(65), "{", { code: "too-deep", limit: 64 }],
  ])("holds %s", (_, text, marked, detail) => {
    expect(refused(text)).toMatchObject({ marked, detail });
  });

  it.each([
    ["colons in texts", '{"a":":","b":["::",{"c:":1}]}'],
    ["the same key at other places", '{"a":{"a":[{"a":1},{"a":2}]}}'],
    ["a key of 1024 characters", `{"${"k".repeat(1024)}":1,"b":":"}`],
    ["64 levels around a value", `${'{"a":['.repeat(32)}1${"]}".repeat(32)}`],
    ["nulls and numbers", '[null,{"a":null},0]'],
  ])("is not one with %s", (_, text) => {
    expect(refused(text)).toBeNull();
    expect(asLine(text)).toMatchObject({ value: [{ value: JSON.parse(text), file: "file" }] });
  });

  it("nests as deep as YAML may", () => {
    const nested = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
    for (const [levels, kind] of [
      [64, "ok"],
      [65, "failed"],
    ] as const) {
      expect(asLine(nested(levels)).kind).toBe(kind);
      expect(parseText({ file: "file", text: nested(levels) }).kind).toBe(kind);
      const block = Array.from({ length: levels - 1 }, (_, n) => `${" ".repeat(n)}a:\n`).join("");
      expect(parseText({ file: "file", text: `${block}${" ".repeat(levels)}a: 1\n` }).kind).toBe(kind);
    }
  });
});

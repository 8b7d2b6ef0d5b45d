import { describe, expect, it } from "vitest";
import type { Outcome, Problem } from "../../../src/engine/diagnostics/problem.js";
import { parseJson } from "../../../src/engine/parse/parse-json.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import type { ParsedDocument } from "../../../src/engine/parse/parsed-document.js";
import { scanJson } from "../../../src/engine/parse/scan-json.js";
import { readAnswers } from "../../../src/engine/validate/read-answers.js";
import { smallPack } from "../small-pack.js";

/** What is found in a text: each code with its column, however it was read. */
function found(read: Outcome<readonly ParsedDocument[]>): readonly string[] {
  if (read.kind === "failed") return read.problems.map(placed).sort();
  return read.value
    .flatMap((document) => {
      const answers = readAnswers(document, smallPack().pack.questions);
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
  const inserted = [
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "0",
    "-",
    ".",
    "e",
    "x",
    " ",
    "\t",
    "\u0001",
    "é",
  ];
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
  expect(texts.filter((text) => (scanJson(text).kind === "scanned") !== parses(text))).toEqual([]);
});

import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { checkShape, validatorOptions } from "../../../src/engine/validate/check-shape.js";

/** The problems of a YAML text under a schema, without places. */
function problems(schema: object, text: string) {
  const [document] = unwrap(parseText({ file: "a.yaml", text }));
  if (document === undefined) throw new Error("no document");
  return checkShape(new Ajv(validatorOptions).compile(schema), document);
}

const of = (property: object) => ({ type: "object", properties: { a: property } });
const long = "k".repeat(100);

describe("a difference from a schema", () => {
  it.each<[what: string, schema: object, text: string, problem: object]>([
    [
      "a type",
      of({ type: "string" }),
      "a: 1",
      { code: "wrong-type", where: "a", expected: "a text", found: "a number" },
    ],
    [
      "one of several types",
      of({ type: ["array", "boolean", "integer", "object"] }),
      "a: x",
      {
        code: "wrong-type",
        expected: "a list or true or false or a whole number or a mapping",
        found: "a text",
      },
    ],
    ["a truth value", of({ type: "string" }), "a: false", { code: "wrong-type", found: "false" }],
    ["a list", of({ type: "string" }), "a: [1]", { code: "wrong-type", found: "a list" }],
    ["a mapping", of({ type: "string" }), "a: { b: 1 }", { code: "wrong-type", found: "a mapping" }],
    ["nothing", of({ type: "string" }), "a:", { code: "wrong-type", found: "empty" }],
    [
      "a type that the schema describes as what is expected",
      of({ type: "string", description: "an id" }),
      "a: 1",
      { code: "wrong-type", expected: "an id" },
    ],
    [
      "the same with another article",
      of({ type: "string", description: "a day" }),
      "a: 1",
      { code: "wrong-type", expected: "a day" },
    ],
    [
      "a type that the schema describes by what it is for",
      of({ type: "string", description: "Name of a thing" }),
      "a: 1",
      { code: "wrong-type", expected: "a text" },
    ],
    [
      "a word of some",
      of({ enum: ["x", "y"] }),
      "a: z",
      { code: "not-allowed", where: "a", found: "z", known: ["x", "y"] },
    ],
    ["a constant", of({ const: 1 }), "a: 2", { code: "not-allowed", found: "2", known: ["1"] }],
    ["a constant as a text", of({ const: 1 }), "a: '1'", { code: "not-allowed", found: '"1"', known: ["1"] }],
    ["a list for a constant", of({ const: 1 }), "a: [1]", { code: "not-allowed", found: "list" }],
    ["nothing for a constant", of({ const: 1 }), "a:", { code: "not-allowed", found: "null" }],
    [
      "a pattern that is described",
      of({ type: "string", pattern: "^x", description: "an x" }),
      "a: y",
      { code: "out-of-range", where: "a", expected: "an x", found: "y" },
    ],
    [
      "a pattern that is not",
      of({ type: "string", pattern: "^x" }),
      "a: y",
      { code: "out-of-range", expected: "^x" },
    ],
    [
      "a shortest text",
      of({ type: "string", minLength: 1 }),
      'a: ""',
      { code: "wrong-type", expected: "a non-empty text", found: "empty" },
    ],
    [
      "a blank text that is to be of a form",
      of({ type: "string", pattern: "^\\d+$", description: "a day" }),
      'a: " "',
      { code: "wrong-type", expected: "a day", found: "empty" },
    ],
    [
      "a longest text",
      of({ type: "string", maxLength: 2 }),
      "a: xyz",
      { code: "out-of-range", expected: "at most 2 characters", found: "xyz" },
    ],
    [
      "a shortest list",
      of({ type: "array", minItems: 1 }),
      "a: []",
      { code: "wrong-type", expected: "a non-empty list", found: "empty" },
    ],
    [
      "a longest list",
      of({ type: "array", maxItems: 1 }),
      "a: [1, 2]",
      { code: "out-of-range", expected: "at most 1 items" },
    ],
    [
      "items that differ",
      of({ type: "array", uniqueItems: true }),
      "a: [1, 1]",
      { code: "out-of-range", expected: "no duplicate items" },
    ],
    [
      "at least an entry",
      of({ type: "object", minProperties: 1 }),
      "a: {}",
      { code: "wrong-type", expected: "at least one entry", found: "empty" },
    ],
    [
      "at least some entries",
      of({ type: "object", minProperties: 2 }),
      "a: { b: 1 }",
      { code: "out-of-range", expected: "at least 2 entries" },
    ],
    [
      "at most some entries",
      of({ type: "object", maxProperties: 1 }),
      "a: { b: 1, c: 2 }",
      { code: "out-of-range", expected: "at most 1 entries" },
    ],
    [
      "a least number",
      of({ type: "number", minimum: 1 }),
      "a: 0",
      { code: "out-of-range", expected: "1 or more", found: "0" },
    ],
    ["a greatest number", of({ type: "number", maximum: 1 }), "a: 2", { expected: "1 or less", found: "2" }],
    [
      "decimals",
      of({ type: "number", multipleOf: 0.01 }),
      "a: 0.001",
      { expected: "at most two decimals", found: "0.001" },
    ],
    [
      "anything else, in the validator's words",
      of({ type: "number", exclusiveMinimum: 0 }),
      "a: 0",
      { code: "out-of-range", expected: "> 0" },
    ],
    [
      "a key that has to be there",
      { type: "object", properties: { b: {} }, required: ["b"] },
      "a: 1",
      { code: "missing-key", key: "b", where: "" },
    ],
    [
      "a key that there is not",
      { type: "object", properties: { b: {}, c: {} }, additionalProperties: false },
      "a: 1",
      { code: "unknown-key", key: "a", where: "", known: ["b", "c"] },
    ],
    [
      "a key that there is not, where none are known",
      { type: "object", additionalProperties: false },
      "a: 1",
      { code: "unknown-key", known: [] },
    ],
    [
      "the name of a key, as the schema describes it",
      { type: "object", propertyNames: { pattern: "^[a-z]+$", description: "an id" } },
      "A: 1",
      { code: "out-of-range", where: "A", expected: "an id", found: "A" },
    ],
    [
      "the name of a key further down",
      of({ type: "object", propertyNames: { pattern: "^[a-z]+$" } }),
      "a: { B: 1 }",
      { code: "out-of-range", where: "a.B", expected: "a different name", found: "B" },
    ],
    [
      "something in a list",
      of({ type: "array", items: { type: "string" } }),
      "a: [x, 2]",
      { code: "wrong-type", where: "a.1" },
    ],
    [
      "something below a key with the marks of a path in it",
      { type: "object", additionalProperties: { type: "string" } },
      '"x/y~z": 1',
      { code: "wrong-type", where: "x/y~z" },
    ],
    [
      "something below a long key, shortened",
      { type: "object", additionalProperties: { type: "string" } },
      `${long}: 1`,
      { code: "wrong-type", where: `${long.slice(0, 77)}...` },
    ],
    [
      "something below a key that is just not too long",
      { type: "object", additionalProperties: { type: "string" } },
      `${long.slice(0, 80)}: 1`,
      { code: "wrong-type", where: long.slice(0, 80) },
    ],
  ])("%s", (_, schema, text, problem) => {
    const found = problems(schema, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: "error", file: "a.yaml", ...problem });
  });

  it("is none if a document fits", () => {
    expect(problems(of({ type: "string" }), "a: x")).toEqual([]);
  });

  it("is reported once, though the schema asks for it in two ways", () => {
    const twice = { allOf: [of({ type: "string" }), of({ type: "string" })] };
    expect(problems({ type: "object", ...twice }, "a: 1")).toHaveLength(1);
  });

  it("is reported for each place", () => {
    const list = of({ type: "array", items: { type: "string" } });
    expect(problems(list, "a: [1, 1]").map(({ at }) => at?.column)).toEqual([5, 8]);
  });

  it("is only about the type if a word has the wrong type", () => {
    const found = problems(of({ type: "string", enum: ["x"] }), "a: 1");
    expect(found.map(({ code }) => code)).toEqual(["wrong-type"]);
  });

  it.each<[what: string, schema: object, text: string, column: number]>([
    ["the value", of({ type: "string" }), "a: 1", 4],
    ["the key that there is not", { type: "object", additionalProperties: false }, "a: 1", 1],
    [
      "the key with a name that it must not have",
      { type: "object", propertyNames: { maxLength: 1 } },
      "aa: 1",
      1,
    ],
    ["the item of a list", of({ type: "array", items: { type: "string" } }), "a: [x, 1]", 8],
  ])("is at %s", (_, schema, text, column) => {
    expect(problems(schema, text)[0]?.at).toMatchObject({ line: 1, column });
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { answersSchemaOf } from "../../../src/engine/answers-file/answers-schema-of.js";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { oncePer } from "../../../src/engine/model/once-per.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { loadPack } from "../../../src/node.js";
import { smallPack } from "../small-pack.js";

const validatorOf = oncePer((pack: CompiledPack) =>
  new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(answersSchemaOf(pack.source)),
);

const root = join(import.meta.dirname, "../../..");

describe("the schema of answers to the default pack", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await loadPack();
  });

  it.each(readdirSync(join(root, "examples")).filter((file) => file.endsWith(".yaml")))(
    "takes %s",
    (file) => {
      const text = readFileSync(join(root, "examples", file), "utf8");
      const validate = validatorOf(pack);
      for (const { value } of unwrap(parseText({ file, text }))) {
        validate(value);
        expect(validate.errors).toBeNull();
      }
    },
  );

  it("has every question with its words, and every option with its own", () => {
    const text = JSON.stringify(answersSchemaOf(pack.source));
    for (const { id, ask, help, options } of pack.source.questions) {
      expect(text).toContain(JSON.stringify(id));
      for (const words of [ask, help, ...options.flatMap((option) => [option.id, option.label, option.help])])
        expect(text).toContain(JSON.stringify(words).slice(1, -1));
    }
  });
});

const head = { version: 1, service: "x" } as const;

describe("the schema of answers to a small pack", () => {
  const pack = smallPack();

  it.each<[string, object, boolean]>([
    ["nothing but a header", head, true],
    ["answers that are all commented out", { ...head, answers: null }, true],
    ["an option", { ...head, answers: { style: "apart" } }, true],
    ["an option in a list", { ...head, answers: { style: ["apart"] } }, true],
    ["two options in a list where one is taken", { ...head, answers: { style: ["apart", "steps"] } }, false],
    ["several options", { ...head, answers: { kinds: ["games", "shops"] } }, true],
    ["an option twice", { ...head, answers: { kinds: ["games", "games"] } }, false],
    ["none of them beside one of them", { ...head, answers: { kinds: ["games", "neither"] } }, false],
    ["none of them", { ...head, answers: { kinds: ["neither"] } }, true],
    ["a retired option", { ...head, answers: { load: "lots", kinds: ["toys", "shops"] } }, true],
    ["a retired option of another question", { ...head, answers: { load: "toys" } }, false],
    ["a retired option beside none of them", { ...head, answers: { kinds: ["neither", "toys"] } }, false],
    ["a decision under the second model", { ...head, decision: { style: "hybrid", model: 2 } }, true],
    ["a decision under a third model", { ...head, decision: { style: "hybrid", model: 3 } }, false],
    ["unsure", { ...head, answers: { style: "unsure", kinds: "unsure" } }, true],
    ["unsure in a list", { ...head, answers: { kinds: ["unsure"] } }, false],
    ["a note", { ...head, answers: { style: { answer: "apart", note: "so" } } }, true],
    ["an empty note", { ...head, answers: { style: { answer: "apart", note: " " } } }, false],
    ["a note alone", { ...head, answers: { style: { note: "so" } } }, false],
    ["an unknown question", { ...head, answers: { stile: "apart" } }, false],
    ["an unknown option", { ...head, answers: { style: "stream!" } }, false],
    ["an option of another question", { ...head, answers: { style: "few" } }, false],
    ["a number", { ...head, answers: { load: 3 } }, false],
    ["a key that there is not", { ...head, answer: {} }, false],
    ["no service", { version: 1 }, false],
    ["another version", { ...head, version: 2 }, false],
    ["a decision", { ...head, decision: { style: "hybrid", basis: { gone: "x" } } }, true],
    ["a decision without a style", { ...head, decision: { by: "us" } }, false],
    [
      "a surface",
      { ...head, surfaces: { a: { answers: { load: "few" }, decision: { style: "hybrid" } } } },
      true,
    ],
    ["a key of a surface that there is not", { ...head, surfaces: { a: { answer: {} } } }, false],
    ["an unknown option of a surface", { ...head, surfaces: { a: { answers: { style: "few" } } } }, false],
    [
      "a decision of a surface for no style",
      { ...head, surfaces: { a: { decision: { style: "x" } } } },
      false,
    ],
    [
      "a key beside a note that there is not",
      { ...head, answers: { style: { answer: "apart", why: "so" } } },
      false,
    ],
    ["no surface", { ...head, surfaces: {} }, false],
    ["a decision beside surfaces", { ...head, surfaces: { a: {} }, decision: { style: "hybrid" } }, false],
  ])("judges %s as the reader does", (_, document, good) => {
    const [parsed] = unwrap(parseText({ file: "a.json", text: JSON.stringify(document) }));
    if (parsed === undefined) throw new Error("no document");
    expect(validatorOf(pack)(document)).toBe(good);
    expect(readAnswers(parsed, pack.source.questions).kind).toBe(good ? "ok" : "failed");
  });

  it("says what a file, a surface, a question and an option are for", () => {
    const schema = JSON.parse(JSON.stringify(answersSchemaOf(pack.source)));
    expect(schema).toMatchObject({
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "api-advisor answers",
    });
    expect(schema.description).toContain("the rule pack small");
    const { style, load, kinds } = schema.definitions.answers.properties;
    expect(style).toMatchObject({
      title: "How do they talk?",
      description: "Talk. Look at one exchange. It decides most.",
    });
    expect(load.description).toBe("Talk. Count them. It decides where. Options run from least to most.");
    expect(kinds.description).toBe("Talk. Any that apply. It helps. Any that apply.");
    expect(load.anyOf[0].oneOf).toEqual([
      { const: "few", title: "Few", description: "Few. Under ten." },
      { const: "some", title: "Some", description: "Some. Under a thousand." },
      { const: "many", title: "Many", description: "Many. More." },
      {
        const: "unsure",
        title: "Not sure yet",
        description: "Not sure yet. It leaves the question open.",
      },
      {
        const: "lots",
        title: "No longer an option",
        description: "No longer an option. It is read as `many`.",
        deprecated: true,
      },
      {
        const: "varying",
        title: "No longer an option",
        description: "No longer an option. It is left out.",
        deprecated: true,
      },
    ]);
    const described = [
      ...Object.values<object>(schema.properties),
      ...Object.values<object>(schema.definitions),
      ...Object.values<object>(style.anyOf[2].properties),
    ].filter((part) => !("$ref" in part));
    for (const part of described)
      expect(part).toMatchObject({ description: expect.stringMatching(/^[A-Z].+[a-z]/) });
  });

  it("has the examples of an option in its description", () => {
    expect(JSON.stringify(answersSchemaOf(pack.source))).toContain(
      '"description":"Streaming. All the time. E.g. WebSocket, gRPC streams."',
    );
  });

  it("lets a file name the schema that it keeps to", () => {
    expect(validatorOf(pack)({ ...head, $schema: "answers.json" })).toBe(true);
    expect(validatorOf(pack)({ ...head, $schema: 1 })).toBe(false);
  });

  it("judges any answers as the reader does", () => {
    const validate = validatorOf(pack);
    const word = fc.constantFrom(
      "apart",
      "steps",
      "few",
      "many",
      "games",
      "shops",
      "neither",
      "toys",
      "other",
      "unsure",
      "none",
      "",
    );
    const given = fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.constantFrom(null, 1, true));
    const entry = fc.oneof(
      given,
      fc.record({ answer: given, note: fc.constantFrom("so", "") }, { requiredKeys: [] }),
    );
    const answers = fc.dictionary(fc.constantFrom("style", "load", "kinds", "order", "colour"), entry);
    fc.assert(
      fc.property(answers, (given) => {
        const document = { ...head, answers: given };
        const [parsed] = unwrap(parseText({ file: "a.json", text: JSON.stringify(document) }));
        if (parsed === undefined) throw new Error("no document");
        expect(validate(document)).toBe(readAnswers(parsed, pack.source.questions).kind === "ok");
      }),
      { numRuns: 600, seed: 20260630 },
    );
  });
});

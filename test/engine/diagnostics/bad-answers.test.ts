import { describe, expect, it } from "vitest";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import { renderProblems } from "../../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { smallPack } from "../small-pack.js";

const { questions } = smallPack().source;

/** All problems of a text, as a person reads them. */
function messages(text: string): string {
  const parsed = parseText({ file: "a.yaml", text });
  if (parsed.kind === "failed") return renderProblems(parsed.problems);
  return parsed.value
    .map((document) => readAnswers(document, questions))
    .map((outcome) => (outcome.kind === "failed" ? renderProblems(outcome.problems) : "fine"))
    .join("\n");
}

const head = "version: 1\nservice: x\n";

const table: readonly (readonly [what: string, text: string, message: string])[] = [
  [
    "nothing at all",
    "",
    "a.yaml: error: is empty\n  expected an answers file or a rule pack in YAML or JSON",
  ],
  [
    "a list",
    "- a\n",
    "a.yaml:1:1: error: the document is a list\n  1 | - a\n    | ^^^\n  expected a mapping",
  ],
  [
    "missing keys, all of them",
    "answers: {}\n",
    [
      "a.yaml:1:1: error: missing key `version`",
      "  1 | answers: {}",
      "    | ^^^^^^^^^^^",
      "  expected `version: 1`",
      "",
      "a.yaml:1:1: error: missing key `service`",
      "  1 | answers: {}",
      "    | ^^^^^^^^^^^",
    ].join("\n"),
  ],
  [
    "a version as text",
    'version: "1"\nservice: x\n',
    'a.yaml:1:10: error: `version` cannot be `"1"`\n  1 | version: "1"\n    |          ^^^\n  expected `1`',
  ],
  [
    "a version to come",
    "version: 2\nservice: x\n",
    "a.yaml:1:10: error: `version` cannot be `2`\n  1 | version: 2\n    |          ^\n  expected `1`",
  ],
  [
    "a key that is nearly right",
    `${head}surfces: {}\n`,
    [
      "a.yaml:3:1: error: unknown key `surfces`; did you mean `surfaces`?",
      "  3 | surfces: {}",
      "    | ^^^^^^^",
      "  expected one of $schema, version, service, answers, decision, surfaces",
    ].join("\n"),
  ],
  [
    "a question that is nearly right",
    `${head}answers: { lod: few }\n`,
    [
      "a.yaml:3:12: error: there is no question `lod`; did you mean `load`?",
      "  3 | answers: { lod: few }",
      "    |            ^^^",
      "  expected one of style, load, kinds, order",
    ].join("\n"),
  ],
  [
    "an option that is nearly right",
    `${head}answers:\n  style: Streams\n`,
    [
      "a.yaml:4:10: error: `Streams` is not an option of `style`; did you mean `stream`?",
      "  4 |   style: Streams",
      "    |          ^^^^^^^",
      "  expected one of apart, steps, stream, unsure",
    ].join("\n"),
  ],
  [
    "an option that is nothing like any",
    `${head}answers:\n  style: websocket\n`,
    [
      "a.yaml:4:10: error: `websocket` is not an option of `style`",
      "  4 |   style: websocket",
      "    |          ^^^^^^^^^",
      "  expected one of apart, steps, stream, unsure",
    ].join("\n"),
  ],
  [
    "two answers where one is taken",
    `${head}answers: { style: [apart, steps] }\n`,
    [
      "a.yaml:3:19: error: `style` takes only one answer",
      "  3 | answers: { style: [apart, steps] }",
      "    |                   ^^^^^^^^^^^^^^",
      "  expected one option; if two are needed, two surfaces",
    ].join("\n"),
  ],
  [
    "none with others",
    `${head}answers: { kinds: [games, neither] }\n`,
    [
      "a.yaml:3:19: error: `neither` excludes every other option of `kinds`",
      "  3 | answers: { kinds: [games, neither] }",
      "    |                   ^^^^^^^^^^^^^^^^",
    ].join("\n"),
  ],
  [
    "an option twice",
    `${head}answers: { kinds: [games, games] }\n`,
    [
      "a.yaml:3:27: error: `games` is chosen twice in `kinds`",
      "  3 | answers: { kinds: [games, games] }",
      "    |                           ^^^^^",
    ].join("\n"),
  ],
  [
    "an empty list",
    `${head}answers: { kinds: [] }\n`,
    [
      "a.yaml:3:19: error: `answers.kinds` is empty",
      "  3 | answers: { kinds: [] }",
      "    |                   ^^",
      "  expected a non-empty list",
    ].join("\n"),
  ],
  [
    "a number, and nothing",
    `${head}answers:\n  load: 3\n  style:\n`,
    [
      "a.yaml:4:9: error: `answers.load` is a number",
      "  4 |   load: 3",
      "    |         ^",
      "  expected an option, a list of options, or { answer, note, by }",
      "",
      "a.yaml:5:9: error: `answers.style` is empty",
      "  5 |   style:",
      "    |         ^",
      "  expected an option, a list of options, or { answer, note, by }",
    ].join("\n"),
  ],
  [
    "a note under a wrong name, and the option beside it",
    `${head}answers: { load: { answer: fw, nte: x } }\n`,
    [
      "a.yaml:3:28: error: `fw` is not an option of `load`; did you mean `few`?",
      "  3 | answers: { load: { answer: fw, nte: x } }",
      "    |                            ^^",
      "  expected one of few, some, many, unsure",
      "",
      "a.yaml:3:32: error: in `answers.load`: unknown key `nte`; did you mean `note`?",
      "  3 | answers: { load: { answer: fw, nte: x } }",
      "    |                                ^^^",
      "  expected one of answer, note, by",
    ].join("\n"),
  ],
  [
    "prototype keys, which are just unknown",
    `${head}__proto__: { a: 1 }\nanswers: { constructor: few, toString: few }\n`,
    [
      "a.yaml:3:1: error: unknown key `__proto__`",
      "  3 | __proto__: { a: 1 }",
      "    | ^^^^^^^^^",
      "  expected one of $schema, version, service, answers, decision, surfaces",
      "",
      "a.yaml:4:12: error: there is no question `constructor`",
      "  4 | answers: { constructor: few, toString: few }",
      "    |            ^^^^^^^^^^^",
      "  expected one of style, load, kinds, order",
      "",
      "a.yaml:4:30: error: there is no question `toString`",
      "  4 | answers: { constructor: few, toString: few }",
      "    |                              ^^^^^^^^",
      "  expected one of style, load, kinds, order",
    ].join("\n"),
  ],
  [
    "a decision in the wrong place, with a day that is none",
    `${head}decision: { style: hybrid, until: 2027-02-29 }\nsurfaces: { a: {} }\n`,
    [
      "a.yaml:3:1: error: in a file with surfaces, a decision belongs to one of them",
      "  3 | decision: { style: hybrid, until: 2027-02-29 }",
      "    | ^^^^^^^^",
      "  expected `decision` under a surface",
      "",
      "a.yaml:3:35: error: `2027-02-29` is not a calendar date",
      "  3 | decision: { style: hybrid, until: 2027-02-29 }",
      "    |                                   ^^^^^^^^^^",
      "  expected a date, YYYY-MM-DD",
    ].join("\n"),
  ],
  [
    "a style that is none",
    `${head}decision: { style: statefull }\n`,
    [
      "a.yaml:3:20: error: `decision.style` cannot be `statefull`; did you mean `stateful`?",
      "  3 | decision: { style: statefull }",
      "    |                    ^^^^^^^^^",
      "  expected one of stateless, stateful, hybrid",
    ].join("\n"),
  ],
  [
    "a duplicate key",
    `${head}answers:\n  load: few\n  load: some\n`,
    "a.yaml:5:3: error: duplicate key `load`\n  5 |   load: some\n    |   ^^^^",
  ],
  [
    "an alias without an anchor",
    `${head}answers: *base\n`,
    "a.yaml:3:10: error: alias `base` refers to no earlier anchor\n  3 | answers: *base\n    |          ^^^^^\n  expected an anchor before it or, if it is a text that begins with `*`, quotes around it",
  ],
  [
    "what would steer a terminal",
    `${head}answers: { load: "\\e[2J" }\n`,
    [
      "a.yaml:3:18: error: `\\x1b[2J` is not an option of `load`",
      '  3 | answers: { load: "\\e[2J" }',
      "    |                  ^^^^^^^",
      "  expected one of few, some, many, unsure",
    ].join("\n"),
  ],
  [
    "a merge key, and nothing that follows from it",
    `${head}surfaces:\n  a: &a { answers: { load: few } }\n  b:\n    <<: *a\n`,
    [
      "a.yaml:6:5: error: merge keys (`<<`) are not read: YAML 1.2 has none",
      "  6 |     <<: *a",
      "    |     ^^",
      "  expected the entries themselves, or an alias in place of the whole mapping; in an answers file, `answers` beside `surfaces` are shared by all of them",
    ].join("\n"),
  ],
  ...(
    [
      ["openapi: 3.1.0", "an OpenAPI document"],
      ['swagger: "2.0"', "an OpenAPI document"],
      ["asyncapi: 3.0.0", "an AsyncAPI document"],
      ["cases: {}", "a file of cases"],
      ["pack: { format: 2 }", "a rule pack"],
    ] as const
  ).map(([line, what]) => {
    const key = line.slice(0, line.indexOf(":"));
    return [
      `${what} (${key})`,
      `${line}\ninfo: { title: Shop, version: 1.0.0 }\npaths: {}\n`,
      [
        `a.yaml:1:1: error: this is ${what}, not an answers file`,
        `  1 | ${line}`,
        `    | ${"^".repeat(key.length)}`,
        "  expected answers about what the API has to do; `api-advisor init` writes a file to fill in",
      ].join("\n"),
    ] as const;
  }),
  [
    "an answers file with a key of another document",
    `${head}openapi: 3.1.0\n`,
    [
      "a.yaml:3:1: error: unknown key `openapi`",
      "  3 | openapi: 3.1.0",
      "    | ^^^^^^^",
      "  expected one of $schema, version, service, answers, decision, surfaces",
    ].join("\n"),
  ],
];

describe("problems of answers files", () => {
  it.each(table)("%s", (_, text, message) => {
    expect(messages(text)).toBe(message);
  });

  it("come all at once, in their order", () => {
    const text = "version: 1\nservce: x\nanswers: { lod: few, style: stream, order: loose }\nmore: 1\n";
    const places = messages(text)
      .split("\n")
      .filter((line) => line.includes(": error: "))
      .map((line) => line.split(": error")[0]);
    expect(places).toEqual(["a.yaml:1:1", "a.yaml:2:1", "a.yaml:3:12", "a.yaml:3:44", "a.yaml:4:1"]);
  });

  it("come with those of the text itself, if the rest can be read", () => {
    const text = "version: 1\nversion: 2\nservice: x\nanswers: { lod: few }\n";
    const first = messages(text)
      .split("\n")
      .filter((line) => line.includes(": error: "));
    expect(first).toEqual([
      "a.yaml:2:1: error: duplicate key `version`",
      "a.yaml:2:10: error: `version` cannot be `2`",
      "a.yaml:4:12: error: there is no question `lod`; did you mean `load`?",
    ]);
  });

  it("come with merge keys, whose entries count as given", () => {
    const text =
      "version: 1\nservice: x\nsurfaces:\n  a: { answers: { load: &l { answer: few } } }\n  b:\n    answers: { load: { <<: *l, note: soon } }\n    lod: 1\n";
    const first = messages(text)
      .split("\n")
      .filter((line) => line.includes(": error: "));
    expect(first).toEqual([
      "a.yaml:6:24: error: merge keys (`<<`) are not read: YAML 1.2 has none",
      "a.yaml:7:5: error: in `surfaces.b`: unknown key `lod`",
    ]);
  });

  it("are at the merge key if they are in what it takes in", () => {
    const text = "version: 1\nservice: x\nanswers:\n  load: few\n  <<: { lod: few }\n";
    const places = messages(text).match(/^a\.yaml:\d+:\d+: error: .*$/gm);
    expect(places).toEqual([
      "a.yaml:5:3: error: merge keys (`<<`) are not read: YAML 1.2 has none",
      "a.yaml:5:3: error: there is no question `lod`; did you mean `load`?",
    ]);
  });

  it("let good files pass", () => {
    expect(
      messages(`${head}answers: { style: [stream], kinds: games, load: { answer: unsure, note: soon } }\n`),
    ).toBe("fine");
    expect(
      messages('{"version": 1, "service": "x", "surfaces": {"a": {"answers": {"load": "few"}}, "b": null}}'),
    ).toContain("`surfaces.b` is empty");
    expect(
      messages(
        `${head}surfaces: { a: { answers: { load: few }, decision: { style: hybrid, until: 2028-02-29 } } }\n`,
      ),
    ).toBe("fine");
  });
});

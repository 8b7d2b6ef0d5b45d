import { describe, expect, it } from "vitest";
import type { Problem, ProblemDetail } from "../../../src/engine/diagnostics/problem.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";

const parse = (text: string) => parseText({ file: "x.yaml", text });

/** Everything that is wrong with a text, whether it can be read or not. */
function found(text: string): readonly Problem[] {
  const outcome = parse(text);
  return outcome.kind === "failed" ? outcome.problems : outcome.value.flatMap(({ problems }) => problems);
}

const codes = (text: string): readonly string[] => found(text).map(({ code }) => code);

function only(text: string) {
  const outcome = parse(text);
  if (outcome.kind === "failed" || outcome.value[0] === undefined) throw new Error("did not parse");
  return outcome.value[0];
}

/** The problems of a text, each with the line and the part that it marks. */
function problems(text: string): readonly (readonly [marked: string | null, ProblemDetail])[] {
  return found(text).map(({ severity, file, at, ...detail }) => {
    expect([severity, file]).toEqual(["error", "x.yaml"]);
    const start = (at?.column ?? 0) - 1;
    return [at === null ? null : `${at.line}: ${at.lineText.slice(start, start + at.width)}`, detail];
  });
}

const numbered = (count: number, each: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => each(n)).join("");

describe("parseText", () => {
  it.each([
    ["YAML", "a: 1\nb: [x, y]\n", { a: 1, b: ["x", "y"] }],
    ["JSON", '{"a": 1, "b": ["x", "y"]}', { a: 1, b: ["x", "y"] }],
    ["CRLF line ends", "a: 1\r\nb: x\r\n", { a: 1, b: "x" }],
    ["anchors within bounds", "a: &t {x: y}\nb: *t\n", { a: { x: "y" }, b: { x: "y" } }],
    [
      "words that other YAML versions take for booleans",
      "a: off\nb: yes\nc: no\n",
      { a: "off", b: "yes", c: "no" },
    ],
    ["days as texts", "until: 2027-06-30\n", { until: "2027-06-30" }],
    ["numbers as keys, as texts", "1: a\n", { "1": "a" }],
    ["an empty text in quotes", '""\n', ""],
    ["what stands behind a directive of others", "%OTHER x\n---\na: 1\n", { a: 1 }],
  ])("reads %s", (_, text, value) => {
    expect(only(text).value).toEqual(value);
  });

  it("reads several documents and passes over empty ones beside them", () => {
    const outcome = parse("a: 1\n---\nb: 2\n---\n");
    expect(outcome.kind === "ok" && outcome.value.map((document) => document.value)).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
  });

  it("keeps prototype keys as plain keys", () => {
    const value = only("__proto__: {x: 1}\nconstructor: 2\n").value as object;
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it.each([
    ["nothing", "", ["empty-document"]],
    ["only a comment", "# nothing\n", ["empty-document"]],
    ["a duplicate key", "a: 1\na: 2\n", ["duplicate-key"]],
    ["two duplicate keys", "a: 1\na: 2\nb: 1\nb: 1\n", ["duplicate-key", "duplicate-key"]],
    ["a tag", "a: !!js/function x\n", ["unknown-tag"]],
    ["a tag of its own", "a: !thing x\n", ["unknown-tag"]],
    ["a broken flow", "a: [1\nb: 2\n", ["syntax"]],
    ["a tab for indentation", "a:\n\t- b\n", ["syntax"]],
    ["an unknown alias", "a: *b\n", ["unknown-alias"]],
    ["a list as a key", "? [a]\n: b\n", ["syntax"]],
    ["nothing but a bracket that closes", "}\n", ["syntax"]],
    ["deep nesting", `${"[".repeat(65)}${"]".repeat(65)}`, ["too-deep"]],
    ["nesting that would exhaust the stack", "[".repeat(50_000), ["too-deep"]],
    [
      "nesting in block style",
      Array.from({ length: 80 }, (_, n) => `${" ".repeat(n)}a:`).join("\n"),
      ["too-deep"],
    ],
    ["an alias bomb", bomb(), ["too-many-aliases"]],
  ])("refuses %s", (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each<[what: string, text: string, found: ReturnType<typeof problems>]>([
    ["nothing", "# nothing\n---\n", [[null, { code: "empty-document" }]]],
    [
      "what is broken, once for each document",
      "a: [1\n---\nb: }\n",
      [
        [
          "2: -",
          {
            code: "syntax",
            message: "Flow sequence in block collection must be sufficiently indented and end with a ]",
            further: 0,
          },
        ],
        [
          "3: }",
          { code: "syntax", message: 'Unexpected flow-map-end token in YAML stream: "}"', further: 0 },
        ],
      ],
    ],
    [
      "tags, as they are written",
      "a: !!js/function x\nb:\n  - !thing\n    c: d\n",
      [
        ["1: !!js/function", { code: "unknown-tag", tag: "!!js/function" }],
        ["3: !thing", { code: "unknown-tag", tag: "!thing" }],
      ],
    ],
    [
      "keys that are there, however they are written, each at its place",
      'a: 1\nb: { c: 1, d: 2, "c": 3, c: 4 }\n"a": 2\n',
      [
        ['3: "a"', { code: "duplicate-key", key: "a" }],
        ['2: "c"', { code: "duplicate-key", key: "c" }],
        ["2: c", { code: "duplicate-key", key: "c" }],
      ],
    ],
    [
      "aliases without an anchor before them in the document",
      "a: &x { y: &y [&z 1] }\nb: [*x, *y, *z]\nc: *d\nd: &d 1\n---\ne: *x\n",
      [
        ["3: *d", { code: "unknown-alias", alias: "d" }],
        ["6: *x", { code: "unknown-alias", alias: "x" }],
      ],
    ],
    [
      "keys that are too long",
      `${"k".repeat(1024)}: {"${"l".repeat(1025)}": 1}\n`,
      [[`1: "${"l".repeat(1025)}"`, { code: "key-too-long", limit: 1024 }]],
    ],
    [
      "brackets that nest too deeply, whether they close or not",
      `${"{a: [".repeat(32)}{`,
      [[null, { code: "too-deep", limit: 64 }]],
    ],
    [
      "more aliases of one anchor than may be expanded",
      `a: &a 1\nb: [${numbered(101, () => "*a,")}]\n`,
      [["1: a: &a 1", { code: "too-many-aliases", limit: 100 }]],
    ],
    [
      "more aliases in all than are read",
      `${numbered(11, (n) => `a${n}: &a${n} 1\n`)}b: [${numbered(1001, (n) => `*a${n % 11},`)}]\n`,
      [["1: a0: &a0 1", { code: "too-many-aliases", limit: 1000 }]],
    ],
    [
      "more values than aliases may stand for",
      `a: &a [${"1,".repeat(1100)}]\nb: [${"*a,".repeat(95)}]\n`,
      [
        [
          `1: a: &a [${"1,".repeat(1100)}]`,
          { code: "too-many", what: "values once its aliases are expanded", limit: 100_000 },
        ],
      ],
    ],
    [
      "more documents than are read",
      numbered(1001, (n) => `---\na: ${n}\n`),
      [[null, { code: "too-many", what: "documents", limit: 1000 }]],
    ],
    [
      "merge keys, each at its place and beside other slips",
      "a: &a { x: 1 }\nb:\n  <<: *a\n  y: 1\n  y: 2\nc: { <<: [*a] }\n",
      [
        ["3: <<", { code: "merge-key" }],
        ["5: y", { code: "duplicate-key", key: "y" }],
        ["6: <<", { code: "merge-key" }],
      ],
    ],
  ])("says if there are problems: %s", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("reads on past a key that is there twice, and the last one counts", () => {
    const { value, problems: said } = only("a: 1\na: 2\nb: 3\n");
    expect([value, said.length]).toEqual([{ a: 2, b: 3 }, 1]);
  });

  it.each([
    ["an alias", "a: &a { x: 1, y: 1 }\nb: { <<: *a, y: 2 }\n", { x: 1, y: 2 }],
    [
      "several, of which the first counts",
      "a: [&a { x: 1 }, &c { x: 2, z: 3 }]\nb: { <<: [*a, *c] }\n",
      { x: 1, z: 3 },
    ],
    [
      "one within another",
      "a: &a { x: 1 }\nc: &c { <<: *a, y: 2 }\nb: { <<: *c, z: [{ <<: *a }] }\n",
      { x: 1, y: 2, z: [{ x: 1 }] },
    ],
    ["no mapping", "a: 1\nb: { <<: [1, x], y: 2 }\n", { y: 2 }],
    ["a prototype", "a: 1\nb: { <<: { __proto__: { x: 1 } } }\n", JSON.parse('{ "__proto__": { "x": 1 } }')],
  ])("reads on past a merge key with what it takes in: %s", (_, text, b) => {
    const { value, problems: said } = only(text);
    expect(Object.entries(Object(value).b).sort()).toEqual(Object.entries(b).sort());
    expect(new Set(said.map(({ code }) => code))).toEqual(new Set(["merge-key"]));
  });

  it("takes `<<` in quotes for a key like any other", () => {
    expect(only('"<<": { a: 1 }\n')).toMatchObject({ value: { "<<": { a: 1 } }, problems: [] });
  });

  it("reads what is just within its limits", () => {
    const nested = `${"{a: [".repeat(31)}{a: b}${"]}".repeat(31)}`;
    const texts = [
      `${"k".repeat(1024)}: 1\n`,
      nested,
      `${"[".repeat(64)}${"]".repeat(64)}`,
      numbered(63, (n) => `${" ".repeat(n)}a:\n`),
      `[${"[],{},".repeat(100)}]`,
      `a: &a 1\nb: [${numbered(99, () => "*a,")}]\n`,
      `${numbered(11, (n) => `a${n}: &a${n} 1\n`)}b: [${numbered(1000, (n) => `*a${n % 11},`)}]\n`,
      `a: &a [${"1,".repeat(1000)}]\nb: [${"*a,".repeat(90)}]\n`,
      numbered(1000, (n) => `---\na: ${n}\n`),
    ];
    expect(texts.map(problems)).toEqual(texts.map(() => []));
  });

  it("reports the first of the errors that one slip causes, and counts the rest", () => {
    const outcome = parse("service: [a\n  b: c\n");
    const problem = outcome.kind === "failed" ? outcome.problems[0] : undefined;
    expect(problem).toMatchObject({ code: "syntax", further: 1, at: { line: 1, column: 11 } });
  });

  it.each([
    [["a"], "value", 1, 4],
    [["a"], "key", 1, 1],
    [["b", 1], "value", 4, 5],
    [["c", "x"], "key", 5, 8],
    [["c", "x"], "value", 5, 11],
    [["d", "x"], "value", 5, 11],
    [["c", "missing"], "value", 5, 7],
    [["c", "missing"], "key", 5, 7],
    [["a", "missing"], "value", 1, 4],
    [["b", 2], "value", 3, 3],
    [["missing"], "value", 1, 1],
  ] as const)("locates %j, its %s, at %i:%i", (path, part, line, column) => {
    const document = only("a: 1\nb:\n  - x\n  - y\nc: &c {x: 2}\nd: *c\n");
    expect(document.locate(path, part)).toMatchObject({ file: "x.yaml", line, column });
  });

  it("marks a place of several lines up to the end of the first", () => {
    const { locate } = only("\na:\n  b: 1\n  cc: 2\n");
    expect(locate(["a"], "key")).toMatchObject({ line: 2, column: 1, width: 1 });
    expect(locate(["a"])).toMatchObject({ line: 3, column: 3, width: 4, lineText: "  b: 1" });
  });

  it("has the line itself, and how wide the place is in it", () => {
    const at = only("a: 1\r\nlatency: real-time # soon\r\n").locate(["latency"]);
    expect(at).toMatchObject({ lineText: "latency: real-time # soon", column: 10, width: 9 });
  });
});

function bomb(): string {
  const levels = "abcdefghi".split("");
  return levels
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? "x" : `*${levels[index - 1]}`)
          .join(",")}]`,
    )
    .join("\n");
}

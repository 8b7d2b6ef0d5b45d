import { describe, expect, it } from "vitest";
import {
  addSurface,
  changesBetween,
  editAnswers,
  nameSurface,
} from "../../../src/engine/answers-file/edit-answers.js";
import type { Answer } from "../../../src/engine/model/answers.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { bareQuestion } from "../bare-pack.js";

const chosen = (...options: string[]): Answer => ({ kind: "chosen", options, note: null });

const surfaces = `# The shop of the north
version: 1
service: checkout
answers:
  identity: signed-in-user # by law
surfaces:
  cart:
    answers:
      latency: { answer: interactive, note: "Measured in May." }
      delivery: best-effort
    decision:
      style: hybrid
  # nothing is known of it yet
  catalogue: {}
`;

describe("editAnswers", () => {
  const cart = { document: 0, surface: "cart" };
  const table: readonly [
    string,
    { document: number; surface: string | null },
    [string, Answer | null][],
    [string, string][],
  ][] = [
    [
      "changes an answer in its place",
      cart,
      [["delivery", chosen("at-least-once")]],
      [["delivery: best-effort", "delivery: at-least-once"]],
    ],
    [
      "adds one at the end",
      cart,
      [["failover", chosen("restart-ok")]],
      [["best-effort\n", "best-effort\n      failover: restart-ok\n"]],
    ],
    ["takes one out", cart, [["delivery", null]], [["      delivery: best-effort\n", ""]]],
    [
      "writes a note",
      cart,
      [["delivery", { kind: "unsure", note: "Ask Ann." }]],
      [["delivery: best-effort", "delivery: { answer: unsure, note: Ask Ann. }"]],
    ],
    [
      "writes several options on one line",
      cart,
      [["delivery", chosen("a", "b")]],
      [["delivery: best-effort", "delivery: [ a, b ]"]],
    ],
    [
      "changes what is shared for its surface alone",
      cart,
      [["identity", chosen("public")]],
      [["best-effort\n", "best-effort\n      identity: public\n"]],
    ],
    [
      "hides what is shared where an answer is taken out",
      cart,
      [["identity", null]],
      [["best-effort\n", "best-effort\n      identity: unsure\n"]],
    ],
    [
      "changes what is shared",
      { document: 0, surface: null },
      [["identity", chosen("public")]],
      [["signed-in-user # by law", "public"]],
    ],
    [
      "takes out what is shared",
      { document: 0, surface: null },
      [["identity", null]],
      [["answers:\n  identity: signed-in-user # by law\n", "answers: {}\n"]],
    ],
    [
      "writes that an answer is not known",
      cart,
      [["delivery", { kind: "unsure", note: null }]],
      [["delivery: best-effort", "delivery: unsure"]],
    ],
    ["changes nothing for no change", cart, [], []],
    ["takes out what is not there", cart, [["failover", null]], []],
    [
      "takes out what is not there, where there are no answers",
      { document: 0, surface: "catalogue" },
      [["failover", null]],
      [],
    ],
  ];
  it.each(table)("%s", (_, place, changes, replaced) => {
    const expected = replaced.reduce((text, [from, to]) => text.replace(from, to), surfaces);
    expect(editAnswers(surfaces, place, new Map(changes))).toBe(expected);
  });

  it("begins the answers of a surface that has none", () => {
    const text = editAnswers(
      surfaces,
      { document: 0, surface: "catalogue" },
      new Map([["latency", chosen("relaxed")]]),
    );
    expect(text).toContain(
      "  # nothing is known of it yet\n  catalogue:\n    answers:\n      latency: relaxed\n",
    );
  });

  it("begins the answers of a surface whose key has no value", () => {
    const text = "surfaces:\n  cart:\n    answers:\n";
    const changes = new Map([["latency", chosen("relaxed")]]);
    expect(editAnswers(text, { document: 0, surface: "cart" }, changes)).toBe(
      `${text}      latency: relaxed\n`,
    );
  });

  it("begins the answers of a file to fill in, and keeps what is still commented out", () => {
    const text =
      "version: 1\nservice: a\n\nanswers:\n\n  # How soon?\n  #   Think of users.\n  # latency: relaxed # Slow\n\n  # Who?\n  # identity: public\n";
    const edited = editAnswers(
      text,
      { document: 0, surface: null },
      new Map([["latency", chosen("relaxed")]]),
    );
    expect(edited).toBe(text.replace("answers:\n", "answers:\n  latency: relaxed\n"));
  });

  it("finds surfaces whose names YAML would take for numbers", () => {
    const text = "version: 1\nservice: a\nsurfaces:\n  1:\n    answers:\n      latency: relaxed\n";
    const changes = new Map([["latency", chosen("real-time")]]);
    expect(editAnswers(text, { document: 0, surface: "1" }, changes)).toBe(
      text.replace("relaxed", "real-time"),
    );
  });

  it("changes one of several documents", () => {
    const text = "version: 1\nservice: a\n---\nversion: 1\nservice: b\nanswers:\n  latency: relaxed\n";
    const edited = editAnswers(
      text,
      { document: 1, surface: null },
      new Map([["latency", chosen("real-time")]]),
    );
    expect(edited).toBe(text.replace("relaxed", "real-time"));
  });

  it("leaves JSON JSON, and line endings as they are", () => {
    const json = '{\n  "version": 1,\n  "service": "a",\n  "answers": {\n    "latency": "relaxed"\n  }\n}\n';
    const changes = new Map([["latency", chosen("real-time")]]);
    expect(editAnswers(json, { document: 0, surface: null }, changes)).toBe(
      json.replace("relaxed", "real-time"),
    );
    const windows = "version: 1\r\nservice: a\r\nanswers:\r\n  latency: relaxed\r\n";
    expect(editAnswers(windows, { document: 0, surface: null }, changes)).toBe(
      windows.replace("relaxed", "real-time"),
    );
    const both = json.replaceAll("\n", "\r\n");
    expect(editAnswers(both, { document: 0, surface: null }, changes)).toBe(
      both.replace("relaxed", "real-time"),
    );
  });
});

describe("labels beside answers", () => {
  const labels = new Map([
    ["relaxed", "Seconds will do"],
    ["fast", "At once\nor\tsooner"],
  ]);
  const questions = ["latency", "identity"].map((id) => {
    const question = bareQuestion(id, [...labels.keys()]);
    const options = question.options.map((option) => ({ ...option, label: labels.get(option.id) ?? "" }));
    return { ...question, options };
  });
  const pack = { topics: [], questions };
  const own = { document: 0, surface: null };
  const edit = (text: string, ...changes: [string, Answer | null][]): string =>
    editAnswers(text, own, new Map(changes), pack);

  it("are those of the new answer, without the remark about the old one", () => {
    expect(edit("answers:\n  latency: relaxed  # Seconds will do\r\n", ["latency", chosen("fast")])).toBe(
      "answers:\n  latency: fast # At once or sooner\r\n",
    );
    expect(edit("answers:\n  latency: relaxed # by law", ["latency", { kind: "unsure", note: "a" }])).toBe(
      "answers:\n  latency: { answer: unsure, note: a } # Not sure yet",
    );
  });

  it("come with a new answer below one that has a label, and with no other", () => {
    const labelled = "answers:\n  latency: fast # At once\n    # or not\n";
    expect(edit(labelled, ["identity", chosen("relaxed")])).toBe(
      `${labelled}  identity: relaxed # Seconds will do\n`,
    );
    const several = "answers:\n  latency: fast # At once\n  style: [ a, b ]\n";
    expect(edit(several, ["identity", chosen("relaxed")])).toBe(
      `${several}  identity: relaxed # Seconds will do\n`,
    );
    expect(edit("answers:\n  latency: # to be decided\n", ["latency", chosen("relaxed")])).toBe(
      "answers:\n  latency: relaxed # Seconds will do\n",
    );
    const bare = "answers:\n  latency: fast\n";
    expect(edit(bare, ["identity", chosen("relaxed")])).toBe(`${bare}  identity: relaxed\n`);
    expect(edit(bare, ["latency", chosen("relaxed")])).toBe("answers:\n  latency: relaxed\n");
  });

  it("are not there for several options, unknown questions, and JSON", () => {
    const text = "answers:\n  latency: fast # At once\n  style: a # A\n";
    expect(edit(text, ["latency", chosen("fast", "relaxed")])).toBe(
      "answers:\n  latency: [ fast, relaxed ]\n  style: a # A\n",
    );
    expect(edit(text, ["style", chosen("b")])).toBe("answers:\n  latency: fast # At once\n  style: b\n");
    const json = '{"answers":{"latency":"fast"}}';
    expect(edit(json, ["latency", chosen("relaxed")])).toBe(json.replace("fast", "relaxed"));
  });

  it("say that an answer is unsure where the one that all surfaces share is taken out", () => {
    const text =
      "answers:\n  latency: fast\nsurfaces:\n  a:\n    answers:\n      latency: relaxed # Seconds will do\n";
    expect(editAnswers(text, { document: 0, surface: "a" }, new Map([["latency", null]]), pack)).toBe(
      text.replace("relaxed # Seconds will do", "unsure # Not sure yet"),
    );
  });
});

describe("a new answer", () => {
  const topics = ["first", "second", "third"].map((id) => ({ id, title: `The ${id}`, about: "" }));
  const questions = ["a1", "a2", "b1", "b2", "c1"].map((id) => {
    const topic = { a: "first", b: "second", c: "third" }[id.slice(0, 1)] ?? "";
    return bareQuestion(id, ["x", "y"], { topic });
  });
  const edit = (text: string, ...ids: readonly string[]): string =>
    editAnswers(text, { document: 0, surface: null }, new Map(ids.map((id) => [id, chosen("x")])), {
      topics,
      questions,
    });
  const titled = "answers:\n  # The first\n  a1: y # Y\n    # why\n\n  # The third\n  c1: y # Y\n";

  it("goes to the others of its topic, below what is said of them", () => {
    expect(edit(titled, "a2")).toBe(titled.replace("    # why\n", "    # why\n  a2: x # x\n"));
  });

  it("begins its topic between those before and after it, below its title, several in their order", () => {
    expect(edit(titled, "b1", "b2")).toBe(
      titled.replace("    # why\n", "    # why\n  # The second\n  b1: x # x\n  b2: x # x\n"),
    );
  });

  it("goes to the end if it is of the last topic or the file knows none before it, and needs no title where there are none", () => {
    expect(edit("answers:\n  b1: y\n", "c1", "a1")).toBe("answers:\n  b1: y\n  c1: x\n  a1: x\n");
    expect(edit("answers:\n  a1: y\n  strange: z\n", "b1")).toBe(
      "answers:\n  a1: y\n  b1: x\n  strange: z\n",
    );
  });

  it("stands in braces and in JSON as ever", () => {
    expect(edit("answers: { a1: y, c1: y }\n", "b1")).toBe("answers: { a1: y, c1: y, b1: x }\n");
    expect(edit('{"answers":{"a1":"y"}}', "b1")).toBe('{"answers":{"a1":"y","b1":"x"}}');
  });
});

describe("what a change leaves unchanged", () => {
  const relaxed = new Map([["latency", chosen("relaxed")]]);
  const own = { document: 0, surface: null };

  it.each([
    ["lines that are long", `note: ${"as was said ".repeat(20)}so`],
    ["anchors that no alias uses", "note: &here so"],
  ])("%s", (_, line) => {
    const text = `version: 1\n${line}\nanswers:\n  latency: interactive\n`;
    expect(editAnswers(text, own, relaxed)).toBe(text.replace("interactive", "relaxed"));
  });

  it("comments where answers begin", () => {
    const text = "version: 1\nanswers: # none yet\n  # latency: slow\nservice: a\n";
    expect(editAnswers(text, own, relaxed)).toBe(
      "version: 1\nanswers: # none yet\n  latency: relaxed\n  # latency: slow\nservice: a\n",
    );
  });

  it("comments before a value that is null", () => {
    expect(editAnswers("answers:\n  # before\n  ~\n", own, relaxed)).toBe(
      "answers:\n  # before\n  latency: relaxed\n",
    );
  });

  it("everything if nothing changes", () => {
    const text = "---\n---\nversion:   1\r\nanswers: {a: b}\n\n\n";
    expect(editAnswers(text, own, new Map())).toBe(text);
  });

  it("has to be in a document that is there", () => {
    expect(() => editAnswers("version: 1\n", { document: 1, surface: null }, relaxed)).toThrow(
      new RangeError("there is no document 1"),
    );
  });
});

describe("changesBetween", () => {
  it("holds what is new, other or gone", () => {
    const kept = chosen("x");
    const before = new Map([
      ["kept", kept],
      ["other", chosen("x")],
      ["gone", chosen("x")],
    ]);
    const after = new Map([
      ["kept", kept],
      ["other", chosen("y")],
      ["new", chosen("x")],
    ]);
    expect([...changesBetween(before, after)]).toEqual([
      ["other", chosen("y")],
      ["new", chosen("x")],
      ["gone", null],
    ]);
  });
});

describe("documents and aliases", () => {
  const relaxed = new Map([["latency", chosen("relaxed")]]);
  const answersIn = (text: string): unknown => {
    const parsed = parseText({ file: "a.yaml", text });
    return parsed.kind === "ok" ? parsed.value.map(({ value }) => value) : parsed.problems;
  };

  it.each(["---\n---\nversion: 1\nservice: a\n", "# of no use\n---\nversion: 1\nservice: a\n"])(
    "counts the documents that hold something: %j",
    (text) => {
      const edited = editAnswers(text, { document: 0, surface: null }, relaxed);
      expect(answersIn(edited)).toEqual([{ version: 1, service: "a", answers: { latency: "relaxed" } }]);
    },
  );

  const shared = {
    "a surface": ["&it { answers: { latency: interactive } }", "*it"],
    "its answers": ["{ answers: &it { latency: interactive } }", "{ answers: *it }"],
    "one answer": ["{ answers: { latency: &it interactive } }", "{ answers: { latency: *it } }"],
  };
  it.each(Object.entries(shared))(
    "changes one place alone where an alias shares %s",
    (_, [first, second]) => {
      const text = `version: 1 # of the format\nservice: a\nsurfaces:\n  x: ${first}\n  y: ${second}\n`;
      for (const surface of ["x", "y"]) {
        const edited = editAnswers(text, { document: 0, surface }, relaxed);
        const latency = (name: string): string => (name === surface ? "relaxed" : "interactive");
        expect(answersIn(edited)).toEqual([
          {
            version: 1,
            service: "a",
            surfaces: {
              x: { answers: { latency: latency("x") } },
              y: { answers: { latency: latency("y") } },
            },
          },
        ]);
        expect(edited).toContain("# of the format");
      }
    },
  );
});

describe("nameSurface", () => {
  const head = "# Top\nversion: 1\nservice: s\n";
  it.each<[what: string, text: string, named: string]>([
    [
      "with comments, notes over several lines and a decision",
      `${head}\n# What we need\nanswers: # so far\n  latency:\n    answer: relaxed\n    note: |\n      One.\n\n      Two.\n  # failover: restart-ok\n\n# In June\ndecision: { style: hybrid }\n# End\n`,
      `${head}\n# What we need\nsurfaces:\n  s:\n    answers: # so far\n      latency:\n        answer: relaxed\n        note: |\n          One.\n\n          Two.\n      # failover: restart-ok\n\n    # In June\n    decision: { style: hybrid }\n# End\n`,
    ],
    [
      "without answers so far",
      `${head}answers:\n  # latency: relaxed\n`,
      `${head}surfaces:\n  s:\n    answers:\n      # latency: relaxed\n`,
    ],
    [
      "before other keys, with four spaces, and lines of Windows",
      "answers:\r\n    latency: relaxed\r\nversion: 1\r\nservice: s\r\n",
      "surfaces:\r\n    s:\r\n        answers:\r\n            latency: relaxed\r\nversion: 1\r\nservice: s\r\n",
    ],
    [
      "without an end of its last line",
      `${head}answers: { latency: relaxed }`,
      `${head}surfaces:\n  s:\n    answers: { latency: relaxed }`,
    ],
  ])("moves what an only surface has below its name: %s", (_, text, named) => {
    expect(nameSurface(text, 0, "s")).toBe(named);
  });

  it("names it in one of several documents, with quotes where the name needs them", () => {
    const text = `${head}answers: {}\n---\n${head}answers: {}\n`;
    expect(nameSurface(text, 1, "a: b")).toBe(
      `${head}answers: {}\n---\n${head}surfaces:\n  "a: b":\n    answers: {}\n`,
    );
  });

  it.each([
    ["in JSON", '{"version":1,"service":"s","answers":{}}'],
    ["with other keys in between", "answers: {}\nversion: 1\nservice: s\ndecision: { style: hybrid }\n"],
    ["with nothing to move", head],
  ])("leaves a file alone %s", (_, text) => {
    expect(nameSurface(text, 0, "s")).toBe(null);
  });
});

describe("addSurface", () => {
  it.each<[what: string, text: string, added: string]>([
    [
      "after the others, before comments that end the file",
      surfaces,
      surfaces.replace("  catalogue: {}\n", "  catalogue: {}\n  chat:\n    answers: {}\n"),
    ],
    [
      "in JSON",
      '{"version":1,"service":"s","surfaces":{"a":{"answers":{}}}}',
      '{"version":1,"service":"s","surfaces":{"a":{"answers":{}},"chat":{"answers":{}}}}',
    ],
    [
      "where aliases make two surfaces the same",
      "version: 1\nservice: s\nsurfaces: &all\n  a: &a { answers: {} }\n  b: *a\n",
      "version: 1\nservice: s\nsurfaces: &all\n  a: &a { answers: {} }\n  b: *a\n  chat:\n    answers: {}\n",
    ],
  ])("adds one %s", (_, text, added) => {
    expect(addSurface(text, 0, "chat")).toBe(added);
  });
});

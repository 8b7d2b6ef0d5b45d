import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/engine/diagnostics/problem.js";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { CaseSet } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { readCases } from "../../../../src/engine/pack-tools/cases/read-cases.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { smallPack } from "../../small-pack.js";
import { expectNothing } from "./expect-nothing.js";

const pack = smallPack();

/** Case files of the small pack, text by name. */
function read(files: Readonly<Record<string, string>>): Outcome<CaseSet> {
  const documents = Object.entries(files).flatMap(([file, text]) => unwrap(parseText({ file, text })));
  return readCases(documents, pack.source);
}

const chosen = (...options: readonly string[]) => ({ kind: "chosen", options, note: null });

const cases = `cases:
  # A comment.
  all-there-is:
    about: >-
      A case
      of two lines.
    answers: { style: stream, kinds: [games, shops], load: unsure }
    expect:
      verdict: stateful
      fires: [streams, login-on-stream]
      not-fires: [alone]
      placement: { session: request, interaction: connection }
      pattern: { interaction: socket }
      beside: { session: numbered, interaction: any-store }
      backed-by: any-store
      clashes: [apart-in-order]
  little:
    about: It places.
    answers: { style: apart }
    expect: { placement: { interaction: nowhere } }
`;

const system = `surface: All   of it.
system: |
  A
  system
documented: stateless
because: It says so.
confidence: medium
sources: [a paper, "RFC 7"]
contradicts: It shows a gap.
answers: { style: steps }
`;

describe("what is read of case files", () => {
  it("is all that a case says, and where it says so", () => {
    expect(unwrap(read({ "a.yaml": cases }))).toEqual({
      cases: [
        {
          id: "all-there-is",
          about: "A case of two lines.",
          answers: new Map<string, unknown>([
            ["style", chosen("stream")],
            ["kinds", chosen("games", "shops")],
            ["load", { kind: "unsure", note: null }],
          ]),
          expect: {
            verdict: "stateful",
            fires: ["streams", "login-on-stream"],
            notFires: ["alone"],
            placement: new Map([
              ["interaction", "connection"],
              ["session", "request"],
            ]),
            pattern: new Map([["interaction", "socket"]]),
            beside: new Map([
              ["interaction", "any-store"],
              ["session", "numbered"],
            ]),
            backedBy: "any-store",
            clashes: ["apart-in-order"],
          },
          at: { file: "a.yaml", line: 3, column: 3 },
        },
        {
          id: "little",
          about: "It places.",
          answers: new Map([["style", chosen("apart")]]),
          expect: {
            ...expectNothing,
            placement: new Map([["interaction", "nowhere"]]),
          },
          at: { file: "a.yaml", line: 17, column: 3 },
        },
      ],
      systems: [],
    });
  });

  it("is all that a real system says", () => {
    expect(unwrap(read({ "real/one.yaml": system }))).toEqual({
      cases: [],
      systems: [
        {
          id: "one",
          system: "A system",
          surface: "All of it.",
          documented: "stateless",
          because: "It says so.",
          confidence: "medium",
          sources: ["a paper", "RFC 7"],
          contradicts: "It shows a gap.",
          answers: new Map([["style", chosen("steps")]]),
          at: { file: "real/one.yaml", line: 2, column: 1 },
        },
      ],
    });
  });

  it("takes for a contradiction only what is called one", () => {
    const text = system.replace("contradicts: It shows a gap.\n", "");
    expect(unwrap(read({ "one.yaml": text })).systems[0]?.contradicts).toBeNull();
  });

  it.each([
    ["rules/cases/real/acme.yaml", "acme"],
    ["C:\\real\\acme.yml", "acme"],
    ["a.yaml.b.yml", "a.yaml.b"],
    ["acme.json", "acme.json"],
  ])("calls the system of %s %s", (file, id) => {
    expect(unwrap(read({ [file]: system })).systems[0]?.id).toBe(id);
  });
});

describe("what is wrong with case files", () => {
  const problemsOf = (files: Readonly<Record<string, string>>) => {
    const outcome = read(files);
    return outcome.kind === "failed" ? outcome.problems : [];
  };

  it("is reported of every file at once, in the order of the files", () => {
    const problems = problemsOf({
      "a.yaml": cases.replace("verdict: stateful", "verdict: stateles"),
      "b.yaml": system.replace("steps", "stps"),
      "c.yaml": cases.replace("[alone]", "[alon]").replace("style: apart", "stile: apart"),
      "d.yaml": cases,
    });
    expect(problems.map(({ severity, file, at, code }) => [severity, file, at?.line, code])).toEqual([
      ["error", "a.yaml", 9, "not-allowed"],
      ["error", "b.yaml", 10, "unknown-option"],
      ["error", "c.yaml", 11, "unknown-id"],
      ["error", "c.yaml", 19, "unknown-id"],
      // What was read of c.yaml before takes the ids.
      ["error", "d.yaml", 3, "duplicate-id"],
      ["error", "d.yaml", 17, "duplicate-id"],
    ]);
  });

  it("comes with all rules, of every kind, where one is not known, and with the place of that one", () => {
    const [problem, ...more] = problemsOf({
      "a.yaml": cases.replace("login-on-stream]", "login-on-steam]"),
    });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      kind: "rule",
      id: "login-on-steam",
      known: pack.source.rules.map(({ id }) => id),
      at: { line: 10, column: "      fires: [streams, ".length + 1, width: "login-on-steam".length },
    });
  });

  it("says where an id was taken first, and marks the id that takes it again", () => {
    const [problem, ...more] = problemsOf({ "a.yaml": cases, "b.yaml": cases.replace("little", "small") });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: "duplicate-id",
      kind: "cases",
      id: "all-there-is",
      first: "a.yaml:3",
      at: { line: 3, column: 3, width: "all-there-is".length },
    });
  });
});

describe("a retired option in case files", () => {
  const retired = {
    "a.yaml": cases.replace("load: unsure", "load: lots"),
    "one.yaml": system.replace("style: steps", "load: varying"),
  };

  it("is read as the one that replaces it, or as open, with a warning at its place", () => {
    const outcome = read(retired);
    if (outcome.kind === "failed") throw new Error("refused");
    const {
      cases: [first],
      systems,
    } = outcome.value;
    expect(first?.answers.get("load")).toEqual({ ...chosen("many"), written: ["lots"] });
    expect(systems[0]?.answers.get("load")).toEqual({ kind: "unsure", note: null, written: ["varying"] });
    const line = "    answers: { style: stream, kinds: [games, shops], load: ";
    expect(outcome.warnings).toMatchObject([
      {
        severity: "warning",
        code: "retired-option",
        option: "lots",
        replacedBy: "many",
        at: { file: "a.yaml", line: 7, column: line.length + 1, width: "lots".length },
      },
      { severity: "warning", code: "retired-option", option: "varying", replacedBy: null, file: "one.yaml" },
    ]);
  });

  it("is told beside what is wrong", () => {
    const outcome = read({ ...retired, "b.yaml": system.replace("steps", "stps") });
    expect(outcome.kind === "failed" ? outcome.problems.map(({ code }) => code) : []).toEqual([
      "retired-option",
      "retired-option",
      "unknown-option",
    ]);
  });
});

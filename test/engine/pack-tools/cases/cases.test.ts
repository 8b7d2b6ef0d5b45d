import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../../src/engine/diagnostics/problem.js";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { CaseSet } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { readCases } from "../../../../src/engine/pack-tools/cases/read-cases.js";
import { testJson } from "../../../../src/engine/pack-tools/cases/test-json.js";
import { testPack } from "../../../../src/engine/pack-tools/cases/test-pack.js";
import { testText } from "../../../../src/engine/pack-tools/cases/test-text.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { smallPack } from "../../small-pack.js";

const pack = smallPack();

function read(...texts: readonly string[]): Outcome<CaseSet> {
  const documents = texts.flatMap((text, index) => unwrap(parseText({ file: `${index + 1}.yaml`, text })));
  return readCases(documents, pack.source);
}

const oneCase = (answers: string, expectation: string) =>
  `cases:\n  it: { about: A case., answers: { ${answers} }, expect: { ${expectation} } }\n`;

const system = (documented: string, answers: string, more = "") =>
  `system: S\nsurface: All of it.\ndocumented: ${documented}\nbecause: It says so.\nconfidence: high\nsources: [a paper]\n${more}answers: { ${answers} }\n`;

describe("reading cases", () => {
  it.each([
    ["an unknown key", oneCase("style: apart", "verdict: stateless, fire: [alone]"), "unknown-key", "fire"],
    [
      "a case without an expectation",
      "cases:\n  it: { about: A., answers: { style: apart } }\n",
      "missing-key",
      "{ about: A., answers: { style: apart } }",
    ],
    ["a verdict that there is not", oneCase("style: apart", "verdict: stateles"), "not-allowed", "stateles"],
    [
      "an expectation of nothing",
      "cases:\n  it: { about: A., answers: { style: apart }, expect: {} }\n",
      "wrong-type",
      "{}",
    ],
    ["an unknown rule", oneCase("style: apart", "verdict: stateless, fires: [alon]"), "unknown-id", "alon"],
    [
      "an unknown rule that must not fire",
      oneCase("style: apart", "verdict: stateless, not-fires: [alone, x]"),
      "unknown-id",
      "x",
    ],
    ["an unknown pattern", oneCase("style: apart", "pattern: { sync: soket }"), "unknown-id", "soket"],
    ["an unknown companion", oneCase("style: apart", "beside: { sync: nmbered }"), "unknown-id", "nmbered"],
    ["an unknown second home", oneCase("style: apart", "backed-by: any-stor"), "unknown-id", "any-stor"],
    ["an unknown clash", oneCase("style: apart", "clashes: [apart-in-ordr]"), "unknown-id", "apart-in-ordr"],
    [
      "a pattern for a concern that there is not",
      oneCase("style: apart", "pattern: { operation: socket }"),
      "unknown-key",
      "operation",
    ],
    ["an unknown question", oneCase("stile: apart", "verdict: stateless"), "unknown-id", "stile"],
    ["an unknown option", oneCase("style: aprt", "verdict: stateless"), "unknown-option", "aprt"],
    [
      "a place that there is not",
      oneCase("style: apart", "verdict: stateless, placement: { sync: attic }"),
      "not-allowed",
      "attic",
    ],
    [
      "a concern that there is not",
      oneCase("style: apart", "verdict: stateless, placement: { operation: client }"),
      "unknown-key",
      "operation",
    ],
    [
      "a system that is documented as nothing",
      system("undecided", "style: apart"),
      "not-allowed",
      "undecided",
    ],
    ["a system with an unknown option", system("hybrid", "load: loads"), "unknown-option", "loads"],
    [
      "a system with an expectation",
      system("hybrid", "style: apart", "expect: { verdict: hybrid }\n"),
      "unknown-key",
      "expect",
    ],
  ])("refuses %s at its place", (_, text, code, marked) => {
    const outcome = read(text);
    const problems = outcome.kind === "failed" ? outcome.problems : [];
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const at = problems[0]?.at;
    expect(at?.lineText.slice(at.column - 1, at.column - 1 + at.width)).toBe(marked);
  });

  it("refuses an id that another file has taken", () => {
    const outcome = read(
      oneCase("style: apart", "verdict: stateless"),
      oneCase("style: stream", "verdict: stateful"),
    );
    expect(outcome).toMatchObject({
      kind: "failed",
      problems: [{ code: "duplicate-id", id: "it", file: "2.yaml", first: "1.yaml:2" }],
    });
  });

  it("names a system after its file", () => {
    expect(unwrap(read(system("stateless", "style: apart"))).systems.map(({ id }) => id)).toEqual(["1"]);
  });
});

describe("running cases", () => {
  const failures = (answers: string, expectation: string) =>
    testPack(pack, unwrap(read(oneCase(answers, expectation)))).cases[0]?.failures;

  it.each([
    [
      "style: stream",
      "verdict: stateful, fires: [streams, held-open, login-on-stream], not-fires: [alone, crowds], placement: { interaction: connection, session: connection, workflow: nowhere }",
    ],
    [
      "style: apart",
      "verdict: stateless, fires: [alone, nobody-stays], not-fires: [streams], placement: { interaction: nowhere, session: nowhere }",
    ],
    [
      "style: steps",
      "verdict: hybrid, fires: [steps-fit, steps-remembered], placement: { interaction: nowhere, workflow: shared-store }",
    ],
    // A store for the conversation, whatever the points; the sign-in has nothing to follow.
    [
      "style: stream, kinds: shops, load: many",
      "verdict: hybrid, fires: [shops-move, shops-offline], placement: { interaction: shared-store, session: nowhere, sync: shared-store }",
    ],
    [
      "style: stream, kinds: games, order: strict",
      "verdict: stateful, fires: [ordered-stream, games-are-live, ordered-games], placement: { session: connection }",
    ],
    // These answers clash, which is no failure.
    ["style: apart, order: strict", "verdict: stateless, placement: { interaction: request }"],
    ["load: many", "verdict: undecided, fires: [crowds]"],
    ["load: many", "fires: [crowds]"],
    [
      "style: stream, order: strict",
      "backed-by: any-store, pattern: { interaction: socket, session: any-connection }",
    ],
    ["style: apart, order: strict", "clashes: [apart-in-order], pattern: { interaction: numbered }"],
    ["load: lots", "fires: [crowds]"],
    ["load: varying", "not-fires: [crowds]"],
    ["kinds: [toys, other], order: strict", "fires: [ordered-games]"],
  ])("holds when %s is %s", (answers, expectation) => {
    expect(failures(answers, expectation)).toEqual([]);
  });

  it.each([
    ["style: stream", "verdict: hybrid", { kind: "verdict", expected: "hybrid", found: "stateful" }],
    ["style: stream", "verdict: stateful, fires: [alone]", { kind: "did-not-fire", id: "alone" }],
    [
      "style: stream",
      "verdict: stateful, not-fires: [login-on-stream]",
      { kind: "fired", id: "login-on-stream" },
    ],
    [
      "style: stream",
      "verdict: stateful, placement: { interaction: client }",
      {
        kind: "placement",
        concern: "interaction",
        expected: "client",
        found: { place: "connection", placement: "on-the-wire" },
      },
    ],
    [
      "style: stream",
      "verdict: stateful, placement: { session: nowhere }",
      {
        kind: "placement",
        concern: "session",
        expected: "nowhere",
        found: { place: "connection", placement: "session-bound" },
      },
    ],
    [
      "load: many",
      "verdict: undecided, placement: { session: request }",
      { kind: "placement", concern: "session", expected: "request", found: null },
    ],
    [
      "style: stream",
      "pattern: { interaction: numbered, session: any-connection }",
      {
        ...{ kind: "pattern", concern: "interaction", expected: "numbered" },
        found: { pattern: "socket", placement: "on-the-wire" },
      },
    ],
    [
      "style: stream",
      "beside: { interaction: numbered }",
      {
        ...{ kind: "beside", concern: "interaction", expected: "numbered" },
        found: { pattern: null, placement: "on-the-wire" },
      },
    ],
    [
      "load: many",
      "pattern: { sync: socket }",
      { kind: "pattern", concern: "sync", expected: "socket", found: null },
    ],
    ["style: stream", "backed-by: any-store", { kind: "backed-by", expected: "any-store", found: null }],
    [
      "style: stream, order: strict",
      "backed-by: socket",
      { kind: "backed-by", expected: "socket", found: { pattern: "any-store", backing: "replayed" } },
    ],
    [
      "style: stream, order: strict",
      "clashes: [apart-in-order]",
      { kind: "did-not-clash", id: "apart-in-order" },
    ],
  ])("fails when %s should be %s", (answers, expectation, failure) => {
    expect(failures(answers, expectation)).toEqual([failure]);
  });

  it.each([
    ["stateful", "style: stream", "", "agrees", 0],
    ["hybrid", "style: stream", "", "differs", 0],
    ["stateless", "load: few", "", "differs", 0],
    ["stateless", "style: steps", "", "differs", 0],
    ["hybrid", "style: stream", "contradicts: It shows a gap.\n", "differs", 0],
    ["stateless", "style: stream", "", "contradicts", 1],
    ["stateful", "style: apart", "", "contradicts", 1],
    ["stateless", "style: stream", "contradicts: It shows a gap.\n", "known", 0],
    ["stateful", "style: stream", "contradicts: It shows a gap.\n", "stale", 1],
  ])(
    "takes a system documented as %s with %s %sfor one that %s",
    (documented, answers, more, standing, failed) => {
      const result = testPack(pack, unwrap(read(system(documented, answers, more))));
      expect(result.systems.map((each) => each.agreement)).toEqual([standing]);
      expect(result.failed).toBe(failed);
    },
  );

  it("counts what cases and systems use of the pack", () => {
    const { coverage } = testPack(
      pack,
      unwrap(read(oneCase("style: stream", "verdict: stateful"), system("stateless", "style: apart"))),
    );
    expect(coverage.rules).toEqual({
      covered: 5,
      of: 13,
      missing: [
        "steps-fit",
        "steps-remembered",
        "ordered-games",
        "shops-offline",
        "ordered-stream",
        "crowds",
        "games-are-live",
        "shops-move",
      ],
    });
    // Two for the conversation and two for the sign-in; the other two concerns are not kept in either.
    expect(coverage.placements).toEqual({
      covered: 6,
      of: 12,
      missing: [
        "given-a-number",
        "interaction-elsewhere",
        "session-elsewhere",
        "workflow-elsewhere",
        "workflow-bound",
        "sync-elsewhere",
      ],
    });
    expect(coverage.backings).toEqual({ covered: 0, of: 1, missing: ["replayed"] });
  });

  it("counts a second home of a conversation that is bound, and of no other", () => {
    const backings = (answers: string) =>
      testPack(pack, unwrap(read(oneCase(answers, "fires: [streams]")))).coverage.backings.covered;
    expect(backings("style: stream, order: strict")).toBe(1);
    expect(backings("style: stream, order: strict, kinds: shops, load: many")).toBe(0);
  });
});

describe("the result of cases", () => {
  const set = () =>
    unwrap(
      read(
        oneCase(
          "style: stream, load: many",
          "verdict: stateless, fires: [alone], placement: { interaction: client }",
        ),
        system("stateless", "style: stream"),
        system("hybrid", "style: apart"),
        system("stateful", "style: stream"),
        system("stateful", "style: apart", "contradicts: It shows a gap.\n"),
      ),
    );
  const result = () => testPack(pack, set());

  it("reads as text", async () => {
    await expect(testText(result(), plainStyle)).toMatchFileSnapshot("golden/test.txt");
  });

  it("says the same as JSON", () => {
    const report = JSON.parse(testJson(result(), plainStyle));
    expect(report.failed).toBe(2);
    expect(report.cases.map(({ failures }: { failures: object[] }) => failures.length)).toEqual([3]);
    expect(report.systems.agreement).toEqual({ agree: 1, of: 4 });
    expect(report.systems.confusion).toEqual({
      stateless: { stateless: 0, stateful: 1, hybrid: 0, undecided: 0 },
      stateful: { stateless: 1, stateful: 1, hybrid: 0, undecided: 0 },
      hybrid: { stateless: 1, stateful: 0, hybrid: 0, undecided: 0 },
    });
  });
});

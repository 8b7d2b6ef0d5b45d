import { describe, expect, it } from "vitest";
import type { Expectation, PackCase, RealSystem } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { testPack } from "../../../../src/engine/pack-tools/cases/test-pack.js";
import { testText } from "../../../../src/engine/pack-tools/cases/test-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { answersOf, type TinyPack, tinyPack } from "../../tiny-pack.js";
import { expectNothing } from "./expect-nothing.js";

/** Stateless, stateful, hybrid or undecided by `talk`; no stream is bound if `spread` is yes. */
const table: TinyPack = {
  questions: { talk: ["once", "stream", "steps", "never"], spread: ["yes", "no"] },
  rules: [
    [{ talk: "once" }, { need: -1 }],
    [{ talk: "stream" }, { need: 1 }],
    [{ talk: "stream" }, { place: 2 }],
    [{ talk: "steps" }, { given: "must", concern: "workflow" }],
    [{ spread: "yes" }, { given: "may-not-bind" }],
  ],
};

type Given = Parameters<typeof answersOf>[0];

function caseOf(id: string, answers: Given, expected: Partial<Expectation>): PackCase {
  return {
    id,
    about: "",
    answers: answersOf(answers),
    expect: { ...expectNothing, ...expected },
    at: { file: "a.yaml", line: 5, column: 3 },
  };
}

function systemOf(documented: RealSystem["documented"], talk: string): RealSystem {
  return {
    id: `${documented}-${talk}`,
    system: "S",
    surface: "All of it.",
    documented,
    because: "",
    confidence: "high",
    sources: [],
    contradicts: null,
    answers: answersOf({ talk }),
    at: { file: "s.yaml", line: 1, column: 1 },
  };
}

const holding = caseOf("holds", { talk: "once" }, { verdict: "stateless" });
const failing = caseOf("is-not-so", { talk: "never" }, { verdict: "hybrid" });
const told = (cases: readonly PackCase[], systems: readonly RealSystem[]) =>
  testText(testPack(tinyPack(table), { cases, systems }), plainStyle);

describe("cases and systems, run", () => {
  it("count as failed where they do not hold, and nowhere else", () => {
    const systems = [systemOf("hybrid", "once"), systemOf("stateless", "stream")];
    expect(testPack(tinyPack(table), { cases: [holding, failing, holding], systems }).failed).toBe(2);
  });

  it("cover what is counted if only some entries are", () => {
    const counted = new Set(["r0", "r1", "r4", "sync-not-kept", "session-bound"]);
    expect(testPack(tinyPack(table), { cases: [holding], systems: [] }, counted).coverage).toEqual({
      rules: { covered: 1, of: 3, missing: ["r1", "r4"] },
      placements: { covered: 1, of: 2, missing: ["session-bound"] },
      backings: { covered: 0, of: 0, missing: [] },
    });
  });
});

describe("their result for people", () => {
  it("is short if all hold and there is no system", () => {
    expect(told([holding], [])).toBe(
      `
Rule pack tiny 1.0.0
  cases       1 of 1 pass
  rules       1 of 5 covered; not covered: r1, r2, r3, r4
  placements  4 of 11 covered; not covered: interaction-elsewhere,
              interaction-bound, session-elsewhere, session-bound,
              workflow-elsewhere, workflow-bound, sync-elsewhere

All cases pass.
`.slice(1),
    );
  });

  it("tells first of what does not hold, and of that alone", () => {
    expect(told([holding, failing], [systemOf("hybrid", "steps")])).toBe(
      `
a.yaml:5:3: fails: is-not-so
  × expected the verdict hybrid, found undecided
  State: nothing kept.
  Fired: nothing.

Rule pack tiny 1.0.0
  cases       1 of 2 pass
  rules       2 of 5 covered; not covered: r1, r2, r4
  placements  5 of 11 covered; not covered: interaction-elsewhere,
              interaction-bound, session-elsewhere, session-bound,
              workflow-bound, sync-elsewhere

Real systems: 1 of 1 as documented (1/1)
  documented as           stateless  stateful   hybrid     undecided
  stateless               0          0          0          0
  stateful                0          0          0          0
  hybrid                  0          0          1          0

1 case fails.
`.slice(1),
    );
  });

  it("says where the state is, and what each rule that fired does, of any kind", () => {
    const text = told([caseOf("it", { talk: "stream", spread: "yes" }, { verdict: "stateful" })], []);
    expect(text.replaceAll(/\n {2}(?=\S)/g, " ")).toContain(
      [
        "× expected the verdict stateful, found hybrid",
        "State: interaction kept elsewhere.",
        "Fired: r1 (interaction: 1 point for keeping it), r2 (interaction: 2 points for binding it), r4 (interaction: may not be bound to a connection or instance).",
      ].join(" "),
    );
  });

  it("counts second homes if the pack has any", () => {
    const backing = { id: "copied", when: null, pattern: "any-store", because: "", sources: [] };
    const pack = tinyPack({ ...table, parts: { backings: [backing] } });
    const text = (talk: string) =>
      testText(testPack(pack, { cases: [caseOf("it", { talk }, {})], systems: [] }), plainStyle);
    expect(text("stream")).toContain("\n  backed by   1 of 1 covered\n");
    expect(text("once")).toContain("\n  backed by   0 of 1 covered; not covered: copied\n");
  });
});

import { describe, expect, it } from "vitest";
import type { Expectation, PackCase, RealSystem } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { testPack } from "../../../../src/engine/pack-tools/cases/test-pack.js";
import { testText } from "../../../../src/engine/pack-tools/cases/test-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { answersOf, type TinyPack, tinyPack } from "../../tiny-pack.js";

/** Stateless, stateful, hybrid or undecided by `talk`; `pure` forbids stateful. */
const table: TinyPack = {
  questions: { talk: ["once", "stream", "steps", "never"], pure: ["yes", "no"] },
  rules: [
    [{ talk: "once" }, { L: 1 }],
    [{ talk: "stream" }, { N: 1 }],
    [{ talk: "steps" }, { K: 1 }],
  ],
  vetoes: [
    [{ pure: "yes" }, "stateful"],
    [{ talk: "steps" }, "stateless"],
  ],
};

type Given = Parameters<typeof answersOf>[0];

function caseOf(id: string, answers: Given, expected: Partial<Expectation>): PackCase {
  return {
    id,
    about: "",
    answers: answersOf(answers),
    expect: { verdict: null, fires: [], notFires: [], placement: new Map(), ...expected },
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
    const counted = new Set(["r0", "r1", "v1"]);
    expect(testPack(tinyPack(table), { cases: [holding], systems: [] }, counted).coverage).toEqual({
      rules: { covered: 1, of: 2, missing: ["r1"] },
      vetoes: { covered: 0, of: 1, missing: ["v1"] },
      placements: { covered: 0, of: 0, missing: [] },
    });
  });
});

describe("their result for people", () => {
  it("is short if all hold and there is no system", () => {
    expect(told([holding], [])).toBe(
      `
Rule pack tiny 1.0.0
  cases       1 of 1 pass
  rules       1 of 3 covered; not covered: r1, r2
  vetoes      0 of 2 covered; not covered: v0, v1
  placements  0 of 0 covered

All cases pass.
`.slice(1),
    );
  });

  it("tells first of what does not hold, and of that alone", () => {
    expect(told([holding, failing], [systemOf("hybrid", "steps")])).toBe(
      `
a.yaml:5:3: fails: is-not-so
  × expected the verdict hybrid, found undecided
  Scores: stateful 0 (live 0, kept 0), stateless 0.
  Fired: nothing.

Rule pack tiny 1.0.0
  cases       1 of 2 pass
  rules       2 of 3 covered; not covered: r1
  vetoes      1 of 2 covered; not covered: v0
  placements  0 of 0 covered

Real systems: 1 of 1 as documented (1/1)
  documented as           stateless  stateful   hybrid     undecided
  stateless               0          0          0          0
  stateful                0          0          0          0
  hybrid                  0          0          1          0

1 case fails.
`.slice(1),
    );
  });

  it("names the vetoes that fired beside the rules, and no other", () => {
    expect(told([caseOf("it", { talk: "stream", pure: "yes" }, { verdict: "stateful" })], [])).toContain(
      "  Fired: r1 (1 live for stateful), v0 (no pure stateful).\n",
    );
  });
});

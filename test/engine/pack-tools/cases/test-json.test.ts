import { describe, expect, it } from "vitest";
import type { PackCase, RealSystem } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { testJson } from "../../../../src/engine/pack-tools/cases/test-json.js";
import { testPack } from "../../../../src/engine/pack-tools/cases/test-pack.js";
import { smallPack } from "../../small-pack.js";
import { answersOf } from "../../tiny-pack.js";

const pack = smallPack();

const failing: PackCase = {
  id: "it",
  about: "A case.",
  answers: answersOf({ style: "stream", load: "many" }),
  expect: { verdict: null, fires: [], notFires: ["crowds"], placement: new Map() },
  at: { file: "a.yaml", line: 2, column: 3 },
};

const system: RealSystem = {
  id: "one",
  system: "One",
  surface: "All of it.",
  documented: "hybrid",
  because: "It says so.",
  confidence: "low",
  sources: ["a paper"],
  contradicts: "It is naïve.",
  answers: answersOf({ load: "few" }),
  at: { file: "real/one.yaml", line: 4, column: 1 },
};

describe("the result of cases for programs", () => {
  const text = (unicode: boolean, more?: object) =>
    testJson(testPack(pack, { cases: [failing], systems: [system] }), { unicode }, more);

  it("says what came of each case and system", () => {
    expect(JSON.parse(text(true))).toEqual({
      version: 1,
      pack: { name: "small", version: "1.2.3" },
      failed: 1,
      cases: [
        {
          id: "it",
          file: "a.yaml",
          line: 2,
          column: 3,
          failures: [
            {
              kind: "fired",
              id: "crowds",
              message: "expected crowds not to fire: it fires when load is at least some; here load is many",
            },
          ],
          verdict: "stateful",
          scores: { live: 3, kept: 0, stateful: 3, stateless: 1 },
          // (3 − 1) / (3 + 1), 3 / 3
          balance: 0.5,
          boundness: 1,
          fired: ["streams", "crowds", "stream-needs-state"],
          placement: { interaction: { place: "connection", placement: "on-the-wire" } },
        },
      ],
      coverage: {
        rules: { covered: 2, of: 5, missing: ["steps-remembered", "alone", "ordered-games"] },
        vetoes: { covered: 1, of: 1, missing: [] },
        placements: { covered: 1, of: 2, missing: ["nothing-there"] },
      },
      systems: {
        agreement: { agree: 0, of: 1 },
        confusion: {
          stateless: { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 },
          stateful: { stateless: 0, stateful: 0, hybrid: 0, undecided: 0 },
          hybrid: { stateless: 0, stateful: 0, hybrid: 0, undecided: 1 },
        },
        results: [
          {
            id: "one",
            file: "real/one.yaml",
            line: 4,
            documented: "hybrid",
            standing: "differs",
            contradicts: "It is naïve.",
            verdict: "undecided",
            scores: { live: 0, kept: 0, stateful: 0, stateless: 0 },
            balance: null,
            boundness: null,
            fired: [],
            placement: {},
          },
        ],
      },
    });
  });

  it("has room for more under keys of its own, and keeps to ASCII where it must", () => {
    expect(JSON.parse(text(true, { mutants: { found: 2 } }))).toMatchObject({
      version: 1,
      mutants: { found: 2 },
    });
    expect(text(false)).toContain("It is na\\u00efve.");
  });
});

import { describe, expect, it } from "vitest";
import type { PackCase, RealSystem } from "../../../../src/engine/pack-tools/cases/case-set.js";
import { testJson } from "../../../../src/engine/pack-tools/cases/test-json.js";
import { testPack } from "../../../../src/engine/pack-tools/cases/test-pack.js";
import { smallPack } from "../../small-pack.js";
import { answersOf } from "../../tiny-pack.js";
import { expectNothing } from "./expect-nothing.js";

const pack = smallPack();

const failing: PackCase = {
  id: "it",
  about: "A case.",
  answers: answersOf({ style: "stream", load: "many", order: "strict" }),
  expect: { ...expectNothing, notFires: ["crowds"] },
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

const points = (on: number, against: number) => ({ for: on, against });
const nothing = { need: points(0, 0), place: points(0, 0), kept: false, class: "not-kept" };

describe("the result of cases for programs", () => {
  const text = (unicode: boolean, more?: object) =>
    testJson(testPack(pack, { cases: [failing], systems: [system] }), { unicode }, more);

  it("says what came of each case and system", () => {
    expect(JSON.parse(text(true))).toEqual({
      version: 2,
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
          concerns: [
            { id: "interaction", need: points(3, 0), place: points(2, 1), kept: true, class: "bound" },
            { id: "session", ...nothing, class: "bound" },
            { id: "workflow", ...nothing },
            { id: "sync", ...nothing },
          ],
          placement: {
            interaction: { place: "connection", placement: "on-the-wire", pattern: "socket", beside: null },
            session: {
              ...{ place: "connection", placement: "session-bound" },
              ...{ pattern: "any-connection", beside: null },
            },
            workflow: { place: "nowhere", placement: "workflow-not-kept", pattern: null, beside: null },
            sync: { place: "nowhere", placement: "sync-not-kept", pattern: null, beside: null },
          },
          backing: "replayed",
          clashes: [],
          fired: ["streams", "ordered-stream", "held-open", "crowds", "login-on-stream"],
        },
      ],
      coverage: {
        rules: {
          covered: 5,
          of: 13,
          missing: [
            "alone",
            "steps-fit",
            "steps-remembered",
            "ordered-games",
            "shops-offline",
            "nobody-stays",
            "games-are-live",
            "shops-move",
          ],
        },
        placements: {
          covered: 4,
          of: 12,
          missing: [
            "given-a-number",
            "nothing-there",
            "interaction-elsewhere",
            "session-not-kept",
            "session-elsewhere",
            "workflow-elsewhere",
            "workflow-bound",
            "sync-elsewhere",
          ],
        },
        backings: { covered: 1, of: 1, missing: [] },
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
            concerns: ["interaction", "session", "workflow", "sync"].map((id) => ({ id, ...nothing })),
            placement: {},
            backing: null,
            clashes: [],
            fired: [],
          },
        ],
      },
    });
  });

  it("has room for more under keys of its own, and keeps to ASCII where it must", () => {
    expect(JSON.parse(text(true, { mutants: { found: 2 } }))).toMatchObject({
      version: 2,
      mutants: { found: 2 },
    });
    expect(text(false)).toContain("It is na\\u00efve.");
  });
});

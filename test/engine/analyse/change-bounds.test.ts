import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternativesOf } from "../../../src/engine/analyse/alternatives.js";
import { changeBounds } from "../../../src/engine/analyse/change-bounds.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import type { Signals } from "../../../src/engine/analyse/signals.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect } from "../bare-pack.js";
import { generatedCase } from "../generated-pack.js";
import { answersOf } from "../tiny-pack.js";

/** Most changes in a set. */
const most = 3;

it("bound what any further changes do, made first or after others", () => {
  let bounded = 0;
  fc.assert(
    fc.property(generatedCase({ questions: 5, rules: 10 }), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      const start = Scenario.of(pack, profile);
      const alternatives = alternativesOf(pack, profile, start);
      const bounds = changeBounds(start, alternatives);
      const exceeded: unknown[] = [];
      /** Signals before each change made so far, with the position of that change. */
      const visit = (
        scenario: Scenario,
        changes: readonly { readonly signals: Signals; readonly at: number }[],
      ): void => {
        changes.forEach(({ signals, at }, made) => {
          const missing = changes.length - made;
          const { lowest, highest } = bounds(at, made, missing);
          scenario.signals.forEach((value, signal) => {
            const moved = value - (signals[signal] ?? 0);
            if (!(moved >= (lowest[signal] ?? 0) && moved <= (highest[signal] ?? 0)))
              exceeded.push({ at, made, missing, signal, moved });
            if (moved !== 0) bounded += 1;
          });
        });
        if (changes.length === most) return;
        for (let at = (changes.at(-1)?.at ?? -1) + 1; at < alternatives.length; at += 1) {
          for (const { variable, mask } of alternatives[at] ?? []) {
            visit(scenario.with(variable, mask), [...changes, { signals: scenario.signals, at }]);
          }
        }
      };
      visit(start, []);
      expect(exceeded).toEqual([]);
    }),
    { seed: 20_267, numRuns: 100 },
  );
  expect(bounded).toBeGreaterThan(1000);
});

/** The bounds on a profile of answers, of the signals that rules with these effects move, in the order of the rules. */
function boundsOn(
  questions: Readonly<Record<string, readonly string[]>>,
  rules: readonly (readonly [Condition, Effect])[],
  given: Readonly<Record<string, string>>,
) {
  const pack = compiled(
    barePack({
      questions: Object.entries(questions).map(([id, options]) => bareQuestion(id, options)),
      rules: rules.map(([when, effect], index) => bareRule(`r${index}`, when, effect)),
    }),
  );
  const profile = profileOf(pack, answersOf(given));
  const start = Scenario.of(pack, profile);
  const bounds = changeBounds(start, alternativesOf(pack, profile, start));
  const moved = [...new Set(start.effects.flatMap(({ shifts }) => shifts.map(({ signal }) => signal)))];
  return (from: number, made: number, missing: number) => {
    const { lowest, highest } = bounds(from, made, missing);
    return [lowest, highest].map((signals) => moved.map((signal) => signals[signal]));
  };
}

describe("a worked example", () => {
  const xy = ["x", "y"];
  /** A − B, what bears on need, P − Q, the requirements not to bind and those to keep the login. */
  const bounds = boundsOn(
    { a: ["x", "y", "z"], b: xy, c: xy },
    [
      [allOf({ a: "x" }), { need: -3 }],
      [{ kind: "any", of: [allOf({ b: "x" }), allOf({ a: "y" })] }, { place: 2 }],
      [allOf({ a: ["x", "z"], b: "y" }), { need: 4 }],
      [allOf({ c: "y" }), { given: "may-not-bind" }],
      [allOf({ c: "x" }), { given: "must", concern: "session" }],
    ],
    { a: "x", b: "x", c: "x" },
  );

  it("charges each change, as things are, with what it can start or stop", () => {
    // a: the first rule stops, whichever option it goes to. Nothing else can stop or start by it at once.
    // b: the second rule stops, the third starts: each way counts by itself.
    // c: one requirement starts, the other stops.
    expect(bounds(2, 0, 1)).toEqual([
      [0, 0, 0, 0, -1],
      [0, 0, 0, 1, 0],
    ]);
    expect(bounds(1, 0, 1)).toEqual([
      [0, 0, -2, 0, -1],
      [4, 1, 0, 1, 0],
    ]);
    expect(bounds(0, 0, 1)).toEqual([
      [0, -1, -2, 0, -1],
      [4, 1, 0, 1, 0],
    ]);
    expect(bounds(0, 0, 2)).toEqual([
      [0, -1, -2, 0, -1],
      [7, 1, 0, 1, 0],
    ]);
    expect(bounds(0, 0, 3)).toEqual(bounds(0, 0, 2));
  });

  it("charges a change after another with what that may have started or stopped", () => {
    // a to y: the first rule stops (+3), the second may start (+2), the third, if it was started, stop (−4).
    // a to z: the first stops, and that is all. b and c can do no more than before.
    expect(bounds(1, 1, 1)).toEqual(bounds(1, 0, 1));
    expect(bounds(0, 1, 1)).toEqual([
      [-4, -2, -2, 0, -1],
      [4, 1, 2, 1, 0],
    ]);
    expect(bounds(0, 1, 2)).toEqual([
      [-4, -2, -2, 0, -1],
      [7, 1, 2, 1, 0],
    ]);
  });
});

describe("a rule that takes several changes", () => {
  const xy = ["x", "y"];
  const all: Condition = allOf({ a: "y", b: "y", c: "y" });
  const bounds = boundsOn({ a: xy, b: xy, c: xy }, [[all, { place: 5 }]], { a: "x", b: "x", c: "x" });

  it("does nothing while fewer can be made", () => {
    expect(bounds(0, 0, 2)).toEqual([[0], [0]]);
    expect(bounds(1, 1, 1)).toEqual([[0], [0]]);
  });

  it("is charged to each in parts, and to the last of them in full", () => {
    expect(bounds(0, 0, 3)).toEqual([[0], [5]]);
    // Two changes left of three: not enough, as each of them is charged with a third.
    expect(bounds(1, 0, 3)).toEqual([[0], [3]]);
    expect(bounds(1, 1, 2)).toEqual([[0], [5]]);
    expect(bounds(2, 1, 2)).toEqual([[0], [2]]);
    expect(bounds(2, 2, 1)).toEqual([[0], [5]]);
  });

  it("is not charged at all if it also takes an answer that is open", () => {
    const hopeless = boundsOn({ a: xy, open: xy }, [[allOf({ a: "y", open: "y" }), { place: 5 }]], {
      a: "x",
    });
    expect(hopeless(0, 0, 1)).toEqual([[0], [0]]);
  });

  it("is charged in full if alternatives may cover what is open together", () => {
    const covering: Condition = {
      kind: "any",
      of: [allOf({ a: "y", open: "y" }), allOf({ a: "y", open: "x", b: "x" })],
    };
    const covered = boundsOn({ a: xy, b: xy, open: xy }, [[covering, { place: 5 }]], { a: "x", b: "x" });
    expect(covered(0, 0, 1)).toEqual([[0], [5]]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf } from "../../../src/engine/analyse/alternatives.js";
import { changeBounds } from "../../../src/engine/analyse/change-bounds.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { type Margins, subtractMargins } from "../../../src/engine/count/margins.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, groundless } from "../bare-pack.js";
import { generatedCase } from "../generated-pack.js";
import { answersOf } from "../tiny-pack.js";

const marginNames = ["need", "bound", "evidence", "forbidsStateless", "forbidsStateful"] as const;

/** Most changes in a set. */
const most = 3;

it("bound what any further changes do, made first or after others", () => {
  fc.assert(
    fc.property(generatedCase({ questions: 5, rules: 8 }), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      const start = Scenario.of(pack, profile);
      const alternatives = changesOf(pack, profile);
      const now = changeBounds(start, alternatives, most, "now");
      const any = changeBounds(start, alternatives, most, "any");
      const exceeded: unknown[] = [];
      /** Margins before each change made so far, with the position of that change. */
      const visit = (
        scenario: Scenario,
        made: readonly { readonly margins: Margins; readonly at: number }[],
      ): void => {
        made.forEach(({ margins, at }, index) => {
          const bounds = index === 0 ? now : any;
          const count = made.length - index;
          const [lowest, highest] = [bounds.lowest(at, count), bounds.highest(at, count)];
          const moved = subtractMargins(scenario.margins, margins);
          for (const name of marginNames)
            if (!(moved[name] >= lowest[name] && moved[name] <= highest[name]))
              exceeded.push({ at, count, name, moved });
        });
        if (made.length === most) return;
        for (let at = (made.at(-1)?.at ?? -1) + 1; at < alternatives.length; at += 1) {
          for (const { variable, mask } of alternatives[at] ?? []) {
            visit(scenario.with(variable, mask), [...made, { margins: scenario.margins, at }]);
          }
        }
      };
      visit(start, []);
      expect(exceeded).toEqual([]);
    }),
    { seed: 20_267, numRuns: 60 },
  );
});

describe("a worked example", () => {
  /** Need is F − L, bound is N − K, then the evidence, vetoes against stateless and vetoes against stateful. */
  function boundsFrom(from: "now" | "any") {
    const noPoints = { live: 0, kept: 0, stateless: 0 };
    const pack = compiled(
      barePack({
        questions: [
          bareQuestion("a", ["x", "y", "z"]),
          bareQuestion("b", ["x", "y"]),
          bareQuestion("c", ["x", "y"]),
        ],
        rules: [
          bareRule("stops-with-a", allOf({ a: "x" }), { ...noPoints, stateless: 3 }),
          bareRule(
            "fires-by-b-or-a",
            { kind: "any", of: [allOf({ b: "x" }), allOf({ a: "y" })] },
            { ...noPoints, kept: 2 },
          ),
          bareRule("starts-with-b-stops-with-a", allOf({ a: ["x", "z"], b: "y" }), { ...noPoints, live: 4 }),
        ],
        vetoes: [
          { id: "starts", when: allOf({ c: "y" }), forbids: "stateful", ...groundless },
          { id: "stops", when: allOf({ c: "x" }), forbids: "stateless", ...groundless },
        ],
      }),
    );
    const profile = profileOf(pack, answersOf({ a: "x", b: "x", c: "x" }));
    const bounds = changeBounds(Scenario.of(pack, profile), changesOf(pack, profile), most, from);
    const figures = (margins: Margins) => marginNames.map((name) => margins[name]);
    return {
      lowest: (at: number, changes: number) => figures(bounds.lowest(at, changes)),
      highest: (at: number, changes: number) => figures(bounds.highest(at, changes)),
    };
  }

  it("charges each change, as things are, with what it can start or stop", () => {
    const { lowest, highest } = boundsFrom("now");
    // a: the first rule stops, whichever option it goes to. Nothing else can stop or start by it at once.
    // b: the second rule stops (−2, +2, −2), the third starts (+4, +4, +4): each way counts by itself.
    // c: one veto starts, the other stops.
    expect([lowest(2, 1), highest(2, 1)]).toEqual([
      [0, 0, 0, -1, 0],
      [0, 0, 0, 0, 1],
    ]);
    expect([lowest(1, 1), highest(1, 1)]).toEqual([
      [-2, 0, -2, -1, 0],
      [4, 6, 4, 0, 1],
    ]);
    expect([lowest(0, 1), highest(0, 1)]).toEqual([
      [-2, 0, -3, -1, 0],
      [4, 6, 4, 0, 1],
    ]);
    expect([lowest(0, 2), highest(0, 2)]).toEqual([
      [-2, 0, -5, -1, 0],
      [7, 6, 4, 0, 1],
    ]);
    expect([lowest(0, 3), highest(0, 3)]).toEqual([lowest(0, 2), highest(0, 2)]);
  });

  it("charges a change after others with what these may have started or stopped", () => {
    const { lowest, highest } = boundsFrom("any");
    // a to y: the second rule may start (+2, −2, +2) and the third stop (−4, −4, −4) beside the first (+3, 0, −3).
    // a to z: the first stops, and that is all. b and c can do no more than before.
    expect([lowest(1, 1), highest(1, 1)]).toEqual([
      [-2, 0, -2, -1, 0],
      [4, 6, 4, 0, 1],
    ]);
    expect([lowest(0, 1), highest(0, 1)]).toEqual([
      [-4, -6, -7, -1, 0],
      [5, 6, 4, 0, 1],
    ]);
    expect([lowest(0, 2), highest(0, 2)]).toEqual([
      [-6, -6, -9, -1, 0],
      [9, 6, 6, 0, 1],
    ]);
  });
});

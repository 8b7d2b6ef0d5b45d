import { describe, expect, it } from "vitest";
import { stabilityOf } from "../../../src/engine/analyse/stability.js";
import type { Stability } from "../../../src/engine/model/analysis.js";
import type { Form } from "../../../src/engine/model/scores.js";
import type { Concern, Verdict } from "../../../src/engine/model/verdict.js";
import { scoreOf } from "../../../src/engine/score/score.js";
import { bareRule, type Effect } from "../bare-pack.js";

/** The stability where rules with these effects fire. */
function stable(...effects: readonly Effect[]): Stability {
  const entries = effects.map((effect, index) => bareRule(`r${index}`, { kind: "all", of: [] }, effect));
  return stabilityOf(scoreOf(entries.map((entry) => ({ entry, condition: [[]] }))));
}

const nothing: Stability = { radius: null, at: null, verdict: null };

const need = (points: number, concern: Concern = "interaction"): Effect => ({ need: points, concern });
const place = (points: number): Effect => ({ place: points });
const must: Effect = { given: "must" };

type Expected = readonly [radius: number, concern: Concern, form: Form, verdict: Verdict] | null;

describe("the stability radius, worked out by hand", () => {
  it.each<[what: string, effects: readonly Effect[], expected: Expected]>([
    ["undecided", [need(2, "session"), place(2)], null],

    // Stateless: the nearest concern.
    ["stateless: |1 − 3| / 4", [need(1), need(-3)], [1 / 2, "interaction", "need", "hybrid"]],
    [
      "stateless, to bound: |1 − 3| / 4, P > Q",
      [need(1), need(-3), place(2), place(-1)],
      [1 / 2, "interaction", "need", "stateful"],
    ],
    [
      "stateless, to bound by a requirement",
      [need(1), need(-3), { given: "must-bind" }, place(-4)],
      [1 / 2, "interaction", "need", "stateful"],
    ],
    [
      "stateless, to what may not be bound",
      [need(1), need(-3), { given: "may-not-bind" }, { given: "must-bind" }, place(4)],
      [1 / 2, "interaction", "need", "hybrid"],
    ],
    [
      "stateless, another concern nearer: |2 − 3| / 5",
      [need(1), need(-3), place(2), need(2, "sync"), need(-3, "sync")],
      [1 / 5, "sync", "need", "hybrid"],
    ],
    ["stateless at a tie", [need(2), need(-2)], [0, "interaction", "need", "hybrid"]],
    ["stateless with points against alone", [need(-3)], [1, "interaction", "need", "hybrid"]],
    [
      "equally near: the larger sum, 2 + 6 against 1 + 3",
      [need(1), need(-3), need(2, "workflow"), need(-5, "workflow"), need(-1, "workflow")],
      [1 / 2, "workflow", "need", "hybrid"],
    ],
    [
      "stateless by requirements alone",
      [{ given: "must-not" }, need(3), { given: "must-not", concern: "session" }],
      null,
    ],
    [
      "stateless by a requirement and by points",
      [{ given: "must-not" }, need(3), need(-3, "session"), need(1, "session")],
      [1 / 2, "session", "need", "hybrid"],
    ],

    // Stateful: the conversation no longer kept, or no longer bound.
    [
      "stateful, nearer to not kept: |4 − 2| / 6 against |3 − 1| / 4",
      [need(4), need(-2), place(3), place(-1)],
      [1 / 3, "interaction", "need", "stateless"],
    ],
    [
      "the same with the login kept beside it",
      [need(4), need(-2), place(3), place(-1), need(1, "session")],
      [1 / 3, "interaction", "need", "hybrid"],
    ],
    [
      "stateful, nearer to unbound: |5 − 3| / 8",
      [need(4), need(-1), place(5), place(-3)],
      [1 / 4, "interaction", "place", "hybrid"],
    ],
    [
      "stateful, both equally near: the smaller sum",
      [need(3), need(-1), place(5), place(1), place(-2)],
      [1 / 2, "interaction", "need", "stateless"],
    ],
    [
      "stateful, bound by a requirement",
      [need(4), need(-1), { given: "must-bind" }, place(-3)],
      [3 / 5, "interaction", "need", "stateless"],
    ],
    [
      "stateful, kept by a requirement",
      [must, need(-4), place(3), place(-2)],
      [1 / 5, "interaction", "place", "hybrid"],
    ],
    ["stateful by requirements alone", [must, { given: "must-bind" }, need(-4), place(-2)], null],
    [
      "whatever else is kept is no matter",
      [must, { given: "must-bind" }, need(2, "sync"), need(-1, "sync")],
      null,
    ],

    // Hybrid: down to nothing kept, or up to bound.
    [
      "hybrid, nothing fired about the place: |3 − 1| / 4",
      [need(3), need(-1)],
      [1 / 2, "interaction", "need", "stateless"],
    ],
    [
      "hybrid, nearer to bound: |2 − 3| / 5",
      [need(3), need(-1), place(2), place(-3)],
      [1 / 5, "interaction", "place", "stateful"],
    ],
    ["hybrid at a tie", [need(3), place(3), place(-3)], [0, "interaction", "place", "stateful"]],
    [
      "hybrid, all that is kept has to go: the farther of |3 − 2| / 5 and |3 − 1| / 4",
      [need(3), need(-2), need(3, "workflow"), need(-1, "workflow"), need(-3, "sync"), need(2, "sync")],
      [1 / 2, "workflow", "need", "stateless"],
    ],
    [
      "hybrid, what has to be kept cannot go",
      [need(-3), need(2), { given: "must", concern: "workflow" }],
      null,
    ],
    [
      "hybrid, the conversation not kept, but bound if it were: |2 − 3| / 5",
      [need(-3), need(2), place(1), { given: "must", concern: "workflow" }],
      [1 / 5, "interaction", "need", "stateful"],
    ],
    [
      "the same by a requirement",
      [need(-3), need(2), place(-1), { given: "must-bind" }, { given: "must", concern: "workflow" }],
      [1 / 5, "interaction", "need", "stateful"],
    ],
    [
      "hybrid, the conversation neither kept nor bound: the farther of |2 − 3| / 5 and |1 − 2| / 3",
      [need(-3), need(2), place(1), place(-2), { given: "must", concern: "workflow" }],
      [1 / 3, "interaction", "place", "stateful"],
    ],
    [
      "the same the other way round: the farther of |1 − 3| / 4 and |1 − 2| / 3",
      [need(-3), need(1), place(1), place(-2), { given: "must", concern: "workflow" }],
      [1 / 2, "interaction", "need", "stateful"],
    ],
    [
      "hybrid, the conversation need not be kept",
      [{ given: "must-not" }, need(2), place(2), { given: "must", concern: "workflow" }],
      null,
    ],
    [
      "hybrid, may not be bound",
      [need(3), need(-1), place(2), place(-1), { given: "may-not-bind" }],
      [1 / 2, "interaction", "need", "stateless"],
    ],
    ["hybrid by requirements alone", [must, place(2), { given: "may-not-bind" }], null],
    ["hybrid by a requirement, with nothing about the place", [must, need(-2)], null],
    [
      "hybrid, down and up equally near: the sum that keeps something",
      [need(3), need(-1), place(2), place(-6)],
      [1 / 2, "interaction", "need", "stateless"],
    ],
    [
      "hybrid by a single point, though the other sum is larger",
      [need(1), place(-2)],
      [1, "interaction", "need", "stateless"],
    ],
  ])("%s", (_, effects, expected) => {
    const [radius, concern, form, verdict] = expected ?? [];
    expect(stable(...effects)).toEqual(
      expected === null ? nothing : { radius, at: { concern, form }, verdict },
    );
  });
});

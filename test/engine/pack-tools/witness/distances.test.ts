import { describe, expect, it } from "vitest";
import { type Verdict, verdicts } from "../../../../src/engine/model/verdict.js";
import { verdictDistance } from "../../../../src/engine/pack-tools/witness/distances.js";
import { scoreOf } from "../../../../src/engine/score/score.js";
import { allOf, bareRule, type Effect } from "../../bare-pack.js";

const scored = (effects: readonly Effect[]) =>
  scoreOf(
    effects.map((effect, index) => ({ entry: bareRule(`r${index}`, allOf({}), effect), condition: [] })),
  );

type Row = readonly [
  what: string,
  effects: readonly Effect[],
  verdict: Verdict,
  distances: Readonly<Record<Verdict, number>>,
];

describe("the distance to a verdict, in points", () => {
  it.each<Row>([
    [
      // Something has to fire; to bind it takes a point for keeping it and one for binding it.
      "nothing fires",
      [],
      "undecided",
      { undecided: 0, stateless: 1, hybrid: 1 + 1, stateful: 1 + 2 },
    ],
    [
      "another concern is kept while nothing bears on need",
      [{ need: 3, concern: "sync" }],
      "undecided",
      { undecided: 0, stateless: 1 + 3, hybrid: 1, stateful: 1 + 2 },
    ],
    [
      "the conversation has 1 for and 3 against, and 2 more points for binding it",
      [{ need: 1 }, { need: -3 }, { place: 3 }, { place: -1 }],
      "stateless",
      // It takes 3 points to keep it and then 2 to keep it elsewhere, or 1 to keep something else.
      { undecided: 4, stateless: 0, hybrid: 1, stateful: 3 },
    ],
    [
      "the conversation has 1 for and 3 against, and as many points for either place",
      [{ need: 1 }, { need: -3 }, { place: 2 }, { place: -2 }],
      "stateless",
      { undecided: 4, stateless: 0, hybrid: 1, stateful: 3 + 1 },
    ],
    [
      "no other concern may be kept",
      [
        { need: -1 },
        { place: 2 },
        { given: "must-not", concern: "session" },
        { given: "must-not", concern: "workflow" },
        { given: "must-not", concern: "sync" },
      ],
      "stateless",
      { undecided: 1, stateless: 0, hybrid: 2 + 2, stateful: 2 },
    ],
    [
      "the conversation is bound by 4 to 1, and kept by 3 to 1",
      [{ need: 3 }, { need: -1 }, { place: 4 }, { place: -1 }],
      "stateful",
      // To keep the task instead takes 1 point, and 2 to let go of the conversation.
      { undecided: 4, stateless: 2, hybrid: 3, stateful: 0 },
    ],
    [
      "the task is kept beside a bound conversation",
      [{ need: 3 }, { place: 1 }, { need: 2, concern: "workflow" }],
      "stateful",
      { undecided: 3, stateless: 3 + 2, hybrid: 1, stateful: 0 },
    ],
    [
      "the conversation is kept elsewhere by 1 to 2",
      [{ need: 2 }, { place: 1 }, { place: -2 }],
      "hybrid",
      { undecided: 2, stateless: 2, hybrid: 0, stateful: 2 },
    ],
    [
      "only the task is kept, by 2 to 1",
      [{ need: -2 }, { need: 2, concern: "workflow" }, { need: -1, concern: "workflow" }],
      "hybrid",
      { undecided: 2, stateless: 1, hybrid: 0, stateful: 3 + 1 },
    ],
    [
      "the conversation must be kept and bound",
      [{ given: "must" }, { given: "must-bind" }, { need: -2 }],
      "stateful",
      { undecided: 50 + 2, stateless: 50, hybrid: 50, stateful: 0 },
    ],
    [
      "it may not be bound, although it must",
      [{ given: "must" }, { given: "must-bind" }, { given: "may-not-bind" }],
      "hybrid",
      { undecided: 50, stateless: 50, hybrid: 0, stateful: 50 },
    ],
    [
      "it is not to be kept",
      [{ given: "must-not" }, { need: 5 }, { place: 1 }],
      "stateless",
      { undecided: 5 + 50, stateless: 0, hybrid: 1, stateful: 50 },
    ],
    [
      "the conversation must be bound, and is kept by a point",
      [{ need: 1 }, { given: "must-bind" }],
      "stateful",
      // To keep something else takes a point, and to let go of the conversation another.
      { undecided: 1, stateless: 1, hybrid: 1 + 1, stateful: 0 },
    ],
    [
      "a sign-in is kept by 2, and the conversation, with 2 to 1 for binding it, is not",
      [{ need: -1 }, { need: 2, concern: "session" }, { place: 2 }, { place: -1 }],
      "hybrid",
      { undecided: 1, stateless: 2, hybrid: 0, stateful: 2 },
    ],
    [
      "a concern must be kept while nothing bears on the conversation",
      [{ given: "must", concern: "session" }],
      "hybrid",
      { undecided: 50, stateless: 50, hybrid: 0, stateful: 2 },
    ],
  ])("where %s", (_, effects, verdict, distances) => {
    const found = scored(effects);
    expect(found.verdict).toBe(verdict);
    const measured = verdicts.map((wanted) => [wanted, verdictDistance(found, wanted)]);
    expect(Object.fromEntries(measured)).toEqual(distances);
  });
});

import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../../src/engine/model/verdict.js";
import { evidenceDistance, verdictDistance } from "../../../../src/engine/pack-tools/witness/distances.js";
import { verdictOf } from "../../../../src/engine/score/verdict-of.js";

/** need = 2 F − 3 L, bound = 2 N − 3 K, and four points at least. */
const forms = { needStateful: 2, needStateless: 3, boundLive: 2, boundKept: 3, minimumEvidence: 4 };

type Row = readonly [
  what: string,
  points: readonly [live: number, kept: number, stateless: number],
  forbids: string,
  verdict: Verdict,
  distances: Readonly<Record<Verdict, number>>,
];

describe("the distance to a verdict, in points times the factors", () => {
  it.each<Row>([
    [
      "three points short of any: need 2, bound 2",
      [1, 0, 0],
      "",
      "undecided",
      { undecided: 0, stateless: 3 + 3, stateful: 3, hybrid: 3 + 3 },
    ],
    ["need 5, bound 8", [4, 0, 1], "", "stateful", { undecided: 2, stateless: 6, stateful: 0, hybrid: 9 }],
    [
      "the same where a veto makes stateless a hybrid, which is nearer",
      [4, 0, 1],
      "stateless",
      "stateful",
      { undecided: 2, stateless: 6 + 50, stateful: 0, hybrid: 6 },
    ],
    [
      "the same where a veto forbids stateful",
      [4, 0, 1],
      "stateful",
      "hybrid",
      { undecided: 2, stateless: 6, stateful: 50, hybrid: 0 },
    ],
    ["need 8, bound −7", [1, 3, 0], "", "hybrid", { undecided: 1, stateless: 9, stateful: 7, hybrid: 0 }],
    [
      "need −10, bound −3",
      [0, 1, 4],
      "",
      "stateless",
      { undecided: 2, stateless: 0, stateful: 10 + 3, hybrid: 10 },
    ],
    [
      "the same where a veto forbids stateless",
      [0, 1, 4],
      "stateless",
      "hybrid",
      { undecided: 2, stateless: 50, stateful: 10 + 3, hybrid: 0 },
    ],
    [
      "need −7, bound 8, where a veto would make stateful a hybrid",
      [4, 0, 5],
      "stateful",
      "stateless",
      { undecided: 6, stateless: 0, stateful: 7 + 50, hybrid: 7 },
    ],
  ])("%s", (_, [live, kept, stateless], forbids, verdict, distances) => {
    const [forbidsStateless, forbidsStateful] = [forbids === "stateless", forbids === "stateful"];
    expect(verdictOf(forms, live, kept, stateless, forbidsStateless, forbidsStateful)).toBe(verdict);
    const found = { live, kept, stateless, forbidsStateless, forbidsStateful, verdict };
    for (const [wanted, distance] of Object.entries(distances))
      expect(verdictDistance(forms, found, wanted as Verdict), wanted).toBe(distance);
  });
});

it.each([
  [0, 0, { none: 0, live: 1, kept: 1 }],
  [2, 2, { none: 4, live: 0, kept: 1 }],
  [3, 1, { none: 4, live: 0, kept: 3 }],
  [1, 3, { none: 4, live: 2, kept: 0 }],
])("from %i live and %i kept points to each kind of evidence", (live, kept, distances) => {
  const scores = { live, kept, stateful: live + kept, stateless: 9 };
  for (const kind of ["none", "live", "kept"] as const)
    expect(evidenceDistance(scores, kind), kind).toBe(distances[kind]);
});

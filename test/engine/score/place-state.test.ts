import { describe, expect, it } from "vitest";
import type { Placement } from "../../../src/engine/model/pack.js";
import { concerns } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { placeState, withHarmless } from "../../../src/engine/score/place-state.js";
import { score } from "../../../src/engine/score/score.js";
import { minimalPlacements } from "../minimal-placements.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

type Given = Parameters<typeof answersOf>[0];

const pack = smallPack();

function placed(given: Given) {
  const profile = profileOf(pack, answersOf(given));
  return placeState(pack, withHarmless(pack, profile), score(pack, profile.possible));
}

function placesOf(given: Given) {
  const placements = placed(given)?.placements;
  return placements && concerns.map((concern) => placements[concern].id);
}

describe("where state is placed", () => {
  it.each<[what: string, given: Given, ids: readonly string[]]>([
    [
      "nothing kept",
      { style: "apart" },
      ["nothing-there", "session-not-kept", "workflow-not-kept", "sync-not-kept"],
    ],
    [
      "the first of the class whose condition holds",
      { style: "apart", order: "strict" },
      ["given-a-number", "session-not-kept", "workflow-not-kept", "sync-not-kept"],
    ],
    [
      "not one of another class, though its condition holds; a follower is bound",
      { style: "stream", order: "strict" },
      ["on-the-wire", "session-bound", "workflow-not-kept", "sync-not-kept"],
    ],
    [
      "kept elsewhere",
      { style: "stream", kinds: "shops", load: "many" },
      ["interaction-elsewhere", "session-not-kept", "workflow-not-kept", "sync-elsewhere"],
    ],
  ])("%s", (_, given, ids) => {
    expect(placesOf(given)).toEqual(ids);
  });

  it("is not said while the verdict is undecided", () => {
    expect(placed({ kinds: "shops" })).toBeNull();
  });

  it("has a second home if the conversation is bound and the condition of one holds", () => {
    const backing = (given: Given) => placed(given)?.backing?.id ?? null;
    expect(backing({ style: "stream", order: "strict" })).toBe("replayed");
    expect(backing({ style: "stream", order: "any" })).toBeNull();
    expect(backing({ style: "stream" })).toBeNull();
    expect(backing({ style: "apart", order: "strict" })).toBeNull();
  });
});

describe("an open question", () => {
  const open = tinyPack({
    questions: { talk: ["x", "y"], depth: ["none", "deep"], kinds: ["a", "b"], size: ["small", "large"] },
    several: ["kinds"],
    harmless: { depth: "none", kinds: "none", size: "small" },
    rules: [[{ talk: "x" }, { need: -1 }]],
    implied: [["depth", { talk: "x" }, "deep"]],
    parts: {
      placements: [
        placementOf("by-depth", "interaction", { kind: "answer", question: "depth", options: ["none"] }),
        placementOf("by-kind", "session", {
          kind: "not",
          of: { kind: "answer", question: "kinds", options: ["a"] },
        }),
        placementOf("by-size", "workflow", { kind: "answer", question: "size", options: ["small"] }),
        ...minimalPlacements,
      ],
    },
  });
  const ids = (given: Given) => {
    const profile = profileOf(open, answersOf(given));
    const placements = placeState(
      open,
      withHarmless(open, profile),
      score(open, profile.possible),
    )?.placements;
    return placements && concerns.map((concern) => placements[concern].id);
  };

  it("is read as its harmless option, one that takes several as none of them", () => {
    expect(ids({ talk: "x" })).toEqual(["interaction-not-kept", "by-kind", "by-size", "sync-not-kept"]);
  });

  it("is not, once it is answered, be it against an implication", () => {
    expect(ids({ talk: "x", depth: "none", kinds: "a", size: "large" })).toEqual([
      "by-depth",
      "session-not-kept",
      "workflow-not-kept",
      "sync-not-kept",
    ]);
  });

  it("stays open for everything else", () => {
    const profile = profileOf(open, answersOf({ kinds: ["b"] }));
    expect(profile.possible).toEqual([3, 3, 1, 2, 3]);
    expect(withHarmless(open, profile)).toEqual([3, 1, 1, 2, 1]);
  });
});

function placementOf(id: string, concern: Placement["concern"], when: Placement["when"]): Placement {
  return { id, concern, when, place: "request", pattern: null, beside: null, because: "", sources: [] };
}

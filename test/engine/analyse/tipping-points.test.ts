import { describe, expect, it, vi } from "vitest";
import { alternativesOf } from "../../../src/engine/analyse/alternatives.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { concernTippingPointsOf, tippingPointsOf } from "../../../src/engine/analyse/tipping-points.js";
import type { TippingPoint } from "../../../src/engine/model/analysis.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { smallPack } from "../small-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

const yesNo = ["yes", "no"];

/**
 * Questions answered by yes, each yes with so many points against keeping the conversation, and one more with so many
 * for it.
 */
function packOf(against: readonly number[], base: number): CompiledPack {
  const ids = against.map((_, index) => `q${index}`);
  return tinyPack({
    questions: Object.fromEntries([...ids, "base"].map((id) => [id, yesNo])),
    rules: [
      ...against.map((points, index) => [{ [`q${index}`]: "yes" }, { need: -points }] as const),
      [{ base: "yes" }, { need: base }],
    ],
  });
}

function startOf(pack: CompiledPack, given: Parameters<typeof answersOf>[0]) {
  const profile = profileOf(pack, answersOf(given));
  const scenario = Scenario.of(pack, profile);
  return { scenario, alternatives: alternativesOf(pack, profile, scenario) };
}

/** The points found from answers of yes, and the number of changes tried. */
function searched(pack: CompiledPack, most?: number) {
  const change = vi.spyOn(Scenario.prototype, "with");
  const { scenario, alternatives } = startOf(
    pack,
    Object.fromEntries(pack.questions.map(({ id }) => [id, "yes"])),
  );
  const found = tippingPointsOf(scenario, alternatives, most);
  const tried = change.mock.calls.length;
  change.mockRestore();
  return { ...found, tried };
}

function withoutAnswers(...ids: readonly string[]): TippingPoint {
  return { changes: ids.map((question) => ({ question, from: "yes", to: "no" })), verdict: "hybrid" };
}

describe("tipping points", () => {
  // 29 points against 48: without the first two against 28, without any other two against 37 at least.
  const pack = packOf([10, 10, ...new Array<number>(28).fill(1)], 29);
  const pair = withoutAnswers("q0", "q1");

  it("are found without trying sets that cannot be any", () => {
    // All 31 by themselves, then with the first the second.
    expect(searched(pack)).toEqual({ points: [pair], left: 0, complete: true, searched: 2, tried: 32 });
    // No four of thirty answers with two points each leave fewer than 50.
    expect(searched(packOf(new Array<number>(30).fill(2), 50))).toEqual({
      points: [],
      left: 0,
      complete: false,
      searched: 4,
      tried: 31,
    });
  });

  it("are found without beginning sets for which too few answers are left", () => {
    const same = tinyPack({
      questions: { q0: yesNo, q1: yesNo },
      rules: [
        [{ q1: "yes" }, { need: 4 }],
        [{ q1: "no" }, { need: 4 }],
      ],
    });
    // Each by itself, then with the first the second.
    expect(searched(same)).toEqual({ points: [], left: 0, complete: true, searched: 2, tried: 3 });
  });

  it("may hold a change that does no more than stop what another one starts", () => {
    const undoing = tinyPack({
      questions: { q0: yesNo, q1: yesNo, q2: yesNo },
      rules: [
        [{ q0: "yes" }, { need: -5 }],
        [{ q0: "no", q1: "yes" }, { need: -5 }],
        [{ q2: "yes" }, { need: 3 }],
      ],
    });
    // Five points against three, and five others without the first answer; without both, none against three.
    expect(searched(undoing)).toMatchObject({
      points: [withoutAnswers("q0", "q1")],
      complete: true,
      searched: 2,
    });
  });

  it("are all of that size if as much work may be done as it takes, and may be more if less", () => {
    expect(searched(pack, 2)).toMatchObject({ points: [pair], complete: true, searched: 2 });
    expect(searched(pack, 1)).toMatchObject({ points: [], left: 0, complete: false, searched: 1 });
  });

  it("of one change are listed all, however many there are and whatever work may be done", () => {
    const single = packOf(new Array<number>(30).fill(1), 30);
    expect(searched(single, 0)).toEqual({
      points: Array.from({ length: 30 }, (_, index) => withoutAnswers(`q${index}`)),
      left: 0,
      complete: true,
      searched: 1,
      tried: 31,
    });
  });

  it("may lead to too little being known, and away from there", () => {
    const known = tinyPack({ questions: { q0: yesNo }, rules: [[{ q0: "yes" }, { need: -1 }]] });
    expect(searched(known).points).toEqual([{ ...withoutAnswers("q0"), verdict: "undecided" }]);
    const unknown = tinyPack({ questions: { q0: yesNo }, rules: [[{ q0: "no" }, { need: -1 }]] });
    expect(searched(unknown).points).toEqual([{ ...withoutAnswers("q0"), verdict: "stateless" }]);
  });

  it.each([
    [0, true, 0],
    [1, true, 1],
    [3, true, 3],
    [4, true, 4],
    [5, false, 4],
  ])("of %i answers are looked for to the last or up to four (%s)", (count, complete, upTo) => {
    const ids = Array.from({ length: Math.max(count, 1) }, (_, index) => `q${index}`);
    const pack = tinyPack({
      questions: Object.fromEntries(ids.map((id) => [id, yesNo])),
      rules: [
        [{ q0: "yes" }, { need: -1 }],
        [{ q0: "no" }, { need: -2 }],
      ],
    });
    const given = Object.fromEntries(ids.slice(0, count).map((id) => [id, "yes"]));
    const { scenario, alternatives } = startOf(pack, given);
    expect(tippingPointsOf(scenario, alternatives)).toEqual({
      points: [],
      left: 0,
      complete,
      searched: upTo,
    });
  });
});

describe("tipping points of concerns, on the small pack", () => {
  const moves = (given: Parameters<typeof answersOf>[0]) => {
    const { scenario, alternatives } = startOf(smallPack(), given);
    return concernTippingPointsOf(scenario, alternatives).map(({ concern, change, class: to }) => [
      change.question,
      change.to,
      concern,
      to,
    ]);
  };

  it("name each concern that a change moves, in the order of the questions", () => {
    expect(moves({ style: "stream", load: "many" })).toEqual([
      ["style", "apart", "interaction", "not-kept"],
      ["style", "apart", "session", "not-kept"],
      ["style", "steps", "interaction", "not-kept"],
      ["style", "steps", "session", "not-kept"],
      ["style", "steps", "workflow", "elsewhere"],
    ]);
  });

  it("are there though the verdict stays, and though it is undecided", () => {
    // Games in order keep a login and carts a copy; without either it stays undecided.
    expect(moves({ kinds: ["games", "shops"], order: "strict" })).toEqual([
      ["kinds", null, "session", "not-kept"],
      ["kinds", null, "sync", "not-kept"],
      ["order", "any", "session", "not-kept"],
    ]);
  });

  it("follow the conversation: a login on the stream goes to a store if the stream may not be bound", () => {
    // Busy shops: the stream is kept elsewhere, and no login is needed but for games in order.
    expect(moves({ style: "stream", load: "many", kinds: ["games", "shops"], order: "strict" })).toEqual([
      ["style", "apart", "interaction", "not-kept"],
      ["style", "apart", "session", "not-kept"],
      ["style", "steps", "interaction", "not-kept"],
      ["style", "steps", "workflow", "elsewhere"],
      ["load", "few", "interaction", "bound"],
      ["load", "few", "session", "bound"],
      ["load", "some", "interaction", "bound"],
      ["load", "some", "session", "bound"],
      ["kinds", null, "session", "not-kept"],
      ["kinds", null, "interaction", "bound"],
      ["kinds", null, "session", "bound"],
      ["kinds", null, "sync", "not-kept"],
      ["order", "any", "session", "not-kept"],
    ]);
  });
});

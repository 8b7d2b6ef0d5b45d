import { describe, expect, it, vi } from "vitest";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { tippingPointsOf } from "../../../src/engine/analyse/tipping-points.js";
import type { TippingPoint } from "../../../src/engine/model/analysis.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

/** Questions answered by yes; each yes has so many points for stateless, and fewer than `minimumEvidence` are too few. */
function packOf(points: readonly number[], minimumEvidence: number): CompiledPack {
  const ids = points.map((_, index) => `q${index}`);
  return tinyPack({
    questions: Object.fromEntries(ids.map((id) => [id, ["yes", "no"]])),
    rules: points.map((L, index) => [{ [`q${index}`]: "yes" }, { L }]),
    settings: { minimumEvidence },
  });
}

/** The points found, and the number of changes tried. */
function searched(pack: CompiledPack, most?: number) {
  const yes = Object.fromEntries(pack.questions.map(({ id }) => [id, "yes"]));
  const profile = profileOf(pack, answersOf(yes));
  const change = vi.spyOn(Scenario.prototype, "with");
  const found = tippingPointsOf(pack, profile, Scenario.of(pack, profile), most);
  const tried = change.mock.calls.length;
  change.mockRestore();
  return { ...found, tried };
}

function withoutAnswers(...ids: readonly string[]): TippingPoint {
  return { changes: ids.map((question) => ({ question, from: "yes", to: "no" })), verdict: "undecided" };
}

describe("tipping points", () => {
  // 48 points, of which 29 are enough: without the first two it is 28, without any other two 37 at least.
  const pack = packOf([10, 10, ...new Array<number>(28).fill(1)], 29);
  const pair = withoutAnswers("q0", "q1");

  it("are found without trying sets that cannot be any", () => {
    // All thirty by themselves, then the first, and with it the second.
    expect(searched(pack)).toEqual({ points: [pair], left: 0, complete: true, searched: 2, tried: 32 });
    // No four of thirty answers with two points each get below 50.
    expect(searched(packOf(new Array<number>(30).fill(2), 50))).toEqual({
      points: [],
      left: 0,
      complete: false,
      searched: 4,
      tried: 30,
    });
  });

  it("are found without beginning sets for which too few answers are left", () => {
    const yesNo = ["yes", "no"];
    const same = tinyPack({
      questions: { q0: yesNo, q1: yesNo },
      rules: [
        [{ q1: "yes" }, { N: 4 }],
        [{ q1: "no" }, { N: 4 }],
      ],
    });
    // Each by itself, then the first, and with it the second.
    expect(searched(same)).toEqual({ points: [], left: 0, complete: true, searched: 2, tried: 4 });
  });

  it("may hold a change that does no more than stop what another one starts", () => {
    const yesNo = ["yes", "no"];
    const undoing = tinyPack({
      questions: { q0: yesNo, q1: yesNo, q2: yesNo },
      rules: [
        [{ q0: "yes" }, { L: 5 }],
        [{ q0: "no", q1: "yes" }, { L: 5 }],
        [{ q2: "yes" }, { N: 3 }],
      ],
    });
    // Five points against three, and five others without the first answer; without both, three against none.
    expect(searched(undoing)).toMatchObject({
      points: [{ ...withoutAnswers("q0", "q1"), verdict: "stateful" }],
      complete: true,
      searched: 2,
    });
  });

  it("are all of that size if as many changes may be tried as it takes, and may be more if fewer", () => {
    expect(searched(pack, 2)).toMatchObject({ points: [pair], complete: true, searched: 2 });
    expect(searched(pack, 1)).toMatchObject({ points: [], left: 0, complete: false, searched: 1 });
  });

  it("of one change are listed all, however many there are and may be tried", () => {
    const single = packOf(new Array<number>(30).fill(1), 30);
    expect(searched(single, 0)).toEqual({
      points: Array.from({ length: 30 }, (_, index) => withoutAnswers(`q${index}`)),
      left: 0,
      complete: true,
      searched: 1,
      tried: 30,
    });
  });

  it.each([
    [3, true, 3],
    [4, true, 4],
    [5, false, 4],
  ])("of %i answers are looked for to the last or up to four (%s)", (count, complete, upTo) => {
    const ids = Array.from({ length: count }, (_, index) => `q${index}`);
    const pack = tinyPack({
      questions: Object.fromEntries(ids.map((id) => [id, ["yes", "no"]])),
      rules: [
        [{ q0: "yes" }, { L: 1 }],
        [{ q0: "no" }, { L: 2 }],
      ],
    });
    expect(searched(pack)).toMatchObject({ points: [], left: 0, complete, searched: upTo });
  });
});

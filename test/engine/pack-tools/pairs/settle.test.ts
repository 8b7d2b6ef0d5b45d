import { describe, expect, it } from "vitest";
import { OutOfReach, withinReach } from "../../../../src/engine/count/cells.js";
import { settle } from "../../../../src/engine/pack-tools/pairs/settle.js";
import { tinyPack } from "../../tiny-pack.js";

function outOfReach(positions: readonly number[]): OutOfReach {
  const pack = tinyPack({
    questions: {
      talk: ["once", "ways"],
      size: ["large", "small"],
      kinds: ["game", "shop"],
      keep: ["yes", "no"],
    },
    several: ["kinds"],
    rules: [],
  });
  // By position: talk, size, game, shop, keep.
  return new OutOfReach(pack.variables, positions, 1234);
}

describe("what an exhaustive search finds", () => {
  it("is shown, excluded, or unknown where it is out of reach", () => {
    expect(settle(() => "it")).toEqual({ kind: "shown", witness: "it" });
    expect(settle(() => null)).toEqual({ kind: "excluded" });
    const search = () => {
      throw outOfReach([1, 2]);
    };
    expect(settle(search)).toEqual({ kind: "unknown", questions: ["size", "kinds"] });
  });

  it("is no answer to a mistake", () => {
    const search = () => {
      throw new RangeError("a mistake");
    };
    expect(() => settle(search)).toThrow("a mistake");
  });
});

describe("what is out of reach", () => {
  it("names the questions of the largest table once each, in order, and its size", () => {
    const { questions, cells, message } = outOfReach([4, 3, 2]);
    expect(questions.map(({ id }) => id)).toEqual(["kinds", "keep"]);
    expect(cells).toBe(1234);
    expect(message).toBe("exact figures would need tables of 1234 entries");
  });

  it("comes to null, and a mistake to itself", () => {
    expect(withinReach(() => 7n)).toBe(7n);
    expect(
      withinReach(() => {
        throw outOfReach([0]);
      }),
    ).toBeNull();
    expect(() =>
      withinReach(() => {
        throw new RangeError("a mistake");
      }),
    ).toThrow("a mistake");
  });
});

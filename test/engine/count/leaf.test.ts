import { describe, expect, it } from "vitest";
import { leafOf } from "../../../src/engine/count/leaf.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import { narrowed, narrowedAt, type Space } from "../../../src/engine/count/space.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { answersOf, type TinyPack, tinyPack } from "../tiny-pack.js";

const letters = ["a", "b", "c", "d"];

/** Three questions with the options a to d, of which nothing reads the last. */
function spaceOf(more: Partial<TinyPack> = {}, answers: Record<string, string> = {}): Space {
  const pack = tinyPack({
    questions: { p: letters, q: letters, unread: letters },
    rules: [
      [{ p: ["a", "b"] }, { need: 2 }],
      [
        { p: ["b", "c"], q: "a" },
        { need: -1, concern: "session" },
      ],
      [{ q: ["a", "b"] }, { given: "must", concern: "session" }],
    ],
    ...more,
  });
  return openSpaceOf(pack, profileOf(pack, answersOf(answers)));
}

/** The classes of a variable, in letters. */
function classesOf(space: Space, position: number): readonly string[] {
  const { states = [] } = leafOf(space).variables[position] ?? {};
  return states.map((mask) => letters.filter((_, state) => (mask & (1 << state)) !== 0).join("")).toSorted();
}

describe("classes of states", () => {
  it("are told apart by some rule", () => {
    expect(classesOf(spaceOf(), 0)).toEqual(["a", "b", "c", "d"]);
    expect(classesOf(spaceOf(), 1)).toEqual(["a", "b", "cd"]);
    expect(classesOf(spaceOf(), 2)).toEqual(["abcd"]);
  });

  it("are fewer where an answer leaves fewer rules", () => {
    expect(classesOf(spaceOf({}, { q: "d" }), 0)).toEqual(["ab", "cd"]);
    expect(classesOf(spaceOf({}, { p: "a" }), 1)).toEqual(["ab", "cd"]);
  });

  it("are told apart by what an implication rules out", () => {
    const implied = [["unread", { q: "d" }, "b"]] as const;
    expect(classesOf(spaceOf({ implied }), 1)).toEqual(["a", "b", "c", "d"]);
    expect(classesOf(spaceOf({ implied }), 2)).toEqual(["acd", "b"]);
  });
});

describe("readers", () => {
  it("are the concerns that name a variable; what ties variables of several makes them shared", () => {
    // interaction, session, workflow and sync are bits 1, 2, 4 and 8; 16 is across concerns.
    expect(leafOf(spaceOf()).readers).toEqual([1 | 2, 2, 0]);
    // What session alone reads, and what nothing reads, is session's.
    expect(leafOf(spaceOf({ implied: [["unread", { q: "d" }, "b"]] })).readers).toEqual([1 | 2, 2, 2]);
    expect(leafOf(spaceOf({ implied: [["unread", { p: "d" }, "b"]] })).readers).toEqual([1 | 2 | 16, 2, 16]);
  });
});

describe("narrowing", () => {
  it("fixes what is implied, takes away what an implication rules out, and is null where nothing is left", () => {
    const space = spaceOf({ implied: [["unread", { q: "d" }, "b"]] });
    expect(narrowedAt(space, 1, 0b1000)?.domains).toEqual([0b1111, 0b1000, 0b0010]);
    expect(narrowedAt(space, 2, 0b0001)?.domains).toEqual([0b1111, 0b0111, 0b0001]);
    expect(narrowed(space, [0b1111, 0b1000, 0b0001])).toBe(null);
  });

  it("drops rules that can't fire, and keeps apart what fires everywhere", () => {
    const space = narrowedAt(spaceOf(), 0, 0b0001);
    expect(space?.rules.map(({ terms }) => terms)).toEqual([[[{ position: 1, mask: 0b0011 }]]]);
    // Two points for keeping the conversation, which bears on need (bit 4).
    expect(space?.base[0]).toEqual({ need: 2, place: 0, flags: 4 });
    expect(space?.base[1]).toEqual({ need: 0, place: 0, flags: 0 });
  });
});

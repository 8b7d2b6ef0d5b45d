import { describe, expect, it } from "vitest";
import { mutualInformation } from "../../../src/engine/analyse/outlook.js";
import { Budget } from "../../../src/engine/count/budget.js";
import { OutOfReach } from "../../../src/engine/count/cells.js";
import { completionsOf } from "../../../src/engine/count/completions.js";
import { countLeaf } from "../../../src/engine/count/count-leaf.js";
import { openSpaceOf } from "../../../src/engine/count/open-space.js";
import { splitSpace } from "../../../src/engine/count/split-space.js";
import { verdictCounts } from "../../../src/engine/count/whole-space.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { tangledPack } from "../tangled-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

const session = { given: "must", concern: "session" } as const;

/** So many questions with the options a to d, each keeping a session if it is answered by a. */
function independent(count: number): CompiledPack {
  const names = Array.from({ length: count }, (_, index) => `q${index}`);
  return tinyPack({
    questions: Object.fromEntries(names.map((name) => [name, ["a", "b", "c", "d"]])),
    rules: names.map((name) => [{ [name]: "a" }, session] as const),
  });
}

function whole(pack: CompiledPack) {
  return completionsOf(pack, profileOf(pack, answersOf({})));
}

describe("more completions than ordinary numbers count", () => {
  it("are counted exactly", () => {
    // Undecided where no question is answered by a.
    const reach = { stateless: 0n, stateful: 0n, hybrid: 4n ** 60n - 3n ** 60n, undecided: 3n ** 60n };
    expect(whole(independent(60)).reach).toEqual(reach);
    expect(verdictCounts(independent(60))).toEqual(reach);
  });

  it("are counted exactly where nothing reads most of the questions", () => {
    const names = Array.from({ length: 60 }, (_, index) => `q${index}`);
    const pack = tinyPack({
      questions: Object.fromEntries(names.map((name) => [name, ["a", "b", "c"]])),
      rules: [[{ q7: "a" }, session]],
    });
    expect(whole(pack).reach).toEqual({
      stateless: 0n,
      stateful: 0n,
      hybrid: 3n ** 59n,
      undecided: 2n * 3n ** 59n,
    });
  });

  it("tell what an answer is worth", () => {
    // Knowing one of five hundred: as much as nothing, but a number.
    const { answersTo } = whole(independent(500));
    const [question] = independent(500).questions;
    if (question === undefined) throw new Error("no question");
    expect(mutualInformation(answersTo(question))).toBe(0);
  });

  it("are out of reach if ordinary numbers do not even come near", () => {
    expect(() => whole(independent(520))).toThrow(OutOfReach);
    expect(verdictCounts(independent(520)).undecided).toBe(3n ** 520n);
  });
});

describe("out of reach", () => {
  it("names the questions of the largest table, before it is built", () => {
    const error = thrown(() => whole(tangledPack()));
    expect(error.cells).toBeGreaterThan(100_000);
    expect(error.questions.length).toBeGreaterThan(5);
  });

  it("is what takes more steps than there are left, naming the questions of the table that is being built", () => {
    const pack = independent(30);
    const space = openSpaceOf(pack, profileOf(pack, answersOf({})));
    const count = (steps: number) => {
      const [first] = splitSpace(space, new Budget());
      return first === undefined ? null : countLeaf(first.leaf, first.plan, new Budget(steps), false);
    };
    expect(count(10_000)?.ways[0]).toBe(4n ** 30n);
    expect(thrown(() => count(100)).cells).toBeGreaterThan(100);
  });

  it("is over once enough of them are answered", () => {
    const pack = tangledPack();
    const answers = Object.fromEntries(["q1", "q3", "q5", "q7", "q9", "q11"].map((name) => [name, "c"]));
    const { reach } = completionsOf(pack, profileOf(pack, answersOf(answers)));
    // Nothing speaks for keeping anything; undecided is what answers none of six by a before another by b.
    const before = (letters: number): boolean => {
      const list = Array.from({ length: 6 }, (_, index) => Math.floor(letters / 4 ** index) % 4);
      return list.some((letter, index) => letter === 0 && list.slice(index + 1).includes(1));
    };
    const some = Array.from({ length: 4 ** 6 }, (_, letters) => before(letters)).filter(Boolean).length;
    expect(reach).toEqual({
      stateless: BigInt(some),
      stateful: 0n,
      hybrid: 0n,
      undecided: BigInt(4 ** 6 - some),
    });
  });
});

it("a question that nothing reads has as many completions with each answer, and tells nothing", () => {
  const pack = tinyPack({
    questions: { read: ["a", "b", "c"], unread: ["x", "y"] },
    rules: [[{ read: "a" }, session]],
  });
  const [read, unread] = pack.questions;
  if (read === undefined || unread === undefined) throw new Error("no question");
  const { answersTo } = whole(pack);
  expect(answersTo(unread)).toEqual([
    { stateless: 0, stateful: 0, hybrid: 1, undecided: 2 },
    { stateless: 0, stateful: 0, hybrid: 1, undecided: 2 },
  ]);
  // b and c are told apart by nothing, and are still two answers.
  expect(answersTo(read)).toEqual([
    { stateless: 0, stateful: 0, hybrid: 2, undecided: 0 },
    { stateless: 0, stateful: 0, hybrid: 0, undecided: 2 },
    { stateless: 0, stateful: 0, hybrid: 0, undecided: 2 },
  ]);
  expect(mutualInformation(answersTo(unread))).toBe(0);
});

function thrown(calculate: () => unknown): OutOfReach {
  try {
    calculate();
  } catch (error) {
    if (error instanceof OutOfReach) return error;
  }
  throw new Error("nothing is out of reach");
}

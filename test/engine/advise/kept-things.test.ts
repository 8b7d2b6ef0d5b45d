import { describe, expect, it } from "vitest";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect } from "../bare-pack.js";
import { smallPack } from "../small-pack.js";
import { answersOf } from "../tiny-pack.js";
import { recommended } from "./recommended.js";

/** What is kept where rules with these nouns and effects fire. */
function kept(...rules: readonly (readonly [keeps: string | null, effect: Effect])[]): readonly string[] {
  const when = allOf({ q: "x" });
  const pack = compiled(
    barePack({
      questions: [bareQuestion("q", ["x", "y"])],
      rules: rules.map(([keeps, effect], index) => ({ ...bareRule(`r${index}`, when, effect), keeps })),
    }),
  );
  return recommended(pack, answersOf({ q: "x" }), false).keeps;
}

describe("what is kept", () => {
  it("is named by the fired musts of a concern, in the pack's order", () => {
    expect(
      kept(
        ["the talk", { need: 5 }],
        ["the lock", { given: "must" }],
        [null, { given: "must" }],
        ["the queue", { given: "must" }],
      ),
    ).toEqual(["the lock", "the queue"]);
  });

  it("is not named by points that come out against keeping it", () => {
    const must = ["the lock", { given: "must" }] as const;
    expect(kept(["the talk", { need: 2 }], [null, { need: -2 }], must)).toEqual(["the lock"]);
    expect(kept(["the talk", { need: 2 }], [null, { need: -1 }], must)).toEqual(["the lock", "the talk"]);
    expect(kept(["the talk", { need: -1 }], [null, { need: 2 }], must)).toEqual(["the lock"]);
  });

  it("is not named by points where it is banned beside its musts, or where there are two of these", () => {
    const rules = [
      ["the talk", { need: 2 }],
      ["the lock", { given: "must" }],
    ] as const;
    expect(kept(...rules, [null, { given: "must-not" }])).toEqual(["the lock"]);
    expect(kept(...rules, ["the queue", { given: "must" }])).toEqual(["the lock", "the queue"]);
  });

  it("is named by the heaviest rule that says it, where no must does", () => {
    expect(
      kept(
        ["a little", { need: 1 }],
        ["the most", { need: 3 }],
        ["as much", { need: 3 }],
        [null, { need: 5 }],
        [null, { given: "must" }],
      ),
    ).toEqual(["the most"]);
  });

  it("has a name of its own for a concern of which no rule says it", () => {
    expect(
      kept(
        [null, { given: "must", concern: "sync" }],
        [null, { need: 2, concern: "workflow" }],
        [null, { need: 2, concern: "session" }],
        [null, { given: "must" }],
      ),
    ).toEqual(["the conversation", "the login", "the task under way", "the state of each copy"]);
  });

  it("is nothing of a concern that comes out as not kept, whatever its rules would keep", () => {
    expect(
      kept(
        ["the login", { need: 2, concern: "session" }],
        [null, { given: "must-not", concern: "session" }],
        ["the cart", { need: 1, concern: "workflow" }],
        [null, { need: -1, concern: "workflow" }],
        [null, { given: "must", concern: "sync" }],
      ),
    ).toEqual(["the state of each copy"]);
  });

  it("is not a login that only goes with a bound conversation", () => {
    expect(kept(["the stream", { need: 1 }], [null, { place: 1 }], [null, { follows: "session" }])).toEqual([
      "the stream",
    ]);
  });

  it("is said once, also where two concerns keep the same", () => {
    expect(
      kept(
        ["the transaction", { given: "must", concern: "workflow" }],
        ["the transaction", { given: "must" }],
        ["the copy", { need: 1, concern: "sync" }],
      ),
    ).toEqual(["the transaction", "the copy"]);
  });

  it("is in the order of the concerns on the small pack, musts before heavier points", () => {
    const given = { style: "stream", kinds: ["games", "shops"], order: "strict" };
    expect(recommended(smallPack(), answersOf(given)).keeps).toEqual([
      "the order of the stream",
      "the stream",
      "the login",
      "the cart",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { diffJson } from "../../../../src/engine/pack-tools/diff/diff-json.js";
import { diffPacks, type PackDiff } from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import { diffText, diffWitnesses } from "../../../../src/engine/pack-tools/diff/diff-text.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";
import { tangledPack } from "../../tangled-pack.js";
import { answersOf } from "../../tiny-pack.js";
import {
  bulk,
  heavier,
  line,
  movesOf,
  recorded,
  type Swap,
  shopsRemember,
  wider,
  withoutAlone,
  withoutFollowing,
  withoutLiveGames,
} from "./small-changes.js";

const before = smallPack();
const moreBinding: Swap = ["held-open: { points: 2", "held-open: { points: 3"];

describe("replaying", () => {
  it("says which recorded verdicts move, from what to what, and by which change", () => {
    const longer = ["because: A stream is held.", "because: A stream is held open."] as const;
    const diff = diffPacks(before, changedPack(heavier, longer), [
      recorded("few", { style: "stream", load: "few" }),
      recorded("many", { style: "stream", load: "many" }),
    ]);
    expect(movesOf(diff)).toEqual([["many", "stateful", "hybrid", ["crowds"]]]);
  });

  it("tells the change that moves a verdict from those that only come with it", () => {
    const diff = diffPacks(before, changedPack(heavier, wider), [
      recorded("apart", { style: "apart", load: "many" }),
      recorded("many", { style: "stream", load: "many" }),
    ]);
    expect(movesOf(diff)).toEqual([
      ["apart", "stateless", "hybrid", ["steps-remembered"]],
      ["many", "stateful", "hybrid", ["crowds"]],
    ]);
  });

  it.each<[string, Swap, object, string, string]>([
    ["points", heavier, { style: "stream", load: "some" }, "stateful", "hybrid"],
    ["a condition", wider, { style: "apart" }, "stateless", "hybrid"],
    ["a rule less", withoutAlone, { style: "apart" }, "stateless", "undecided"],
    ["a given more", shopsRemember, { kinds: "shops" }, "undecided", "hybrid"],
  ])("finds by itself the fewest answers whose verdict moves by %s", (_, swap, answers, old, now) => {
    const { moves, witnesses, changes } = diffPacks(before, changedPack(swap), []);
    expect(witnesses.map((each) => plainAnswers(each.answers))).toEqual([answers]);
    expect(moves).toEqual([
      {
        recorded: { kind: "witness", name: changes[0]?.id, answers: witnesses[0]?.answers },
        before: old,
        after: now,
        by: changes,
      },
    ]);
  });

  it("finds a verdict that a given less moves where the points are for the other side", () => {
    // By points a stream of many is not bound in either: 2 for it, 4 against.
    const { moves } = diffPacks(changedPack(heavier), changedPack(heavier, withoutLiveGames), []);
    expect(
      moves.map(({ recorded: { answers }, before: old, after: now }) => [plainAnswers(answers), old, now]),
    ).toEqual([[{ style: "stream", load: "some", kinds: "games" }, "stateful", "hybrid"]]);
    expect(moves[0]?.by.map(({ id }) => id)).toEqual(["games-are-live"]);
  });

  it("numbers the answers of every verdict that moves", () => {
    const many = recorded("many", { style: "stream", load: "many" });
    const diff = diffPacks(before, changedPack(heavier, wider), [many]);
    expect(diffWitnesses(diff)).toEqual([
      { name: "move-1", shows: "case many: stateful becomes hybrid", answers: many.answers },
      {
        name: "move-2",
        shows: "witness steps-remembered: stateless becomes hybrid",
        answers: answersOf({ style: "apart" }),
      },
      {
        name: "move-3",
        shows: "witness crowds: stateful becomes hybrid",
        answers: answersOf({ style: "stream", load: "some" }),
      },
    ]);
  });
});

describe("state that moves although the verdict stays", () => {
  const placeMovesOf = ({ placeMoves }: PackDiff) =>
    placeMoves.map(({ recorded: { name }, concern, before: old, after: now }) => [name, concern, old, now]);

  it("is that of a follower that does not follow any more", () => {
    const diff = diffPacks(before, changedPack(withoutFollowing), [
      recorded("held", { style: "stream", load: "few" }),
      recorded("apart", { style: "apart" }),
    ]);
    expect(diff.moves).toEqual([]);
    expect(placeMovesOf(diff).filter(([name]) => name !== "login-on-stream")).toEqual([
      [
        "held",
        "session",
        { placement: "session-bound", place: "connection" },
        { placement: "session-not-kept", place: "nowhere" },
      ],
    ]);
  });

  it("is that of another placement, or of another place of the same", () => {
    const elsewhere: Swap = [
      "given-a-number: { concern: interaction, when: { order: strict }, place: request, pattern: numbered",
      "given-a-number: { concern: interaction, when: { order: strict }, place: nowhere",
    ];
    const strict = recorded("strict", { style: "apart", order: "strict" });
    const numbered = { placement: "given-a-number", place: "request" };
    expect(placeMovesOf(diffPacks(before, changedPack(elsewhere), [strict]))[0]).toEqual([
      "strict",
      "interaction",
      numbered,
      { placement: "given-a-number", place: "nowhere" },
    ]);
    expect(placeMovesOf(diffPacks(before, changedPack([line("given-a-number"), ""]), [strict]))[0]).toEqual([
      "strict",
      "interaction",
      numbered,
      { placement: "nothing-there", place: "nowhere" },
    ]);
  });

  it("is not told of answers whose verdict moves", () => {
    const diff = diffPacks(before, changedPack(heavier), [
      recorded("many", { style: "stream", load: "many" }),
    ]);
    expect(diff.placeMoves).toEqual([]);
  });
});

describe("what is known of answers that were not replayed", () => {
  /** The end of the report, on one line. */
  const lastWords = (diff: PackDiff) =>
    diffText(diff, plainStyle).replaceAll("\n", " ").trim().split(" replayed: ").at(-1);

  it("is a verdict that several changes move only together", () => {
    // 3 for binding it and 1 against, then 2 and 2.
    const [old, now] = [
      changedPack(moreBinding),
      changedPack(["crowds: { points: -1", "crowds: { points: -2"]),
    ];
    const { moves, certainty, replayed, witnesses } = diffPacks(old, now, []);
    expect(certainty).toBe("moves");
    expect(replayed).toBe(witnesses.length + 1);
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({
      recorded: { kind: "witness", name: "all-changes" },
      before: "stateful",
      after: "hybrid",
      by: [{ id: "held-open" }, { id: "crowds" }],
    });
    expect([
      { style: "stream", load: "some" },
      { style: "stream", load: "many" },
    ]).toContainEqual(plainAnswers(moves[0]?.recorded.answers ?? new Map()));
  });

  it("is that no verdict moves, if none does", () => {
    const diff = diffPacks(before, changedPack(moreBinding), []);
    expect([diff.moves, diff.certainty]).toEqual([[], "nothing-moves"]);
    expect(lastWords(diff)).toBe("0 verdicts change. No verdict changes on any answers.");
  });

  it("is nothing if the versions differ in their questions", () => {
    const diff = diffPacks(before, changedPack(bulk), []);
    expect([diff.moves, diff.certainty]).toEqual([[], null]);
    expect(lastWords(diff)).toBe(
      "0 verdicts change. As the questions differ, other answers were not searched.",
    );
  });

  it("is nothing if the questions are tied too closely to search them all", () => {
    // All points are against keeping it, so more of them move nothing; but that is not proved.
    const against = (need: number) => tangledPack({ rules: [[{ q2: "d" }, { need }]] });
    const diff = diffPacks(against(-1), against(-2), []);
    expect(diff.certainty).toBe("unknown");
    expect(lastWords(diff)).toBe(
      "0 verdicts change. Not all answers could be searched, so others may change.",
    );
  });

  it("is that nothing moves if nothing changed", () => {
    const diff = diffPacks(before, changedPack(["version: 1.2.3", "version: 1.3.0"]), []);
    expect([diff.changes, diff.moves, diff.placeMoves, diff.replayed]).toEqual([[], [], [], 0]);
    expect(diffText(diff, plainStyle)).toBe(
      `
small 1.2.3 to small 1.3.0

Changes
  none

Verdicts that change
  none

0 sets of answers replayed: 0 verdicts change. No verdict changes on any
answers.
`.slice(1),
    );
  });
});

describe("the difference of two packs", () => {
  const after = changedPack(heavier, shopsRemember, withoutFollowing, [
    "reconsider: order",
    "reconsider: style",
  ]);
  const difference = () =>
    diffPacks(before, after, [
      recorded("many-streams", { style: "stream", load: "many" }),
      recorded("few-streams", { style: "stream", load: "few" }),
    ]);

  it("reads as text", async () => {
    await expect(diffText(difference(), plainStyle)).toMatchFileSnapshot("golden/diff.txt");
  });

  it("says the same as JSON", () => {
    const diff = difference();
    const report = JSON.parse(diffJson(diff, plainStyle));
    expect(report).toMatchObject({
      version: 2,
      before: { name: "small", version: "1.2.3" },
      after: { name: "small", version: "1.2.3" },
      replayed: diff.replayed,
      certainty: "moves",
    });
    expect(report.changes).toEqual(diff.changes);
    expect(report.moves.map(({ name }: { name: string }) => name)).toEqual(
      diff.moves.map((move) => move.recorded.name),
    );
    expect(report.moves[0]).toEqual({
      kind: "case",
      name: "many-streams",
      before: "stateful",
      after: "hybrid",
      by: ["crowds"],
      witness: { style: "stream", load: "many" },
    });
    expect(report.placeMoves[0]).toEqual({
      kind: "case",
      name: "few-streams",
      concern: "session",
      before: { placement: "session-bound", place: "connection" },
      after: { placement: "session-not-kept", place: "nowhere" },
      witness: { style: "stream", load: "few" },
    });
  });
});

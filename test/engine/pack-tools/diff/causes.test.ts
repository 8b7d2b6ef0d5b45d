import { describe, expect, it } from "vitest";
import { run } from "../../../../src/engine/pack-tools/cases/run-case.js";
import { diffPacks } from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import { diffText } from "../../../../src/engine/pack-tools/diff/diff-text.js";
import { sameQuestions } from "../../../../src/engine/pack-tools/diff/with-change.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";
import { bulk, heavier, impliedStrict, movesOf, recorded } from "./small-changes.js";

const many = recorded("a", { style: "stream", load: "many" });

describe("the changes that move a verdict", () => {
  it("are all those of which each alone would", () => {
    // 2 for binding it and 1 against; then 1 and 1, or 2 and 4.
    const after = changedPack(heavier, ["held-open: { points: 2", "held-open: { points: 1"]);
    const diff = diffPacks(smallPack(), after, [many]);
    expect(movesOf(diff)).toEqual([["a", "stateful", "hybrid", ["held-open", "crowds"]]]);
    expect(diffText(diff, plainStyle)).toContain("because of held-open (changed), crowds (changed)");
  });

  it("are those that do so together, and none besides, though others fire", () => {
    // 3 for binding it and 1 against; then 2 and 2.
    const old = changedPack(["held-open: { points: 2", "held-open: { points: 3"]);
    const now = changedPack(
      ["crowds: { points: -1", "crowds: { points: -2"],
      ["streams: { concern: interaction, points: 3", "streams: { concern: interaction, points: 4"],
    );
    expect(movesOf(diffPacks(old, now, [many]))).toEqual([
      ["a", "stateful", "hybrid", ["held-open", "crowds"]],
    ]);
  });

  it("are all that fires in either if the versions do not ask the same", () => {
    const [old, now] = [
      smallPack(),
      changedPack(
        bulk,
        ["streams: { concern: interaction, points: 3", "streams: { concern: interaction, points: 4"],
        ["alone: { concern: interaction, points: -3", "held: { concern: interaction, points: 4"],
        heavier,
      ),
    ];
    const diff = diffPacks(old, now, [recorded("a", { style: "apart", load: "many" })]);
    expect(movesOf(diff)).toEqual([["a", "stateless", "hybrid", ["alone", "held", "crowds"]]]);
    expect(diff.witnesses.map(({ change }) => change.id)).toEqual(["alone", "streams", "held", "crowds"]);
    for (const { change, answers } of diff.witnesses) {
      expect(run(change.change === "removed" ? old : now, answers).fired.has(change.id)).toBe(true);
    }
  });

  it("are none where an implication moves it", () => {
    // With the sign-in free to be kept, games in strict order keep it.
    const free = ["nobody-stays: { concern: session", "nobody-stays: { concern: sync"] as const;
    const [old, now] = [changedPack(free), changedPack(free, impliedStrict)];
    expect(sameQuestions(old, now)).toBe(false);
    const diff = diffPacks(old, now, [recorded("a", { style: "apart", kinds: "games" })]);
    expect(movesOf(diff)).toEqual([["a", "stateless", "hybrid", []]]);
    const text = diffText(diff, plainStyle);
    expect(text).toContain("Changes\n  • order (question changed): implied any when style is apart becomes");
    expect(text).toContain("because of changed questions or implications");
    expect(text).toContain("1 set of answers replayed: 1 verdict changes.\n");
  });
});

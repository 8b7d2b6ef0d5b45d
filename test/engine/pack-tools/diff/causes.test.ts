import { describe, expect, it } from "vitest";
import type { Answer, Answers } from "../../../../src/engine/model/answers.js";
import { run } from "../../../../src/engine/pack-tools/cases/run-case.js";
import { diffJson } from "../../../../src/engine/pack-tools/diff/diff-json.js";
import {
  diffPacks,
  type PackDiff,
  type Recorded,
} from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import { diffText } from "../../../../src/engine/pack-tools/diff/diff-text.js";
import { packChanges } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import { sameQuestions } from "../../../../src/engine/pack-tools/diff/with-change.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";

const chosen = (...options: readonly string[]): Answer => ({ kind: "chosen", options, note: null });
const recorded = (name: string, answers: Record<string, Answer>): Recorded => ({
  kind: "case",
  name,
  answers: new Map(Object.entries(answers)),
});
const crowds = "favours: stateless, weight: 1";
const evidence = "minimum-evidence: 2";

/** The moves of recorded answers: from what to what, and by which changes. */
const movesOf = ({ moves }: PackDiff) =>
  moves
    .filter(({ recorded: { kind } }) => kind === "case")
    .map(({ recorded: { name }, before, after, by }) => [name, before, after, by.map(({ id }) => id)]);

describe("the changes that move a verdict", () => {
  it("are all those of which each alone would", () => {
    const after = changedPack(
      [crowds, "favours: stateless, weight: 4"],
      [evidence, "minimum-evidence: 1\n  need-boundary: 0.1"],
    );
    const diff = diffPacks(smallPack(), after, [recorded("a", { load: chosen("many") })]);
    expect(movesOf(diff)).toEqual([["a", "undecided", "stateless", ["crowds", "minimum-evidence"]]]);
    expect(diffText(diff, plainStyle)).toContain("because of crowds (changed), minimum-evidence (changed)");
  });

  it("are those that do so together, and none besides", () => {
    const old = changedPack([evidence, "minimum-evidence: 4\n  need-boundary: 0.4"]);
    const now = changedPack(
      [crowds, "favours: stateless, weight: 3"],
      [evidence, "minimum-evidence: 3\n  need-boundary: 0.5"],
    );
    expect(movesOf(diffPacks(old, now, [recorded("a", { load: chosen("many") })]))).toEqual([
      ["a", "undecided", "stateless", ["crowds", "minimum-evidence"]],
    ]);
  });

  it("are thresholds and all that fires in either if the versions do not ask the same", () => {
    const [old, now] = [
      smallPack(),
      changedPack(
        ["      stream: { label", "      bulk: { label: Bulk, help: Much at once. }\n      stream: { label"],
        ["weight: { live: 3 }", "weight: { live: 4 }"],
        [
          "alone: { when: { style: apart }, favours: stateless, weight: 3",
          "held: { when: { style: apart }, favours: stateful, weight: { kept: 4 }",
        ],
        [crowds, "favours: stateless, weight: 4"],
        [evidence, "minimum-evidence: 3"],
      ),
    ];
    const diff = diffPacks(old, now, [recorded("a", { style: chosen("apart"), load: chosen("many") })]);
    expect(movesOf(diff)).toEqual([
      ["a", "stateless", "hybrid", ["alone", "held", "crowds", "minimum-evidence"]],
    ]);
    expect(diff.witnesses.map(({ change }) => change.id).sort()).toEqual([
      "alone",
      "crowds",
      "held",
      "streams",
    ]);
    for (const { change, answers } of diff.witnesses) {
      expect(run(change.change === "removed" ? old : now, answers).fired.has(change.id)).toBe(true);
    }
  });

  it("are none where an implication moves it", () => {
    const now = changedPack([
      "{ when: { style: apart }, answer: any,",
      "{ when: { style: apart }, answer: strict,",
    ]);
    expect(sameQuestions(smallPack(), now)).toBe(false);
    const answers = { style: chosen("apart"), kinds: chosen("games") };
    const diff = diffPacks(smallPack(), now, [recorded("a", answers)]);
    expect(movesOf(diff)).toEqual([["a", "stateless", "hybrid", []]]);
    const text = diffText(diff, plainStyle);
    expect(text).toContain("Changes that can affect verdicts\n  none\n");
    expect(text).toContain("because of changed questions or implications");
    expect(text).toContain("1 set of answers replayed: 1 verdict changes.");
  });

  it("are said to be none, as are the moves if nothing changed", () => {
    const diff = diffPacks(smallPack(), changedPack(["version: 1.2.3", "version: 1.3.0"]), []);
    expect(diffText(diff, plainStyle)).toBe(
      "small 1.2.3 to small 1.3.0\n\nChanges that can affect verdicts\n  none\n\nVerdicts that change\n  none\n\n0 sets of answers replayed: 0 verdicts change.\n",
    );
    expect(JSON.parse(diffJson(diff, plainStyle))).toMatchObject({
      before: { name: "small", version: "1.2.3" },
      after: { name: "small", version: "1.3.0" },
    });
  });

  it("name all that differs in an entry, and thresholds as packs write them", () => {
    const old = changedPack([evidence, "minimum-evidence: 2\n  need-boundary: 0.4\n  bound-boundary: 0.7"]);
    const now = changedPack(
      [
        "when: { style: steps }, favours: stateful, weight: { kept: 2 }",
        "when: { style: apart }, favours: stateful, weight: { kept: 3 }",
      ],
      [evidence, "minimum-evidence: 2\n  need-boundary: 0.5\n  bound-boundary: 0.9"],
    );
    expect(packChanges(old.source, now.source).map(({ words }) => words)).toEqual([
      "2 kept for stateful becomes 3 kept for stateful; style is steps becomes style is apart",
      "0.4 becomes 0.5",
      "0.7 becomes 0.9",
    ]);
  });
});

describe("recorded answers", () => {
  it("are the same in any order, and with what is unsure left out", () => {
    const pack = smallPack();
    const same: readonly Recorded[] = [
      recorded("a", { style: chosen("steps"), kinds: chosen("games", "shops") }),
      recorded("b", { kinds: chosen("shops", "games"), style: chosen("steps") }),
      recorded("c", {
        style: chosen("steps"),
        kinds: chosen("games", "shops"),
        load: { kind: "unsure", note: null },
      }),
    ];
    expect(diffPacks(pack, pack, same).replayed).toBe(1);
  });

  it("count in a version as far as it knows their questions and options", () => {
    const now = changedPack(
      ["      shops: { label", "      toys: { label: Toys, help: Toys. }\n      shops: { label"],
      ["favours: stateful, weight: { live: 1, kept: 2 }", "favours: stateless, weight: 3"],
    );
    // Before: b = 1, h = 1/3.
    const answers: Answers = recorded("a", {
      kinds: chosen("toys", "games"),
      order: chosen("strict"),
      weather: chosen("fine"),
      load: { kind: "unsure", note: null },
    }).answers;
    const [[, before, after] = []] = movesOf(
      diffPacks(smallPack(), now, [{ kind: "case", name: "a", answers }]),
    );
    expect([before, after]).toEqual(["hybrid", "stateless"]);
  });
});

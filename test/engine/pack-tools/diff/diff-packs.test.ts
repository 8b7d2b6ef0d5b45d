import { describe, expect, it } from "vitest";
import type { Answers } from "../../../../src/engine/model/answers.js";
import { diffJson } from "../../../../src/engine/pack-tools/diff/diff-json.js";
import { diffPacks, type Recorded } from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import { diffText, diffWitnesses } from "../../../../src/engine/pack-tools/diff/diff-text.js";
import { packChanges } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import { sameQuestions } from "../../../../src/engine/pack-tools/diff/with-change.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack, smallPackText } from "../../small-pack.js";

const before = smallPack();

const heavier = [
  "when: { load: { at-least: some } }, favours: stateless, weight: 1",
  "when: { load: { at-least: some } }, favours: stateless, weight: 4",
] as const;
const wider = [
  "steps-remembered: { when: { style: steps }",
  "steps-remembered: { when: { style: [steps, apart] }",
] as const;
const stricter = ["minimum-evidence: 2", "minimum-evidence: 3"] as const;
const dropped = [/ {2}alone: .*\n/.exec(smallPackText)?.[0] ?? "", ""] as const;
const unvetoed = [/vetoes:\n.*\n/.exec(smallPackText)?.[0] ?? "", ""] as const;
const added = [
  "\nvetoes:\n",
  "\n  shops: { when: { kinds: shops }, favours: stateful, weight: { kept: 4 }, concern: session, because: Shops., sources: [claim] }\nvetoes:\n",
] as const;
const longer = ["because: A stream is held.", "because: A stream is held open."] as const;

const given = (answers: Record<string, string>): Answers =>
  new Map(
    Object.entries(answers).map(([id, option]) => [id, { kind: "chosen", options: [option], note: null }]),
  );
const recorded = (name: string, answers: Record<string, string>): Recorded => ({
  kind: "case",
  name,
  answers: given(answers),
});

describe("what changed", () => {
  it.each([
    [
      "a weight",
      heavier,
      { kind: "rule", id: "crowds", change: "changed", words: "1 for stateless becomes 4 for stateless" },
    ],
    [
      "a condition",
      wider,
      {
        kind: "rule",
        id: "steps-remembered",
        change: "changed",
        words: "style is steps becomes style is steps or apart",
      },
    ],
    [
      "a threshold",
      stricter,
      { kind: "threshold", id: "minimum-evidence", change: "changed", words: "2 becomes 3" },
    ],
    [
      "a rule less",
      dropped,
      { kind: "rule", id: "alone", change: "removed", words: "3 for stateless when style is apart" },
    ],
    [
      "a veto less",
      unvetoed,
      {
        kind: "veto",
        id: "stream-needs-state",
        change: "removed",
        words: "rules out pure stateless when style is stream",
      },
    ],
    [
      "a rule more",
      added,
      { kind: "rule", id: "shops", change: "added", words: "4 kept for stateful when kinds includes shops" },
    ],
  ])("names %s", (_, swap, change) => {
    const [only, ...more] = packChanges(before.source, changedPack(swap).source);
    expect(more).toEqual([]);
    expect(only).toEqual(change);
  });

  it("passes over what bears on no verdict", () => {
    expect(packChanges(before.source, changedPack(longer).source)).toEqual([]);
  });
});

describe("replaying", () => {
  it("says which recorded verdicts move, from what to what, and by which change", () => {
    const diff = diffPacks(before, changedPack(heavier, longer), [
      recorded("few", { style: "stream", load: "few" }),
      recorded("many", { style: "stream", load: "many" }),
    ]);
    const moves = diff.moves.filter(({ recorded: { kind } }) => kind === "case");
    expect(
      moves.map(({ recorded: { name }, before: old, after: now, by }) => [
        name,
        old,
        now,
        by.map(({ id }) => id),
      ]),
    ).toEqual([["many", "stateful", "hybrid", ["crowds"]]]);
  });

  it("tells the changes that move a verdict from those that only come with them", () => {
    const diff = diffPacks(before, changedPack(heavier, stricter), [
      recorded("steps", { style: "steps", load: "few" }),
      recorded("many", { style: "stream", load: "many" }),
    ]);
    const causes = new Map(diff.moves.map(({ recorded: { name }, by }) => [name, by.map(({ id }) => id)]));
    expect(causes.get("steps")).toEqual(["minimum-evidence"]);
    expect(causes.get("many")).toEqual(["crowds"]);
  });

  it.each([
    ["a weight", heavier],
    ["a condition", wider],
    ["a threshold", stricter],
    ["a rule less", dropped],
    ["a rule more", added],
  ])("finds answers by itself whose verdict %s moves", (_, swap) => {
    const { moves, witnesses } = diffPacks(before, changedPack(swap), []);
    expect(witnesses).toHaveLength(1);
    expect(moves.map(({ recorded: { kind } }) => kind)).toEqual(["witness"]);
    expect(moves[0]?.by).toEqual(witnesses.map(({ change }) => change));
  });

  it("finds a verdict that a veto less moves where points alone would not", () => {
    const heavyBefore = changedPack(heavier);
    const { moves } = diffPacks(heavyBefore, changedPack(heavier, unvetoed), [
      recorded("many", { style: "stream", load: "many" }),
    ]);
    expect(moves.map(({ recorded: { name }, before: old, after: now }) => [name, old, now])).toContainEqual([
      "many",
      "hybrid",
      "stateless",
    ]);
    for (const { by } of moves)
      expect(by.map(({ kind, id }) => [kind, id])).toEqual([["veto", "stream-needs-state"]]);
  });

  // b = 1/3 on the first answers, h = 2/3 on the second.
  it.each([
    ["need-boundary", 0.5, { style: "steps", load: "many" }, "hybrid", "stateless"],
    ["bound-boundary", 0.9, { style: "stream", kinds: "games", order: "strict" }, "stateful", "hybrid"],
  ])("tells that %s moves a verdict, and no other threshold that changed", (id, value, answers, old, now) => {
    const after = changedPack(["minimum-evidence: 2", `minimum-evidence: 1\n  ${id}: ${value}`]);
    const { changes, moves } = diffPacks(before, after, [recorded("a", answers)]);
    expect(changes.map((change) => change.id)).toContain("minimum-evidence");
    expect(
      moves
        .filter(({ recorded: { name } }) => name === "a")
        .map((move) => [move.before, move.after, move.by.map((change) => change.id)]),
    ).toEqual([[old, now, [id]]]);
  });

  it("numbers the answers of every verdict that moves", () => {
    const answers = { style: "stream", load: "many" };
    const diff = diffPacks(before, changedPack(heavier), [recorded("many", answers)]);
    expect(diffWitnesses(diff)[0]).toEqual({
      name: "move-1",
      shows: "case many: stateful becomes hybrid",
      answers: given(answers),
    });
    expect(diffWitnesses(diff).map(({ name }) => name)).toEqual(diff.moves.map((_, at) => `move-${at + 1}`));
  });

  it("replays the same answers once", () => {
    const same = { style: "steps", load: "few" };
    expect(diffPacks(before, before, [recorded("a", same), recorded("b", same)]).replayed).toBe(1);
  });

  it("moves nothing if nothing changed", () => {
    const diff = diffPacks(before, smallPack(), [recorded("a", { style: "steps" })]);
    expect([diff.changes, diff.moves, diff.replayed]).toEqual([[], [], 1]);
  });

  it("takes answers that one version does not know as not given there", () => {
    const asksMore = changedPack(
      [
        "      stream: { label: Streaming",
        "      bulk: { label: Bulk, help: Much at once. }\n      stream: { label: Streaming",
      ],
      ["alone: { when: { style: apart }", "alone: { when: { style: [apart, bulk] }"],
    );
    expect(sameQuestions(before, asksMore)).toBe(false);
    const diff = diffPacks(before, asksMore, [recorded("bulk", { style: "bulk" })]);
    expect(
      diff.moves.map(({ recorded: { name }, before: old, after: now }) => [name, old, now]),
    ).toContainEqual(["bulk", "undecided", "stateless"]);
  });
});

describe("the difference of two packs", () => {
  const difference = () =>
    diffPacks(before, changedPack(heavier, added), [
      recorded("many-streams", { style: "stream", load: "many" }),
    ]);

  it("reads as text", async () => {
    await expect(diffText(difference(), plainStyle)).toMatchFileSnapshot("golden/diff.txt");
  });

  it("says the same as JSON", () => {
    const diff = difference();
    const report = JSON.parse(diffJson(diff, plainStyle));
    expect(report.replayed).toBe(diff.replayed);
    expect(report.moves.map(({ name }: { name: string }) => name)).toEqual(
      diff.moves.map((move) => move.recorded.name),
    );
    expect(report.moves[0]).toMatchObject({
      kind: "case",
      before: "stateful",
      after: "hybrid",
      by: ["crowds"],
    });
  });

  it("takes an answer as not given of whose options one version knows none, and else keeps those that it knows", () => {
    // `neither` would hold if the answer stayed without its options.
    const plain = [
      "\nvetoes:\n",
      "\n  plain: { when: { kinds: neither }, favours: stateless, weight: 3, concern: session, because: Plain., sources: [claim] }\n  shops: { when: { kinds: shops }, favours: stateless, weight: 5, concern: session, because: Shops., sources: [claim] }\nvetoes:\n",
    ] as const;
    const without = [/ {6}games: .*\n/.exec(smallPackText)?.[0] ?? "", ""] as const;
    const bought = ["{ kinds: games, order: strict }", "{ kinds: shops, order: strict }"] as const;
    const several = (...options: string[]): Answers =>
      new Map([["kinds", { kind: "chosen", options, note: null }]]);
    const { moves } = diffPacks(changedPack(plain, bought), changedPack(plain, bought, without), [
      { kind: "case", name: "games", answers: several("games") },
      { kind: "case", name: "both", answers: several("games", "shops") },
    ]);
    expect(moves.filter(({ recorded: { kind } }) => kind === "case")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import type { Answer } from "../../../../src/engine/model/answers.js";
import { diffPacks } from "../../../../src/engine/pack-tools/diff/diff-packs.js";
import { distinct, knownAnswers } from "../../../../src/engine/pack-tools/diff/recorded-answers.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";
import { answersOf, tinyPack } from "../../tiny-pack.js";
import { bulk, chosen, movesOf, recorded, type Swap, withoutAlone } from "./small-changes.js";

const unsure: Answer = { kind: "unsure", note: null };
/** What the version reads that has `lots` retired, as `many` or as open. */
const readAsMany: Answer = { ...chosen("many"), written: ["lots"] };
const readAsOpen: Answer = { ...unsure, written: ["lots"] };

describe("recorded answers", () => {
  it("are the same in any order, and with what is unsure left out", () => {
    const [first, ...same] = [
      recorded("a", { style: "steps", kinds: ["games", "shops"] }),
      recorded("b", { kinds: ["shops", "games"], style: "steps" }),
      recorded("c", { style: "steps", kinds: ["games", "shops"], load: unsure }),
    ];
    expect(same).toHaveLength(2);
    expect(distinct(first === undefined ? [] : [first, ...same])).toEqual([first]);
  });

  it("are others if an option was written that one of the versions has retired", () => {
    const all = [
      recorded("a", { load: "many" }),
      recorded("b", { load: readAsMany }),
      recorded("c", { load: readAsOpen }),
      recorded("d", { load: unsure }),
    ];
    expect(distinct(all).map(({ name }) => name)).toEqual(["a", "b", "d"]);
  });

  it("are replayed once if they are the same", () => {
    const pack = smallPack();
    expect(
      diffPacks(
        pack,
        pack,
        ["a", "b"].map((name) => recorded(name, { style: "steps" })),
      ).replayed,
    ).toBe(1);
  });
});

describe("the answers that a version knows", () => {
  it.each<[string, Readonly<Record<string, Answer>>, object]>([
    ["what is open or unsure", { style: unsure }, {}],
    [
      "a question that it does not have",
      { weather: chosen("fine"), style: chosen("steps") },
      { style: "steps" },
    ],
    ["the only option", { style: chosen("bulk") }, {}],
    ["one option of several", { kinds: chosen("bread", "games") }, { kinds: "games" }],
    ["all options of several", { kinds: chosen("bread") }, {}],
    ["a retired option, which is read as open", { load: readAs("varying") }, {}],
    ["one of two options where one is taken", { load: chosen("few", "many") }, {}],
  ])("leave out %s", (_, answers, known) => {
    expect(plainAnswers(knownAnswers(smallPack(), new Map(Object.entries(answers))))).toEqual(known);
  });

  it.each<[string, Answer, string, object]>([
    ["a retired option", chosen("lots"), "load", { load: "many" }],
    ["the option that was written", readAsMany, "load", { load: "many" }],
    ["the option that was written, though it was read as open", readAsOpen, "load", { load: "many" }],
    ["several, one of them retired", chosen("toys", "shops"), "kinds", { kinds: ["games", "shops"] }],
    [
      "a retired option beside the one that it is read as",
      chosen("toys", "games"),
      "kinds",
      { kinds: "games" },
    ],
  ])("have %s as the pack reads it", (_, answer, question, known) => {
    expect(plainAnswers(knownAnswers(smallPack(), new Map([[question, answer]])))).toEqual(known);
  });

  function readAs(written: string): Answer {
    return { ...unsure, written: [written] };
  }
});

describe("replaying answers that only one version knows", () => {
  it("takes them as not given in the other", () => {
    const asksMore = changedPack(bulk, [
      "alone: { concern: interaction, points: -3, when: { style: apart }",
      "alone: { concern: interaction, points: -3, when: { style: [apart, bulk] }",
    ]);
    const diff = diffPacks(smallPack(), asksMore, [recorded("bulk", { style: "bulk" })]);
    expect(movesOf(diff)).toEqual([["bulk", "undecided", "stateless", ["alone"]]]);
  });

  it("lets what implies an answer imply it where the given one is not known", () => {
    const asks = (options: readonly string[]) =>
      tinyPack({
        questions: { talk: ["once", "on"], order: options },
        implied: [["order", { talk: "on" }, "strict"]],
        rules: [[{ order: "strict" }, { need: 1 }]],
      });
    const answers = recorded("a", { talk: "on", order: "loose" });
    const diff = diffPacks(asks(["any", "loose", "strict"]), asks(["any", "strict"]), [answers]);
    expect(movesOf(diff)).toEqual([["a", "undecided", "hybrid", []]]);
  });

  it("does not look for causes with options that neither version knows", () => {
    // `order` is implied, as `loose` is no answer to it.
    const asks = (need: number) =>
      tinyPack({
        questions: { talk: ["once", "on"], order: ["any", "strict"] },
        implied: [["order", { talk: "on" }, "strict"]],
        rules: [
          [{ order: "strict" }, { need }],
          [{ talk: "on" }, { need: need - 1 }],
        ],
      });
    const diff = diffPacks(asks(1), asks(-1), [recorded("a", { talk: "on", order: "loose" })]);
    expect(movesOf(diff)).toEqual([["a", "hybrid", "stateless", ["r0", "r1"]]]);
  });

  it("takes no answer by several options where a question takes one", () => {
    const asks = (several: readonly string[]) =>
      tinyPack({ questions: { a: ["x", "y"] }, several, rules: [[{ a: "x" }, { need: 1 }]] });
    const answers = answersOf({ a: ["x", "y"] });
    const diff = diffPacks(asks(["a"]), asks([]), [{ kind: "case", name: "both", answers }]);
    expect(movesOf(diff)).toEqual([["both", "hybrid", "undecided", ["r0"]]]);
  });

  it("reads an option as written where it was not yet retired", () => {
    const lots: readonly Swap[] = [
      ["      many: { label: Many, help: More. }\n", "      lots: { label: Lots, help: More. }\n"],
      ["      lots: { replaced-by: many }\n", ""],
      ["when: { kinds: shops, load: many }", "when: { kinds: shops, load: lots }"],
      ["when: { load: many }", "when: { load: lots }"],
    ];
    const forgotten: Swap = ["lots: { replaced-by: many }", "lots: { replaced-by: unsure }"];
    const busy = { style: "stream", kinds: "shops" };
    const old = changedPack(...lots);
    const renamed = diffPacks(old, smallPack(), [recorded("a", { ...busy, load: readAsMany })]);
    expect(movesOf(renamed)).toEqual([]);
    const left = diffPacks(old, changedPack(forgotten), [recorded("a", { ...busy, load: readAsOpen })]);
    expect(movesOf(left)).toEqual([["a", "hybrid", "stateful", ["shops-move"]]]);
  });

  it("says nothing of a question that neither version has", () => {
    const { moves } = diffPacks(smallPack(), changedPack(withoutAlone), [recorded("a", { weather: "fine" })]);
    expect(moves.map(({ recorded: { name } }) => name)).toEqual(["alone"]);
  });
});

import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { packChanges } from "../../../../src/engine/pack-tools/diff/pack-changes.js";
import {
  changeWitnesses,
  sameQuestions,
  withRule,
} from "../../../../src/engine/pack-tools/diff/with-change.js";
import type { Mutant } from "../../../../src/engine/pack-tools/mutate/mutants.js";
import { plainAnswers } from "../../../../src/engine/pack-tools/witness/answers-of-term.js";
import { changedPack } from "../../changed-pack.js";
import { smallPack } from "../../small-pack.js";
import {
  bulk,
  heavier,
  impliedStrict,
  line,
  type Swap,
  shopsRemember,
  wider,
  withoutAlone,
  withoutFollowing,
} from "./small-changes.js";

const before = smallPack();

function changeOf(after: CompiledPack, id: string) {
  const change = packChanges(before.source, after.source).find((each) => each.id === id);
  if (change === undefined) throw new Error(`${id} did not change`);
  return change;
}

describe("a pack with one rule of another version", () => {
  const after = changedPack(
    heavier,
    wider,
    withoutAlone,
    shopsRemember,
    [
      "must-bind:\n",
      `must-bind:\n${line("crowds").replace("crowds", "crowds-too").replace("points: -1, ", "")}`,
    ],
    [line("nobody-stays"), line("nobody-stays").replace("session", "sync")],
  );
  const rulesOf = ({ rules }: CompiledPack) => new Map(rules.map((rule) => [rule.entry.id, rule]));

  it.each<[string, Mutant["kind"]]>([
    ["crowds", "points"],
    ["nobody-stays", "points"],
    ["steps-remembered", "condition"],
    ["alone", "removed"],
    ["shops-remember", "condition"],
    ["crowds-too", "condition"],
  ])("has %s, and nothing else, as the other has it", (id, kind) => {
    const change = changeOf(after, id);
    const mutant = withRule(before, after, change);
    expect([mutant.kind, mutant.entry, mutant.change]).toEqual([kind, id, change.words]);
    const [old, theirs] = [rulesOf(before), rulesOf(after).get(id)];
    old.delete(id);
    expect(rulesOf(mutant.pack)).toEqual(theirs === undefined ? old : new Map([...old, [id, theirs]]));
    expect(mutant.pack).toEqual({ ...before, rules: mutant.pack.rules });
  });
});

describe("whether two versions ask the same", () => {
  it.each<[string, boolean, readonly Swap[]]>([
    ["the same if only rules differ", true, [heavier, withoutAlone]],
    ["the same if a question reads otherwise", true, [["ask: How many are there?", "ask: How many?"]]],
    ["the same if another option is harmless", true, [["harmless: any", "harmless: strict"]]],
    ["other things if there is one option more", false, [bulk]],
    ["other things if an implication gives another answer", false, [impliedStrict]],
    [
      "other things if an implication has another condition",
      false,
      [["- { when: { style: apart }, answer: any", "- { when: { style: steps }, answer: any"]],
    ],
  ])("%s", (_, same, swaps) => {
    expect(sameQuestions(before, changedPack(...swaps))).toBe(same);
  });
});

describe("the answers that reveal a change", () => {
  const witnessOf = (...swaps: readonly Swap[]) => {
    const after = changedPack(...swaps);
    return changeWitnesses(before, after, packChanges(before.source, after.source)).map(
      ({ change, answers }) => [change.id, plainAnswers(answers)],
    );
  };

  it.each<[string, readonly Swap[], readonly [string, object][]]>([
    ["move the verdict", [heavier], [["crowds", { style: "stream", load: "some" }]]],
    ["move state if no verdict moves", [withoutFollowing], [["login-on-stream", { style: "stream" }]]],
    [
      "let a rule fire that moves neither",
      [
        [
          "shops-move: { when: { kinds: shops, load: many }",
          "shops-move: { when: { kinds: shops, load: many, order: any }",
        ],
      ],
      [["shops-move", { style: "stream", load: "many", kinds: "shops" }]],
    ],
    [
      "meet the condition of a placement",
      [
        [
          "given-a-number: { concern: interaction, when: { order: strict }",
          "given-a-number: { concern: interaction, when: { style: apart, order: strict }",
        ],
      ],
      [["given-a-number", { style: "apart", order: "strict" }]],
    ],
    [
      "meet the condition of a second home that is gone",
      [[`backed-by:\n${line("replayed")}`, ""]],
      [["replayed", { order: "strict" }]],
    ],
    [
      "meet the condition of a clash",
      [["reconsider: order", "reconsider: style"]],
      [["apart-in-order", { style: "apart", order: "strict" }]],
    ],
    [
      "are none for what always holds",
      [
        [
          "nothing-there: { concern: interaction, place: nowhere",
          "nothing-there: { concern: interaction, place: request, pattern: numbered",
        ],
      ],
      [],
    ],
    ["are none for a question", [impliedStrict], []],
  ])("%s", (_, swaps, witnesses) => {
    expect(witnessOf(...swaps)).toEqual(witnesses);
  });

  it("are those on which a rule fires if the versions do not ask the same", () => {
    expect(witnessOf(bulk, heavier, withoutAlone)).toEqual([
      ["alone", { style: "apart" }],
      ["crowds", { load: "some" }],
    ]);
  });
});

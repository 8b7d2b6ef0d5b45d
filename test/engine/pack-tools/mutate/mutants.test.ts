import { describe, expect, it } from "vitest";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../../src/engine/model/condition.js";
import type { Mutant } from "../../../../src/engine/pack-tools/mutate/mutants.js";
import { mutantsOf } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { allOf, barePack, bareQuestion, bareRule, compiled, type Effect } from "../../bare-pack.js";
import { smallPack } from "../../small-pack.js";
import { tinyPack } from "../../tiny-pack.js";

const is = (question: string, ...options: readonly string[]): Condition => ({
  kind: "answer",
  question,
  options,
});
const not = (of: Condition): Condition => ({ kind: "not", of });
const all = (...of: readonly Condition[]): Condition => ({ kind: "all", of });
const any = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

const mutantsOfKind = (pack: CompiledPack, kind: Mutant["kind"]): readonly Mutant[] =>
  mutantsOf(pack).filter((mutant) => mutant.kind === kind);

/** What the condition of one rule becomes, over a question without order and one from least to most. */
function becomes(when: Condition, effect: Effect): readonly string[] {
  const pack = compiled(
    barePack({
      questions: [
        bareQuestion("tool", ["saw", "axe", "plane"]),
        bareQuestion("rate", ["low", "mid", "high", "top"], { ordered: true }),
      ],
      rules: [bareRule("use", when, effect)],
    }),
  );
  return mutantsOfKind(pack, "condition").map(({ change }) => change.replace("condition becomes: ", ""));
}

describe("mutants of a condition", () => {
  it.each([
    ["an option more", is("tool", "saw"), ["tool is saw or axe", "tool is saw or plane"]],
    ["an option less, and none that always holds", is("tool", "saw", "axe"), ["tool is axe", "tool is saw"]],
    ["the next at one end", is("rate", "low"), ["rate is at most mid"]],
    ["the next at the other end", is("rate", "top"), ["rate is at least high"]],
    [
      "one less or more at both ends",
      is("rate", "mid", "high"),
      ["rate is high", "rate is mid", "rate is at most high", "rate is at least mid"],
    ],
    [
      "no end beyond the last",
      is("rate", "high", "top"),
      ["rate is top", "rate is high", "rate is at least mid"],
    ],
    [
      "the ends alone where there are gaps",
      is("rate", "low", "high"),
      ["rate is high", "rate is low", "rate is one of low, high, top"],
    ],
    ["the same under a negation", not(is("rate", "low")), ["rate is not at most mid"]],
    [
      "one part at a time",
      all(is("tool", "saw", "axe"), is("rate", "low")),
      [
        "tool is axe, and rate is low",
        "tool is saw, and rate is low",
        "tool is anything, and rate is low",
        "tool is saw or axe, and rate is at most mid",
      ],
    ],
    [
      "no alternatives that always hold between them",
      any(is("rate", "low"), is("rate", "high", "top")),
      ["rate is low, or rate is top", "rate is low, or rate is high"],
    ],
    [
      "nothing that never holds",
      all(is("rate", "low", "mid"), is("rate", "mid", "high")),
      ["rate is at most high, and rate is mid or high", "rate is at most mid, and rate is at most high"],
    ],
    [
      "nothing that means the same",
      any(is("rate", "low", "mid"), is("rate", "mid")),
      [
        "rate is mid, or rate is mid",
        "rate is at most high, or rate is mid",
        "rate is at most mid, or rate is mid or high",
      ],
    ],
  ])("are %s", (_, when, changes) => {
    expect(becomes(when, { need: 1 })).toEqual(changes);
    expect(becomes(when, { given: "must-bind" })).toEqual(changes);
    expect(becomes(when, { follows: "session" })).toEqual(changes);
  });

  it("add or drop one option among several", () => {
    const changes = mutantsOfKind(smallPack(), "condition").filter(({ entry }) => entry === "ordered-games");
    expect(changes.map(({ change }) => change)).toEqual([
      "condition becomes: kinds includes games or shops, and order is strict",
      "condition becomes: kinds includes games or neither, and order is strict",
      "condition becomes: kinds includes games, and order is anything",
    ]);
  });

  it("change that condition, and nothing else of the pack", () => {
    const pack = tinyPack({
      questions: { tool: ["saw", "axe", "plane"] },
      rules: [
        [{ tool: "saw" }, { need: 1 }],
        [{ tool: "plane" }, { given: "may-not-bind" }],
      ],
    });
    const changed = mutantsOfKind(pack, "condition");
    expect(changed.map(({ entry }) => entry)).toEqual(["r0", "r0", "r1", "r1"]);
    const [first, second] = pack.rules;
    expect(changed[0]?.pack).toEqual({
      ...pack,
      rules: [
        {
          entry: { ...first?.entry, when: all(is("tool", "saw", "axe")) },
          condition: [[{ variable: pack.variables[0], mask: 0b011 }]],
        },
        second,
      ],
    });
    expect(changed.at(-1)?.pack).toEqual({
      ...pack,
      rules: [
        first,
        {
          entry: { ...second?.entry, when: all(is("tool", "axe", "plane")) },
          condition: [[{ variable: pack.variables[0], mask: 0b110 }]],
        },
      ],
    });
  });
});

describe("mutants of points", () => {
  const [keeping, against] = ["for keeping it", "against keeping it"];
  const [binding, elsewhere] = ["for binding it", "for keeping it elsewhere"];
  it.each<[Effect, string, readonly string[]]>([
    [{ need: 1 }, `1 point ${keeping}`, [`2 points ${keeping}`, `1 point ${against}`]],
    [
      { need: 3 },
      `3 points ${keeping}`,
      [`2 points ${keeping}`, `4 points ${keeping}`, `3 points ${against}`],
    ],
    [{ need: 5 }, `5 points ${keeping}`, [`4 points ${keeping}`, `5 points ${against}`]],
    [{ need: -1, concern: "sync" }, `1 point ${against}`, [`2 points ${against}`, `1 point ${keeping}`]],
    [{ need: -5 }, `5 points ${against}`, [`4 points ${against}`, `5 points ${keeping}`]],
    [
      { place: 2 },
      `2 points ${binding}`,
      [`1 point ${binding}`, `3 points ${binding}`, `2 points ${elsewhere}`],
    ],
    [{ place: -1 }, `1 point ${elsewhere}`, [`2 points ${elsewhere}`, `1 point ${binding}`]],
  ])("%o are one more, one less, or the other way, within what a rule may have", (effect, before, after) => {
    const pack = tinyPack({ questions: { tool: ["saw", "axe"] }, rules: [[{ tool: "saw" }, effect]] });
    const changes = mutantsOfKind(pack, "points").map(({ entry, change }) => `${entry} ${change}`);
    expect(changes).toEqual(after.map((words) => `r0 from ${before} to ${words}`));
  });

  it("change the points, and no longer say what is kept if they speak against it", () => {
    const rule = { ...bareRule("use", allOf({ tool: "saw" }), { need: 1 }), keeps: "the saw" };
    const pack = compiled(barePack({ questions: [bareQuestion("tool", ["saw", "axe"])], rules: [rule] }));
    expect(mutantsOfKind(pack, "points").map((mutant) => mutant.pack)).toEqual(
      [
        { ...rule, points: 2 },
        { ...rule, points: -1, keeps: null },
      ].map((entry) => ({ ...pack, rules: [{ entry, condition: pack.rules[0]?.condition }] })),
    );
  });
});

describe("mutants without a rule", () => {
  const pack = tinyPack({
    questions: { tool: ["saw", "axe"] },
    rules: [
      [{ tool: "saw" }, { need: 1 }],
      [{ tool: "axe" }, { given: "must", concern: "sync" }],
      [{ tool: "axe" }, { given: "must-not", concern: "workflow" }],
      [{ tool: "saw" }, { place: -2 }],
      [{ tool: "saw" }, { given: "must-bind" }],
      [{ tool: "axe" }, { given: "may-not-bind" }],
      [{ tool: "saw" }, { follows: "session" }],
    ],
  });
  const removed = mutantsOfKind(pack, "removed");

  it("leave out each one that has no points", () => {
    expect(removed.map(({ entry, change }) => `${entry} ${change}`)).toEqual([
      "r1 left out (must be kept)",
      "r2 left out (is not to be kept)",
      "r4 left out (may be kept only with its connection or instance)",
      "r5 left out (may not be bound to a connection or instance)",
      "r6 left out (goes where the conversation goes)",
    ]);
  });

  it("leave the rest as it is", () => {
    for (const mutant of removed)
      expect(mutant.pack).toEqual({
        ...pack,
        rules: pack.rules.filter(({ entry }) => entry.id !== mutant.entry),
      });
  });
});

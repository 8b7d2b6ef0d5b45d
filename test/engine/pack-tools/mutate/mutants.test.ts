import { describe, expect, it } from "vitest";
import type { Condition } from "../../../../src/engine/model/condition.js";
import type { Settings } from "../../../../src/engine/model/pack.js";
import { mutantsOf } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { barePack, bareQuestion, bareRule, compiled, groundless } from "../../bare-pack.js";
import { tinyPack } from "../../tiny-pack.js";

const is = (question: string, ...options: readonly string[]): Condition => ({
  kind: "answer",
  question,
  options,
});
const not = (of: Condition): Condition => ({ kind: "not", of });
const all = (...of: readonly Condition[]): Condition => ({ kind: "all", of });
const any = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

/** What the condition of one rule or veto becomes, over a question without order and one from least to most. */
function becomes(when: Condition, of: "rule" | "veto" = "rule"): readonly string[] {
  const pack = compiled(
    barePack({
      questions: [
        bareQuestion("tool", ["saw", "axe", "plane"]),
        bareQuestion("rate", ["low", "mid", "high", "top"], { ordered: true }),
      ],
      rules: [bareRule("use", of === "rule" ? when : is("tool", "saw"), { live: 0, kept: 0, stateless: 1 })],
      vetoes: of === "veto" ? [{ id: "bar", when, forbids: "stateless", ...groundless }] : [],
    }),
  );
  return mutantsOf(pack)
    .filter(({ entry, kind }) => kind === "condition" && entry === (of === "rule" ? "use" : "bar"))
    .map(({ change }) => change.replace("condition becomes: ", ""));
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
    expect(becomes(when)).toEqual(changes);
    expect(becomes(when, "veto")).toEqual(changes);
  });

  it("change that condition, and nothing else of the pack", () => {
    const pack = tinyPack({
      questions: { tool: ["saw", "axe", "plane"] },
      rules: [
        [{ tool: "saw" }, { L: 1 }],
        [{ tool: "axe" }, { N: 1 }],
      ],
      vetoes: [[{ tool: "plane" }, "stateful"]],
    });
    const changed = mutantsOf(pack).filter(({ kind }) => kind === "condition");
    expect(changed.map(({ entry }) => entry)).toEqual(["r0", "r0", "r1", "r1", "v0", "v0"]);
    const [first] = changed;
    expect(first?.pack).toEqual({
      ...pack,
      rules: [
        {
          ...pack.rules[0],
          entry: { ...pack.rules[0]?.entry, when: all(is("tool", "saw", "axe")) },
          condition: [[{ variable: pack.variables[0], mask: 0b011 }]],
        },
        pack.rules[1],
      ],
    });
    expect(changed.at(-1)?.pack).toEqual({
      ...pack,
      vetoes: [
        {
          entry: { ...pack.vetoes[0]?.entry, when: all(is("tool", "axe", "plane")) },
          condition: [[{ variable: pack.variables[0], mask: 0b110 }]],
        },
      ],
    });
  });
});

describe("mutants of a weight", () => {
  it.each([
    [{ L: 1 }, "1", ["2"]],
    [{ L: 3 }, "3", ["2", "4"]],
    [{ L: 5 }, "5", ["4"]],
    [{ N: 1 }, "1 live", ["2 live", "1 live + 1 kept", "1 kept"]],
    [{ K: 1 }, "1 kept", ["1 live + 1 kept", "2 kept", "1 live"]],
    [{ N: 5 }, "5 live", ["4 live", "4 live + 1 kept"]],
    [
      { N: 1, K: 1 },
      "1 live + 1 kept",
      ["1 kept", "2 live + 1 kept", "1 live", "1 live + 2 kept", "2 kept", "2 live"],
    ],
    [
      { N: 2, K: 3 },
      "2 live + 3 kept",
      ["1 live + 3 kept", "2 live + 2 kept", "1 live + 4 kept", "3 live + 2 kept"],
    ],
  ])("%o stay within what a rule may have", (weight, before, after) => {
    const pack = tinyPack({ questions: { tool: ["saw", "axe"] }, rules: [[{ tool: "saw" }, weight]] });
    const changes = mutantsOf(pack).filter(({ kind }) => kind === "weight");
    expect(changes.map(({ entry, change }) => `${entry} ${change}`)).toEqual(
      after.map((words) => `r0 weight ${before} becomes ${words}`),
    );
  });
});

describe("mutants of a threshold", () => {
  const bounds: readonly (readonly [Partial<Settings>, readonly string[]])[] = [
    [
      { needBoundaryPercent: -90, boundBoundaryPercent: 5, minimumEvidence: 1 },
      ["need-boundary -0.9 becomes -0.8", "bound-boundary 0.05 becomes 0.15", "minimum-evidence 1 becomes 2"],
    ],
    [
      { needBoundaryPercent: 90, boundBoundaryPercent: 95, minimumEvidence: 100 },
      [
        "need-boundary 0.9 becomes 0.8",
        "bound-boundary 0.95 becomes 0.85",
        "minimum-evidence 100 becomes 99",
      ],
    ],
    [
      { needBoundaryPercent: -80, boundBoundaryPercent: 15, minimumEvidence: 2 },
      [
        "need-boundary -0.8 becomes -0.9",
        "need-boundary -0.8 becomes -0.7",
        "bound-boundary 0.15 becomes 0.05",
        "bound-boundary 0.15 becomes 0.25",
        "minimum-evidence 2 becomes 1",
        "minimum-evidence 2 becomes 3",
      ],
    ],
  ];
  it.each(bounds)("of %o stay within what a pack may set", (settings, changes) => {
    const pack = tinyPack({ questions: { tool: ["saw", "axe"] }, rules: [], settings });
    const found = mutantsOf(pack).filter(({ kind }) => kind === "threshold");
    expect(found.map(({ entry, change }) => `${entry} ${change}`)).toEqual(changes);
  });
});

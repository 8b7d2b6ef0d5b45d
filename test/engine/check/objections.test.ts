import { describe, expect, it } from "vitest";
import { objections } from "../../../src/engine/check/objections.js";
import type { Decision } from "../../../src/engine/model/answers.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { recommendationFor, surfaceOf } from "./checked.js";

const [rule] = recommendationFor(surfaceOf("{ style: stream }", null)).rules;
const ruleOf = (
  id: string,
  live: number,
  kept: number,
  stateless: number,
): Recommendation["rules"][number] => {
  if (rule === undefined) throw new Error("a stream fires a rule");
  return { rule: { ...rule.rule, id, weight: { live, kept, stateless } }, questions: ["style"] };
};
const rules = [
  ruleOf("light", 1, 0, 0),
  ruleOf("kept", 0, 2, 0),
  ruleOf("both", 2, 3, 0),
  ruleOf("against", 0, 0, 4),
];

describe("the rules that speak for a verdict and against a style", () => {
  it.each<[Recommendation["verdict"], Decision["style"], [id: string, points: number][]]>([
    [
      "stateful",
      "hybrid",
      [
        ["both", 2],
        ["light", 1],
      ],
    ],
    [
      "stateful",
      "stateless",
      [
        ["both", 5],
        ["kept", 2],
        ["light", 1],
      ],
    ],
    [
      "hybrid",
      "stateful",
      [
        ["both", 3],
        ["kept", 2],
      ],
    ],
    [
      "hybrid",
      "stateless",
      [
        ["both", 5],
        ["kept", 2],
        ["light", 1],
      ],
    ],
    ["stateless", "stateful", [["against", 4]]],
    ["stateless", "hybrid", [["against", 4]]],
    ["stateful", "stateful", []],
    ["hybrid", "hybrid", []],
    ["stateless", "stateless", []],
    ["undecided", "stateful", []],
    ["undecided", "stateless", []],
  ])("%s, against %s", (verdict, style, expected) => {
    expect(objections(style, { verdict, rules, vetoes: [] }).map(({ id, points }) => [id, points])).toEqual(
      expected,
    );
  });

  it("are reported with their reasons and questions", () => {
    expect(objections("stateful", { verdict: "stateless", rules, vetoes: [] })).toEqual([
      { kind: "rule", id: "against", because: "A stream is held.", questions: ["style"], points: 4 },
    ]);
  });

  it("keep their keys in the order of the JSON report", () => {
    const [first] = objections("stateless", { verdict: "stateful", rules, vetoes: [] });
    expect(Object.keys(first ?? {})).toEqual(["kind", "id", "points", "because", "questions"]);
  });
});

it("vetoes of another style do not speak against a decision", () => {
  const { vetoes } = recommendationFor(surfaceOf("{ style: stream }", null));
  expect(vetoes.map(({ veto }) => veto.forbids)).toEqual(["stateless"]);
  expect(objections("hybrid", { verdict: "stateful", rules: [], vetoes })).toEqual([]);
  expect(objections("stateless", { verdict: "stateful", rules: [], vetoes })).toEqual([
    {
      kind: "veto",
      id: "stream-needs-state",
      because: "It is a stream.",
      questions: ["style"],
      points: null,
    },
  ]);
});

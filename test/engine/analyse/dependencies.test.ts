import { expect, it } from "vitest";
import { changeWork, dependenciesOf } from "../../../src/engine/analyse/dependencies.js";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { allOf, barePack, bareQuestion, bareRule } from "../bare-pack.js";
import { tinyPack } from "../tiny-pack.js";

const points = { need: 1 };
const either = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

it("lists each rule once, in whatever ways an answer affects it, with the states that allow it", () => {
  const options = ["x", "y", "z"];
  const pack = barePack({
    questions: [
      bareQuestion("a", options),
      bareQuestion("b", options),
      bareQuestion("c", options, {
        implied: [allOf({ a: "x" }), allOf({ a: "y", b: "y" })].map((when) => ({
          when,
          answer: "x",
          because: "",
        })),
      }),
    ],
    rules: [
      bareRule("twice", either(allOf({ a: "x", b: "x" }), allOf({ a: "z", b: "y" })), points),
      bareRule("hanging", either(allOf({ c: "x" }), allOf({ a: "y", c: "y" })), points),
    ],
  });
  const compiled = unwrap(compilePack(pack));
  const { dependents, work, implying, implied } = dependenciesOf(compiled);
  // Of `a`, the first rule takes x and z; the second fires with any, as `c` can be x.
  expect(dependents).toEqual([
    [
      { rule: 0, allowedStates: 0b101, indirect: false },
      { rule: 1, allowedStates: 0b111, indirect: true },
    ],
    [
      { rule: 0, allowedStates: 0b011, indirect: false },
      { rule: 1, allowedStates: 0b111, indirect: true },
    ],
    [{ rule: 1, allowedStates: 0b011, indirect: false }],
  ]);
  // Four literals of the first rule and three of the second, three of implications.
  expect(work).toEqual([10, 10, 3].map((literals) => changeWork + literals));
  const [a, b, c] = compiled.variables;
  expect([...implying]).toEqual([a, b]);
  expect(implied).toEqual([c]);
});

it("follows implications through several questions", () => {
  const yesNo = ["yes", "no"];
  const pack = tinyPack({
    questions: { first: yesNo, second: yesNo, third: yesNo, other: yesNo },
    rules: [
      [{ first: "yes" }, { need: 1 }],
      [{ second: "yes" }, { place: 1 }],
      [{ third: "yes", first: "yes" }, { need: -1 }],
      [{ other: "yes" }, { need: 1, concern: "sync" }],
      [{ third: "no", other: "no" }, { given: "must" }],
    ],
    implied: [
      ["second", { first: "yes" }, "yes"],
      ["third", { second: "yes" }, "yes"],
    ],
  });
  const found = dependenciesOf(pack).dependents.map((dependents) => ({
    all: dependents.map(({ rule }) => rule).toSorted(),
    indirect: dependents
      .filter(({ indirect }) => indirect)
      .map(({ rule }) => rule)
      .toSorted(),
  }));
  expect(found).toEqual([
    { all: [0, 1, 2, 4], indirect: [1, 2, 4] },
    { all: [1, 2, 4], indirect: [2, 4] },
    { all: [2, 4], indirect: [] },
    { all: [3, 4], indirect: [] },
  ]);
});

import { expect, it } from "vitest";
import { dependenciesOf } from "../../../src/engine/analyse/dependencies.js";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { allOf, barePack, bareQuestion, bareRule } from "../bare-pack.js";
import { tinyPack } from "../tiny-pack.js";

const points = { live: 1, kept: 0, stateless: 0 };
const either = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

it("lists each entry once, in whatever ways an answer affects it, with the states that allow it", () => {
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
  const { dependents, implying, implied } = dependenciesOf(compiled);
  // Of `a`, the first rule takes x and z; the second fires with any, as `c` can be x.
  expect(dependents).toEqual([
    [
      { entry: 0, allowedStates: 0b101, indirect: false },
      { entry: 1, allowedStates: 0b111, indirect: true },
    ],
    [
      { entry: 0, allowedStates: 0b011, indirect: false },
      { entry: 1, allowedStates: 0b111, indirect: true },
    ],
    [{ entry: 1, allowedStates: 0b011, indirect: false }],
  ]);
  const [a, b, c] = compiled.variables;
  expect([...implying]).toEqual([a, b]);
  expect(implied).toEqual([c]);
});

it("follows implications through several questions", () => {
  const yesNo = ["yes", "no"];
  const pack = tinyPack({
    questions: { first: yesNo, second: yesNo, third: yesNo, other: yesNo },
    rules: [
      [{ first: "yes" }, { L: 1 }],
      [{ second: "yes" }, { L: 1 }],
      [{ third: "yes", first: "yes" }, { N: 1 }],
      [{ other: "yes" }, { K: 1 }],
    ],
    vetoes: [[{ third: "no", other: "no" }, "stateful"]],
    implied: [
      ["second", { first: "yes" }, "yes"],
      ["third", { second: "yes" }, "yes"],
    ],
  });
  const found = dependenciesOf(pack).dependents.map((dependents) => ({
    all: dependents.map(({ entry }) => entry).toSorted(),
    indirect: dependents
      .filter(({ indirect }) => indirect)
      .map(({ entry }) => entry)
      .toSorted(),
  }));
  expect(found).toEqual([
    { all: [0, 1, 2, 4], indirect: [1, 2, 4] },
    { all: [1, 2, 4], indirect: [2, 4] },
    { all: [2, 4], indirect: [] },
    { all: [3, 4], indirect: [] },
  ]);
});

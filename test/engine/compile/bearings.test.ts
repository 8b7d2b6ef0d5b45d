import { expect, it } from "vitest";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { allOf, barePack, bareQuestion, bareRule } from "../bare-pack.js";

const points = { live: 1, kept: 0, stateless: 0 };
const either = (...of: readonly Condition[]): Condition => ({ kind: "any", of });

it("has each entry once, in whatever ways an answer bears on it, with the states that allow it", () => {
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
  const { bearings } = unwrap(compilePack(pack));
  expect(bearings).toEqual({
    touched: [[0, 1], [0, 1], [1]],
    // Of `a`, the first rule takes x and z; the second fires with any, as `c` can be x.
    allowing: [[0b101, 0b111], [0b011, 0b111], [0b011]],
    throughImplication: [[1], [1], []],
    implies: [true, true, false],
    hanging: [2],
  });
});

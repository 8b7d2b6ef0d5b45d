import { expect, it } from "vitest";
import { basisDigest, basisOf, changesOf } from "../../../src/engine/advise/basis.js";
import type { Answers } from "../../../src/engine/model/answers.js";

const basis = (...options: string[]) => new Map([["kinds", options]]);

it("is the same in whatever order options were given", () => {
  const [one, other] = [basis("b", "a", "c"), basis("c", "b", "a")];
  expect(changesOf(one, other)).toEqual([]);
  expect(changesOf(other, one)).toEqual([]);
  expect(basisDigest(one)).toBe(basisDigest(other));
});

it("changed where an option is gone, new or another, and where a question is", () => {
  expect(changesOf(basis("a", "b"), basis("a"))).toEqual([{ question: "kinds", was: ["a", "b"], is: ["a"] }]);
  expect(changesOf(new Map(), basis("a"))).toEqual([{ question: "kinds", was: null, is: ["a"] }]);
  expect(changesOf(basis("a"), new Map())).toEqual([{ question: "kinds", was: ["a"], is: null }]);
});

it("is over the options as written where these are retired, also where none is left", () => {
  const answers: Answers = new Map([
    ["load", { kind: "chosen", options: ["many"], note: "Counted.", written: ["lots"] }],
    ["kinds", { kind: "unsure", note: null, written: ["other"] }],
    ["order", { kind: "chosen", options: ["any"], note: null }],
    ["style", { kind: "unsure", note: "Ask them." }],
  ]);
  expect([...basisOf(answers)]).toEqual([
    ["load", ["lots"]],
    ["kinds", ["other"]],
    ["order", ["any"]],
  ]);
});

import { expect, it } from "vitest";
import { basisDigest, changesOf } from "../../../src/engine/advise/basis.js";

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

import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { digestOf } from "../../../src/engine/advise/canonical-digest.js";

const sha256 = (text: string) => `sha256-${createHash("sha256").update(text).digest("hex")}`;

it("a digest is that of the JSON with sorted keys and without white space, so that any tool can work it out", () => {
  const value = { b: [{ d: null, c: "ü" }, 1.5], a: true, B: {}, ab: [] };
  expect(digestOf(value)).toBe(sha256('{"B":{},"a":true,"ab":[],"b":[{"c":"ü","d":null},1.5]}'));
});

it("a digest takes no notice of a key that JSON would leave out", () => {
  expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
});

it("a digest is the same in whatever order the keys are, and another one for another value", () => {
  const keys = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "aa", "ab", "10", "9"), {
    minLength: 2,
  });
  fc.assert(
    fc.property(keys, (some) => {
      const entries = some.map((key, index) => [key, index] as const);
      const digest = digestOf(Object.fromEntries(entries));
      expect(digestOf(Object.fromEntries(entries.toReversed()))).toBe(digest);
      expect(digestOf(Object.fromEntries(some.map((key, index) => [key, index + 1])))).not.toBe(digest);
    }),
  );
});

import { describe, expect, it } from "vitest";
import { buildPacks } from "../../../src/build-packs.js";
import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/problem-error.js";

const fromYaml = unwrap(await buildPacks([], import.meta.dirname));
const restored = restorePack(JSON.parse(JSON.stringify(precompilePack(fromYaml))));

describe("a precompiled pack", () => {
  it("is restored from JSON as it was", () => {
    expect(restored).toStrictEqual(fromYaml);
  });

  it("holds each entry once: what was compiled of it points into the pack", () => {
    const { pack, questions, rules, placements } = restored.compiled;
    expect(questions.map(({ question }) => question)).toSatisfy(isSame(pack.questions));
    expect(rules.map(({ rule }) => rule)).toSatisfy(isSame(pack.rules));
    expect(placements.map(({ entry }) => entry)).toSatisfy(isSame(pack.placements));
  });

  it("refuses what is no such data", () => {
    for (const data of [null, "", 1, {}, { format: "api-advisor-precompiled-0" }])
      expect(() => restorePack(data)).toThrow(RangeError);
  });

  it("refuses conditions that do not fit the entries", () => {
    const data = precompilePack(fromYaml);
    expect(() => restorePack({ ...data, rules: data.rules.slice(1) })).toThrow(RangeError);
    expect(() => restorePack({ ...data, pack: { ...data.pack, rules: [] } })).toThrow(RangeError);
  });
});

/** The very same objects, not equal ones. */
const isSame =
  (expected: readonly object[]) =>
  (found: readonly object[]): boolean =>
    found.length === expected.length && found.every((item, index) => item === expected[index]);

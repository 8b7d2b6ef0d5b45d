import { describe, expect, it } from "vitest";
import { precompilePack, restoreLoaded } from "../../../src/engine/compile/precompiled-pack.js";
import type { LoadedPack } from "../../../src/engine/model/compiled-pack.js";
import { smallPack } from "../small-pack.js";

const small = (): LoadedPack => ({ compiled: smallPack(), digest: "sha256-small" });

const throughJson = (pack: LoadedPack): LoadedPack =>
  restoreLoaded(JSON.parse(JSON.stringify(precompilePack(pack))));

describe("a precompiled pack", () => {
  it("is restored from JSON as it was", () => {
    expect(throughJson(small())).toStrictEqual(small());
  });

  it("holds each entry once: what was compiled of it refers to the source", () => {
    const { source, ...compiledLists } = throughJson(small()).compiled;
    const { rules, placements, backings, clashes, tradeoffs, guidance } = compiledLists;
    for (const [compiled, entries] of [
      [rules, source.rules],
      [placements, source.placements],
      [backings, source.backings],
      [clashes, source.clashes],
      [tradeoffs, source.tradeoffs],
      [guidance, source.guidance],
    ] as const)
      expect(compiled.map(({ entry }) => entry)).toSatisfy(isSame(entries));
  });

  it("refers to its variables by reference, in whatever condition", () => {
    const { variables, rules } = throughJson(small()).compiled;
    const [style, load, games, shops] = variables;
    expect(rules.map(({ condition }) => condition[0]?.[0]?.variable)).toSatisfy(
      isSame([
        ...[style, style, style, style, games, shops],
        ...[style, style, style, load, style, load, style],
      ]),
    );
  });

  it("is not restored from other data", () => {
    for (const data of [null, "", 1, {}, { format: "api-advisor-precompiled-0" }])
      expect(() => restoreLoaded(data)).toThrow(
        new RangeError("this is not a precompiled pack of this version"),
      );
  });

  it("is not restored from conditions that do not match the entries", () => {
    const data = precompilePack(small());
    const { conditions } = data;
    for (const misfit of [
      { ...data, conditions: { ...conditions, rules: conditions.rules.slice(1) } },
      { ...data, pack: { ...data.pack, rules: [] } },
      { ...data, conditions: { ...conditions, placements: [...conditions.placements, null] } },
      { ...data, conditions: { ...conditions, rules: conditions.rules.with(0, [[[99, 1]]]) } },
      { ...data, implicationOrder: [0, 1, 2, 9] },
    ])
      expect(() => restoreLoaded(misfit)).toThrow(
        new RangeError("the precompiled pack does not match its own entries"),
      );
  });
});

/** The very same objects, not equal ones. */
const isSame =
  (expected: readonly unknown[]) =>
  (found: readonly unknown[]): boolean =>
    found.length > 0 &&
    found.length === expected.length &&
    found.every((item, index) => item === expected[index]);

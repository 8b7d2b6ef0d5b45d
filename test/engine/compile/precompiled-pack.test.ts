import { describe, expect, it } from "vitest";
import { buildPacks } from "../../../src/build-packs.js";
import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { openSplitPack, splitPack } from "../../../src/engine/compile/split-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/problem-error.js";
import type { LoadedPack } from "../../../src/engine/model/loaded-pack.js";

const fromYaml = unwrap(await buildPacks([], import.meta.dirname));
const restored = restorePack(JSON.parse(JSON.stringify(precompilePack(fromYaml))));
const split = splitPack(precompilePack(fromYaml));
const opened = openSplitPack(split.core, (start, end) => split.texts.join("").slice(start, end));

describe("a precompiled pack", () => {
  it("is restored from JSON as it was", () => {
    expect(restored).toStrictEqual(fromYaml);
  });

  it("is opened from its two parts as it was", () => {
    const plain = <Entry, Condition>({ entry, condition }: { entry: Entry; condition: Condition }) => ({
      entry,
      condition,
    });
    const { pack, placements, tradeoffs, guidance, ...rest } = opened.compiled;
    const read: LoadedPack = {
      digest: opened.digest,
      compiled: {
        ...rest,
        pack: { ...pack },
        placements: placements.map((placed) => ({ ...plain(placed), concern: placed.concern })),
        tradeoffs: tradeoffs.map(plain),
        guidance: guidance.map(plain),
      },
    };
    expect(read).toStrictEqual(fromYaml);
  });

  it.each([
    ["JSON", restored],
    ["two parts", opened],
  ])("of %s holds each entry once: what was compiled of it points into the pack", (_, { compiled }) => {
    const { pack, questions, rules, placements } = compiled;
    expect(questions.map(({ question }) => question)).toSatisfy(isSame(pack.questions));
    expect(rules.map(({ rule }) => rule)).toSatisfy(isSame(pack.rules));
    expect(placements.map(({ entry }) => entry)).toSatisfy(isSame(pack.placements));
  });

  it("refuses what is no such data", () => {
    for (const data of [null, "", 1, {}, { format: "api-advisor-precompiled-0" }])
      expect(() => restorePack(data)).toThrow(RangeError);
  });

  it("reads a text once, when it is asked for", () => {
    const asked: string[] = [];
    const { compiled } = openSplitPack(split.core, (start, end) => {
      asked.push(split.texts.join("").slice(start, end));
      return asked.at(-1) ?? "";
    });
    expect(asked).toEqual([]);
    const [first] = compiled.tradeoffs;
    expect(first?.entry).toEqual(fromYaml.compiled.tradeoffs[0]?.entry);
    expect(asked).toEqual([JSON.stringify(first?.entry)]);
    expect(first?.entry).toBe(compiled.pack.tradeoffs[0]);
    expect(asked.length).toBe(compiled.tradeoffs.length);
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

import { describe, expect, it } from "vitest";
import { buildPacks } from "../../../src/build-packs.js";
import { openPackLines, packLines } from "../../../src/engine/compile/pack-lines.js";
import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/problem-error.js";

const fromYaml = unwrap(await buildPacks([], import.meta.dirname));
const restored = restorePack(JSON.parse(JSON.stringify(precompilePack(fromYaml))));
const lines = packLines(precompilePack(fromYaml));
const opened = openPackLines((index) => lines[index] ?? "");

describe("a precompiled pack", () => {
  it.each([
    ["JSON", restored],
    ["lines", opened],
  ])("is restored from %s as it was", (_, pack) => {
    expect(pack).toStrictEqual(fromYaml);
    const inOrder = (loaded: typeof pack): string =>
      JSON.stringify(Object.entries(loaded.compiled.pack).sort());
    // Entries in the same order of their fields, too: reports in JSON show it.
    expect(inOrder(pack) === inOrder(fromYaml)).toBe(true);
  });

  it.each([
    ["JSON", restored],
    ["lines", opened],
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

  it("reads the texts of its lines once, when they are asked for", () => {
    const [rule] = openPackLines((index) => (index === 0 ? (lines[0] ?? "") : "no JSON")).compiled.rules;
    expect(rule?.rule.weight).toEqual(fromYaml.compiled.rules[0]?.rule.weight);
    expect(() => rule?.rule.because).toThrow(SyntaxError);
    const [first] = opened.compiled.pack.rules;
    expect(first?.sources).toBe(first?.sources);
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

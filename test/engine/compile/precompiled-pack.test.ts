import { describe, expect, it } from "vitest";
import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { openSplitPack, splitPack } from "../../../src/engine/compile/split-pack.js";
import type { LoadedPack } from "../../../src/engine/model/loaded-pack.js";
import { smallPack } from "../small-pack.js";
import { opened, readToItsEnd, throughJson } from "./reopened.js";

const small = (): LoadedPack => ({ compiled: smallPack(), digest: "sha256-small" });

describe("a precompiled pack", () => {
  it("is restored from JSON as it was", () => {
    expect(throughJson(small())).toStrictEqual(small());
  });

  it("is opened from its two parts as it was", () => {
    expect(readToItsEnd(opened(small()).pack)).toStrictEqual(small());
  });

  it.each<[string, (pack: LoadedPack) => LoadedPack]>([
    ["JSON", throughJson],
    ["two parts", (pack) => opened(pack).pack],
  ])("of %s holds each entry once: what was compiled of it points into the pack", (_, read) => {
    const { pack, questions, rules, vetoes, placements, tradeoffs, guidance } = read(small()).compiled;
    expect(questions.map(({ question }) => question)).toSatisfy(isSame(pack.questions));
    expect(rules.map(({ rule }) => rule)).toSatisfy(isSame(pack.rules));
    expect(vetoes.map(({ veto }) => veto)).toSatisfy(isSame(pack.vetoes));
    for (const [joined, entries] of [
      [placements, pack.placements],
      [tradeoffs, pack.tradeoffs],
      [guidance, pack.guidance],
    ] as const)
      expect(joined.map(({ entry }) => entry)).toSatisfy(isSame(entries));
    const implications = questions.flatMap(({ implied }) => implied.map(({ implication }) => implication));
    expect(implications).toSatisfy(isSame(pack.questions.flatMap(({ implied }) => implied)));
  });

  it("refuses what is no such data", () => {
    for (const data of [null, "", 1, {}, { format: "api-advisor-precompiled-0" }])
      expect(() => restorePack(data)).toThrow(new RangeError("this is no precompiled pack of this version"));
    expect(() => openSplitPack('{"lengths": []}', () => "")).toThrow(RangeError);
  });

  it("reads a text once, when it is asked for", () => {
    const {
      pack: { compiled },
      asked,
    } = opened(small());
    expect(asked).toEqual([]);
    const [first] = compiled.tradeoffs;
    expect(first?.entry).toEqual(smallPack().tradeoffs[0]?.entry);
    expect(asked).toEqual([JSON.stringify(first?.entry)]);
    expect(first?.entry).toBe(compiled.pack.tradeoffs[0]);
    expect(asked.length).toBe(compiled.tradeoffs.length);
    expect(compiled.patterns.get("socket")?.entry).toBe(compiled.pack.patterns[0]);
    expect(compiled.rules[1]?.rule).toBe(compiled.pack.rules[1]);
    expect(compiled.pack.tradeoffs).toBe(compiled.pack.tradeoffs);
    const { patterns, rules } = smallPack().pack;
    const [one, ...others] = rules;
    expect(asked.slice(3)).toEqual(
      [...patterns, rules[1], one, ...others.slice(1)].map((entry) => JSON.stringify(entry)),
    );
  });

  it("tells what scoring needs of rules and placements without reading them", () => {
    const {
      pack: { compiled },
      asked,
    } = opened(small());
    expect(compiled.placements.map(({ concern }) => concern)).toEqual(["interaction", "interaction"]);
    expect(
      compiled.rules.map(({ weight, concern }) => [weight.live, weight.kept, weight.stateless, concern]),
    ).toEqual([
      [3, 0, 0, "interaction"],
      [0, 2, 0, "workflow"],
      [0, 0, 3, "interaction"],
      [0, 0, 1, "operation"],
      [1, 2, 0, "session"],
    ]);
    expect(compiled.tradeoffs.map(({ condition }) => condition?.boxes ?? null)).toEqual([
      null,
      null,
      [[{ variable: 1, mask: 4 }]],
    ]);
    expect(asked).toEqual([]);
  });

  it("is in ASCII alone, whatever its texts say", () => {
    const said = "naïve – \u{1f600}\u0080\u007f";
    const { pack } = smallPack();
    const compiled = {
      ...smallPack(),
      pack: { ...pack, about: said, criteria: pack.criteria.map((each) => ({ ...each, claim: said })) },
    };
    const { core, texts } = splitPack(precompilePack({ compiled, digest: "" }));
    expect([core, ...texts].join("")).toMatch(/^[\x20-\x7f]*$/);
    expect(texts.at(-2)).toContain("na\\u00efve \\u2013 \\ud83d\\ude00\\u0080\u007f");
    const read = openSplitPack(core, (start, end) => texts.join("").slice(start, end)).compiled.pack;
    expect([read.about, read.criteria[0]?.claim]).toEqual([said, said]);
  });

  it("refuses conditions that do not fit the entries", () => {
    const data = precompilePack(small());
    for (const misfit of [
      { ...data, rules: data.rules.slice(1) },
      { ...data, pack: { ...data.pack, rules: [] } },
      { ...data, placements: [...data.placements, null] },
    ])
      expect(() => restorePack(misfit)).toThrow(
        new RangeError("the precompiled pack does not fit its own entries"),
      );
  });
});

/** The very same objects, not equal ones. */
const isSame =
  (expected: readonly object[]) =>
  (found: readonly object[]): boolean =>
    found.length > 0 &&
    found.length === expected.length &&
    found.every((item, index) => item === expected[index]);

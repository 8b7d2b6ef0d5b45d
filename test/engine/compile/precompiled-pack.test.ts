import { describe, expect, it } from "vitest";
import { precompilePack, restorePack } from "../../../src/engine/compile/precompiled-pack.js";
import { splitPack } from "../../../src/engine/compile/split-pack.js";
import type { LoadedPack } from "../../../src/engine/model/loaded-pack.js";
import { smallPack } from "../small-pack.js";
import { opened, openedText, readToItsEnd, throughJson } from "./reopened.js";

const small = (): LoadedPack => ({ compiled: smallPack(), digest: "sha256-small" });

describe("a precompiled pack", () => {
  it("is restored from JSON as it was", () => {
    expect(throughJson(small())).toStrictEqual(small());
  });

  it("is opened as it was where it was split", () => {
    expect(readToItsEnd(opened(small()))).toStrictEqual(small());
  });

  it.each<[string, (pack: LoadedPack) => LoadedPack]>([
    ["as a whole", throughJson],
    ["split", opened],
  ])("%s holds each entry once: what was compiled of it points into the pack", (_, read) => {
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
    expect(() => openedText('{"ends": []}\n')).toThrow(RangeError);
  });

  it("parses an entry when it is asked for, and once", () => {
    const { compiled } = readableFor("crowds", "spread", "socket", "claim");
    expect(compiled.rules[3]?.rule).toEqual(smallPack().pack.rules[3]);
    expect(compiled.tradeoffs[2]?.entry).toEqual(smallPack().pack.tradeoffs[2]);
    expect(compiled.patterns.get("socket")?.entry).toEqual(smallPack().pack.patterns[0]);
    expect(compiled.criteria.get("claim")?.entry).toEqual(smallPack().pack.criteria[0]);
    expect(compiled.tradeoffs[2]?.entry).toBe(compiled.tradeoffs[2]?.entry);
    expect(compiled.pack.patterns).toEqual(smallPack().pack.patterns);
    expect(compiled.pack.patterns).toBe(compiled.pack.patterns);
    expect(() => compiled.rules[0]?.rule).toThrow(SyntaxError);
    expect(() => compiled.pack.rules).toThrow(SyntaxError);
  });

  it("tells what scoring needs of rules, vetoes and placements without parsing them", () => {
    const { compiled } = readableFor();
    expect(compiled.placements.map(({ concern }) => concern)).toEqual(["interaction", "interaction"]);
    expect(
      compiled.rules.map(({ weight: { live, kept, stateless }, concern }) => [
        live,
        kept,
        stateless,
        concern,
      ]),
    ).toEqual([
      [3, 0, 0, "interaction"],
      [0, 2, 0, "workflow"],
      [0, 0, 3, "interaction"],
      [0, 0, 1, "operation"],
      [1, 2, 0, "session"],
    ]);
    expect(compiled.tradeoffs.map(({ condition }) => condition)).toEqual([null, null, [1, 1, 4]]);
    expect(() => compiled.placements[0]?.entry).toThrow(SyntaxError);
  });

  it("is in ASCII alone, whatever its texts say", () => {
    const said = "naïve – \u{1f600}\u0080\u007f";
    const { pack } = smallPack();
    const compiled = {
      ...smallPack(),
      pack: { ...pack, about: said, criteria: pack.criteria.map((each) => ({ ...each, claim: said })) },
    };
    const text = splitPack(precompilePack({ compiled, digest: "" }));
    expect(text).toMatch(/^[\n\x20-\x7f]*$/);
    const inJson = "na\\u00efve \\u2013 \\ud83d\\ude00\\u0080\u007f";
    expect(text.split("\n").filter((line) => line.includes(inJson))).toHaveLength(1 + pack.criteria.length);
    const read = openedText(text).compiled.pack;
    expect([read.about, read.criteria[0]?.claim]).toEqual([said, said]);
  });

  it("refuses lines that are too few or too many for what the first line tells", () => {
    const [core = "", ...lines] = splitPack(precompilePack(small())).split("\n");
    const data = JSON.parse(core) as { readonly ends: readonly number[] };
    for (const ends of [data.ends.slice(1), [...data.ends, 1_000_000]])
      expect(() => openedText([JSON.stringify({ ...data, ends }), ...lines].join("\n"))).toThrow(
        new RangeError("the precompiled pack does not fit its own entries"),
      );
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

/** The small pack, split, with nothing but noise in the lines of all entries that are not named. */
function readableFor(...ids: readonly string[]): LoadedPack {
  const [core, ...lines] = splitPack(precompilePack(small())).split("\n");
  const noisy = lines.map((line) =>
    ids.includes((JSON.parse(line) as { readonly id: string }).id) ? line : "~".repeat(line.length),
  );
  return openedText([core, ...noisy].join("\n"));
}

/** The very same objects, not equal ones. */
const isSame =
  (expected: readonly object[]) =>
  (found: readonly object[]): boolean =>
    found.length > 0 &&
    found.length === expected.length &&
    found.every((item, index) => item === expected[index]);

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { overturns } from "../../../src/engine/analyse/overturns.js";
import { Trial } from "../../../src/engine/analyse/trial.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import type { Pack } from "../../../src/engine/model/pack.js";
import { styles, type Verdict } from "../../../src/engine/model/verdict.js";
import { evaluate } from "../../../src/engine/score/evaluate.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { barePack, bareQuestion, bareRule, compiled, groundless } from "../bare-pack.js";
import { answersTo } from "../completions.js";
import { answersOf } from "../tiny-pack.js";

/** A question that takes several of these options, and one with one answer, which may hang on it. */
function packOf(
  kinds: readonly string[],
  { when, ...parts }: Pick<Pack, "rules"> & Partial<Pack> & { readonly when?: Condition | undefined },
): CompiledPack {
  const { options } = bareQuestion("kinds", kinds);
  const none = { id: "none-of-these", label: "None", help: "", none: true };
  const implied = when === undefined ? [] : [{ when, answer: "x", because: "" }];
  return compiled(
    barePack({
      questions: [
        bareQuestion("kinds", [], { several: true, options: [...options, none] }),
        bareQuestion("other", ["x", "y"], { implied }),
      ],
      ...parts,
    }),
  );
}

function overturnsOf(pack: CompiledPack, answers: Answers = new Map()): boolean {
  return overturns(pack, new Trial(pack, profileOf(pack, answers)), 0);
}

function is(question: string, option: string): Condition {
  return { kind: "answer", question, options: [option] };
}

const noPoints = { live: 0, kept: 0, stateless: 0 };

describe("a question that takes several of five options", () => {
  const kinds = ["a", "b", "c", "d", "e"];
  const option = fc.constantFrom(...kinds);
  /** Whether an option is chosen or not, or the other question answered by x. */
  const part = fc
    .tuple(
      fc.oneof({ weight: 8, arbitrary: option }, { weight: 1, arbitrary: fc.constant("x") }),
      fc.boolean(),
    )
    .map(([id, chosen]) => ({ id, chosen }));
  const condition = fc
    .record({
      kind: fc.constantFrom("all" as const, "any" as const),
      parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    })
    .map(
      ({ kind, parts }): Condition => ({
        kind,
        of: parts.map(({ id, chosen }): Condition => {
          const of = is(id === "x" ? "other" : "kinds", id);
          return chosen ? of : { kind: "not", of };
        }),
      }),
    );
  const weight = fc.oneof(
    fc.integer({ min: 1, max: 9 }).map((stateless) => ({ ...noPoints, stateless })),
    fc.integer({ min: 1, max: 4 }).map((live) => ({ ...noPoints, live })),
    fc.integer({ min: 1, max: 4 }).map((kept) => ({ ...noPoints, kept })),
  );
  const packs = fc
    .record({
      rules: fc.array(fc.tuple(condition, weight), { minLength: 2, maxLength: 7 }),
      veto: fc.option(fc.tuple(condition, fc.constantFrom(...styles)), { freq: 1 }),
      implying: fc.option(option, { freq: 1 }),
    })
    .map(({ rules, veto, implying }) =>
      packOf(kinds, {
        rules: rules.map(([when, points], index) => bareRule(`r${index}`, when, points)),
        vetoes: veto === null ? [] : [{ id: "v", when: veto[0], forbids: veto[1], ...groundless }],
        when: implying === null ? undefined : is("kinds", implying),
      }),
    );

  it("overturns where one of its 32 sets gives another verdict", () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(packs, (pack) => {
        const verdictWith = (answers: Answers): Verdict =>
          evaluate(pack, profileOf(pack, answers).possible).verdict;
        const expected = answersTo(pack, 0).some(
          (answer) => verdictWith(new Map([["kinds", answer]])) !== verdictWith(new Map()),
        );
        seen.add(expected);
        expect(overturnsOf(pack)).toBe(expected);
      }),
      { seed: 20_268, numRuns: 100 },
    );
    expect(seen.size).toBe(2);
  });

  it("leaves the trial as it was", () => {
    const all: Condition = { kind: "all", of: kinds.map((kind) => is("kinds", kind)) };
    const pack = packOf(kinds, { rules: [bareRule("r", all, { ...noPoints, live: 1 })] });
    const trial = new Trial(pack, profileOf(pack, new Map()));
    expect([trial.verdict, overturns(pack, trial, 0), trial.verdict]).toEqual([
      "undecided",
      true,
      "undecided",
    ]);
    expect(kinds.map((_, variable) => trial.maskOf(variable))).toEqual([3, 3, 3, 3, 3]);
  });
});

// All forty give 40 points for stateful; as many as for stateless are enough.
it.each([
  [40, true],
  [41, false],
])("forty options against %i points are not tried set by set", (stateless, expected) => {
  const kinds = Array.from({ length: 40 }, (_, index) => `k${index}`);
  const pack = packOf(kinds, {
    rules: [
      ...kinds.map((kind) => bareRule(kind, is("kinds", kind), { ...noPoints, live: 1 })),
      bareRule("against", is("other", "x"), { ...noPoints, stateless }),
    ],
  });
  const tried = vi.spyOn(Trial.prototype, "change");
  expect(overturnsOf(pack, answersOf({ other: "x" }))).toBe(expected);
  const changes = tried.mock.calls.length;
  tried.mockRestore();
  // Each is left out once, to begin with, and chosen once.
  expect(changes).toBe(80);
});

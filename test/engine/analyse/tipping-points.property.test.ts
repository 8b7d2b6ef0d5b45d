import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { alternativesOf } from "../../../src/engine/analyse/alternatives.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import {
  concernTippingPointsOf,
  listLimit,
  sizeLimit,
  tippingPointsOf,
} from "../../../src/engine/analyse/tipping-points.js";
import type { Change, ConcernTippingPoint, TippingPoint } from "../../../src/engine/model/analysis.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { concerns } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { barePack, bareQuestion, bareRule, compiled } from "../bare-pack.js";
import { generatedCase } from "../generated-pack.js";
import { naiveDecisionOn } from "../naive-decision.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

const run = { seed: 20_263, numRuns: 200 };

/** Answers that speak against keeping in small amounts, and one for it: it takes several to turn the scales. */
const balancedCase = fc
  .record({
    against: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 6 }),
    base: fc.integer({ min: 1, max: 5 }),
    place: fc.constantFrom(-1, 1, 2),
    concern: fc.constantFrom("interaction" as const, "workflow" as const),
  })
  .map(({ against, base, place, concern }) => {
    const ids = against.map((_, index) => `q${index}`);
    const pack = tinyPack({
      questions: Object.fromEntries([...ids, "base"].map((id) => [id, ["a", "b", "c"]])),
      rules: [
        ...against.map(
          (points, index) => [{ [`q${index}`]: ["a", "b"] }, { need: -points, concern }] as const,
        ),
        [{ base: "a" }, { need: base, concern }],
        [{ base: ["a", "b"] }, { place }],
        [{ q0: "b" }, { need: -1 }],
        [{ q1: "a" }, { need: -1 }],
      ],
    });
    return { pack, answers: answersOf(Object.fromEntries([...ids, "base"].map((id) => [id, "a"]))) };
  });

describe("tipping points", () => {
  it("are exactly the smallest sets of changes that change the verdict", () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(fc.oneof(generatedCase({ questions: 5, rules: 12 }), balancedCase), ({ pack, answers }) => {
        const { points, left, complete } = searched(pack, answers);
        const expected = smallestSets(pack, answers);
        const listed = points.map(({ changes, verdict }) => ({ changes, verdict }));
        expect(complete).toBe(expected.length > 0 || changesOf(pack, answers).length <= sizeLimit);
        expect(listed.length + left).toBe(expected.length);
        const shown = expected[0]?.changes.length === 1 ? expected : expected.slice(0, listLimit);
        expect(listed).toEqual(shown);
        sizes.add(expected[0]?.changes.length ?? 0);
      }),
      run,
    );
    expect([...sizes].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it("of concerns are exactly the single changes that move one to another class", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(generatedCase({ questions: 5, rules: 12 }), ({ pack, answers }) => {
        const { scenario, alternatives } = startOf(pack, answers);
        const now = naiveDecisionOn(pack, answers).classes;
        const expected = changesOf(pack, answers)
          .flat()
          .flatMap((change): readonly ConcernTippingPoint[] => {
            const after = naiveDecisionOn(pack, apply(answers, change)).classes;
            return concerns
              .filter((concern) => after[concern] !== now[concern])
              .map((concern) => ({ concern, change, class: after[concern] }));
          });
        expect(concernTippingPointsOf(scenario, alternatives)).toEqual(expected);
        for (const { concern, class: to } of expected) seen.add(`${concern} ${to}`);
      }),
      { ...run, numRuns: 400 /* to see all of them */ },
    );
    expect(seen.size).toBe(11);
  });
});

describe("a search that would take too long", () => {
  /**
   * Each pair of neighbours that are answered by yes has a point for keeping, and three points are against it: any four
   * changes make three pairs at most, while each of them may be part of two.
   */
  function tangled(count: number): { readonly pack: CompiledPack; readonly answers: Answers } {
    const ids = Array.from({ length: count }, (_, index) => `q${index}`);
    const is = (answer: string, names: readonly string[]): Condition[] =>
      names.map((question) => ({ kind: "answer", question, options: [answer] }));
    const pairs = ids
      .slice(1)
      .map((id, index) =>
        bareRule(`pair-${id}`, { kind: "all", of: is("yes", ids.slice(index, index + 2)) }, { need: 1 }),
      );
    const standing: Condition = { kind: "any", of: is("no", ids.slice(0, 5)) };
    return {
      pack: compiled(
        barePack({
          questions: ids.map((id) => bareQuestion(id, ["no", "yes"])),
          rules: [...pairs, bareRule("standing", standing, { need: -3 })],
        }),
      ),
      answers: new Map(ids.map((id) => [id, { kind: "chosen", options: ["no"], note: null }])),
    };
  }

  /** For the sets of one size. */
  const most = 30_000;

  // Sets of three have to be begun: C(15, 3) = 455, C(30, 3) = 4060. A change takes 18 to 26.
  it.each([
    [15, 4],
    [30, 3],
  ])("of %i questions is done up to sets of %i", (count, upTo) => {
    const { pack, answers } = tangled(count);
    const tried = vi.spyOn(Scenario.prototype, "with");
    const found = searched(pack, answers, most);
    const changes = tried.mock.calls.length;
    tried.mockRestore();
    expect(found).toEqual({ points: [], left: 0, complete: false, searched: upTo });
    expect(changes).toBeLessThan(count + most / 18);
  });

  it("keeps what was found until then, and says that there may be more", () => {
    // Any two of 40 changes turn the verdict: C(40, 2) · 9² = 63,180 sets.
    const ids = Array.from({ length: 40 }, (_, index) => `q${index}`);
    const options = Array.from({ length: 9 }, (_, index) => `yes-${index}`);
    const answer = (question: string, chosen: readonly string[]): Condition => ({
      kind: "answer",
      question,
      options: chosen,
    });
    const standing: Condition = { kind: "any", of: ids.slice(0, 3).map((id) => answer(id, ["no"])) };
    const pack = compiled(
      barePack({
        questions: ids.map((id) => bareQuestion(id, ["no", ...options])),
        rules: [
          ...ids.map((id) => bareRule(`with-${id}`, answer(id, options), { need: 2 })),
          bareRule("standing", standing, { need: -3 }),
        ],
      }),
    );
    const answers: Answers = new Map(ids.map((id) => [id, { kind: "chosen", options: ["no"], note: null }]));
    const { points, left, ...rest } = searched(pack, answers, 55_000);
    expect({ listed: points.length, ...rest }).toEqual({ listed: listLimit, complete: false, searched: 1 });
    // The first answer changed leads to 9 · 9 · 39 = 3159 sets. Each of its nine changes takes 1, and after it each
    // of nine to two questions that the standing rule names 20, to the other 37 17: 9 · (1 + 9 · 669) = 54,198 in all.
    expect(listLimit + left).toBeGreaterThan(3159);
    expect(listLimit + left).toBeLessThan(3250);
    const whole = searched(pack, answers);
    expect(whole).toEqual({ points, left: 63_180 - listLimit, complete: true, searched: 2 });
  });
});

function startOf(pack: CompiledPack, answers: Answers) {
  const profile = profileOf(pack, answers);
  const scenario = Scenario.of(pack, profile);
  return { scenario, alternatives: alternativesOf(pack, profile, scenario) };
}

function searched(pack: CompiledPack, answers: Answers, most?: number) {
  const { scenario, alternatives } = startOf(pack, answers);
  return tippingPointsOf(scenario, alternatives, most);
}

/** All sets of up to `sizeLimit` changes that change the verdict and are of the smallest such size, by listing them all. */
function smallestSets(pack: CompiledPack, answers: Answers): readonly TippingPoint[] {
  const now = naiveDecisionOn(pack, answers).verdict;
  const groups = changesOf(pack, answers);
  for (let size = 1; size <= sizeLimit; size += 1) {
    const found = setsOf(groups, size).flatMap((changes): readonly TippingPoint[] => {
      const { verdict } = naiveDecisionOn(pack, changes.reduce(apply, answers));
      return verdict === now ? [] : [{ changes, verdict }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

function setsOf(groups: readonly (readonly Change[])[], size: number): readonly (readonly Change[])[] {
  if (size === 0) return [[]];
  return groups.flatMap((group, index) =>
    group.flatMap((change) => setsOf(groups.slice(index + 1), size - 1).map((rest) => [change, ...rest])),
  );
}

/** The changes that exclude each other, a group each. */
function changesOf(pack: CompiledPack, answers: Answers): readonly (readonly Change[])[] {
  return pack.questions.flatMap((question): readonly (readonly Change[])[] => {
    const answer = answers.get(question.id);
    if (answer?.kind !== "chosen") return [];
    const ids = question.options.filter(({ none }) => !none).map(({ id }) => id);
    if (!question.several) {
      const [from = ""] = answer.options;
      return [ids.filter((to) => to !== from).map((to) => ({ question: question.id, from, to }))];
    }
    return ids.map((id) => [
      answer.options.includes(id)
        ? { question: question.id, from: id, to: null }
        : { question: question.id, from: null, to: id },
    ]);
  });
}

function apply(answers: Answers, { question, from, to }: Change): Answers {
  const answer = answers.get(question);
  const before = answer?.kind === "chosen" ? answer.options : [];
  const kept = before.filter((option) => option !== from && option !== "none-of-these");
  const options = to === null ? kept : [...kept, to];
  const named = options.length === 0 ? ["none-of-these"] : options;
  return new Map([...answers, [question, { kind: "chosen", options: named, note: null }]]);
}

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { analyse } from "../../../src/engine/analyse/analyse.js";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import { listLimit, sizeLimit, tippingPointsOf } from "../../../src/engine/analyse/tipping-points.js";
import type { Change, TippingPoint } from "../../../src/engine/model/analysis.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../../src/engine/model/condition.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { evaluate } from "../../../src/engine/score/score.js";
import { barePack, bareQuestion, bareRule, compiled } from "../bare-pack.js";
import { generatedCase } from "../generated-pack.js";

const run = { seed: 20_263, numRuns: 200 };

describe("tipping points (law 7)", () => {
  it("are exactly the smallest sets of changes that change the verdict", () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(generatedCase({ questions: 5, rules: 8 }), ({ pack, answers }) => {
        const { points, left, complete } = analyse(pack, profileOf(pack, answers)).tippingPoints;
        const expected = smallestSets(pack, answers);
        const listed = points.map(({ changes, verdict }) => ({ changes, verdict }));
        expect(complete || expected.length > 0 || changesOf(pack, answers).length > sizeLimit).toBe(true);
        expect(listed.length + left).toBe(expected.length);
        const shown = expected[0]?.changes.length === 1 ? expected : expected.slice(0, listLimit);
        expect(listed).toEqual(shown);
        sizes.add(expected[0]?.changes.length ?? 0);
      }),
      run,
    );
    expect([...sizes].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe("a search that would take too long", () => {
  /** Every rule for stateful takes six changes at once, which no bound on single changes sees coming. */
  function tangled(count: number): { readonly pack: CompiledPack; readonly answers: Answers } {
    const ids = Array.from({ length: count }, (_, index) => `q${index}`);
    const is = (answer: string, names: readonly string[]): Condition[] =>
      names.map((question) => ({ kind: "answer", question, options: [answer] }));
    const rules = ids
      .slice(5)
      .map((id, index) =>
        bareRule(
          `six-to-${id}`,
          { kind: "all", of: is("yes", ids.slice(index, index + 6)) },
          { ...noPoints, kept: 9 },
        ),
      );
    const standing: Condition = { kind: "any", of: is("no", ids.slice(0, 7)) };
    return {
      pack: compiled(
        barePack({
          questions: ids.map((id) => bareQuestion(id, ["no", "yes"])),
          rules: [...rules, bareRule("standing", standing, { ...noPoints, stateless: 1 })],
        }),
      ),
      answers: new Map(ids.map((id) => [id, { kind: "chosen", options: ["no"], note: null }])),
    };
  }

  /** Of sets of one size that are tried. */
  const most = 5000;

  // C(15, 4) = 1365 sets of four, C(30, 3) = 4060 of three, C(30, 4) = 27,405.
  it.each([
    [15, 4],
    [30, 3],
  ])("of %i questions is done up to sets of %i", (count, searched) => {
    const { pack, answers } = tangled(count);
    const profile = profileOf(pack, answers);
    const tried = vi.spyOn(Scenario.prototype, "with");
    const found = tippingPointsOf(pack, profile, Scenario.of(pack, profile), most);
    const changes = tried.mock.calls.length;
    tried.mockRestore();
    expect(found).toEqual({ points: [], left: 0, complete: false, searched });
    expect(changes).toBeLessThan(3 * most);
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
          ...ids.map((id) => bareRule(`with-${id}`, answer(id, options), { ...noPoints, live: 2 })),
          bareRule("standing", standing, { ...noPoints, stateless: 3 }),
        ],
      }),
    );
    const answers: Answers = new Map(ids.map((id) => [id, { kind: "chosen", options: ["no"], note: null }]));
    const profile = profileOf(pack, answers);
    const { points, left, ...rest } = tippingPointsOf(pack, profile, Scenario.of(pack, profile), most);
    expect({ listed: points.length, ...rest }).toEqual({ listed: listLimit, complete: false, searched: 1 });
    // The first answer changed leads to 9 · 9 · 39 sets, with one change for each and nine for it: 3168 of the 5000.
    expect(listLimit + left).toBeGreaterThan(3159);
    expect(listLimit + left).toBeLessThan(most);
    const whole = tippingPointsOf(pack, profile, Scenario.of(pack, profile));
    expect(whole).toEqual({ points, left: 63_180 - listLimit, complete: true, searched: 2 });
  });
});

const noPoints = { live: 0, kept: 0, stateless: 0 };

/** All sets of up to `sizeLimit` changes that change the verdict and are of the smallest such size, by listing them all. */
function smallestSets(pack: CompiledPack, answers: Answers): readonly TippingPoint[] {
  const now = evaluate(pack, profileOf(pack, answers).possible).verdict;
  const groups = changesOf(pack, answers);
  for (let size = 1; size <= sizeLimit; size += 1) {
    const found = setsOf(groups, size).flatMap((changes): readonly TippingPoint[] => {
      const { verdict } = evaluate(pack, profileOf(pack, changes.reduce(apply, answers)).possible);
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

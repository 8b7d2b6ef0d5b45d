import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Pack, Rule, Weight } from "../../../src/engine/model/pack.js";
import { contributionsOf } from "../../../src/engine/score/contributions.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { score } from "../../../src/engine/score/score.js";
import { generatedCase } from "../generated-pack.js";
import { naive } from "../naive-condition.js";

const runs = { seed: 20_261, numRuns: 200 } as const;

function recompiled(pack: Pack): CompiledPack {
  const outcome = compilePack(pack);
  if (outcome.kind === "failed")
    throw new Error(`a changed pack no longer compiles: ${outcome.problems[0]?.code}`);
  return outcome.value;
}

function result(pack: CompiledPack, answers: Answers) {
  return score(pack, profileOf(pack, answers).possible);
}

const figures = (pack: CompiledPack, answers: Answers) => {
  const { scores, verdict, balance, boundness, concerns } = result(pack, answers);
  return { scores, verdict, balance, boundness, concerns };
};

/** Every full assignment that agrees with what is answered or implied. */
function assignments(
  pack: CompiledPack,
  answers: Answers,
): readonly ReadonlyMap<string, readonly string[]>[] {
  const { possible } = profileOf(pack, answers);
  let all: readonly ReadonlyMap<string, readonly string[]>[] = [new Map()];
  for (const question of pack.questions) {
    let ways: readonly (readonly string[])[] = [[]];
    for (const { index, states } of question.variables) {
      const open = states.filter((_, state) => ((possible[index] ?? 0) & (1 << state)) !== 0);
      ways = ways.flatMap((way) => open.map((state) => (state === "" ? way : [...way, state])));
    }
    const none = question.options.find((option) => option.none)?.id;
    const named = ways.map((way) => (way.length === 0 && none !== undefined ? [none] : way));
    all = all.flatMap((partial) => named.map((way) => new Map([...partial, [question.id, way]])));
  }
  return all;
}

describe("laws of scoring, on generated packs", () => {
  it("a rule fires exactly when its condition holds on every completion", () => {
    fc.assert(
      fc.property(generatedCase({ questions: 4, rules: 6 }), ({ pack, answers }) => {
        const { possible } = profileOf(pack, answers);
        const full = assignments(pack, answers);
        for (const { entry: rule, condition } of pack.rules) {
          expect(holds(condition, possible)).toBe(full.every((chosen) => naive(rule.when, chosen)));
        }
      }),
      runs,
    );
  });

  it("1: the order of rules, vetoes and answers changes nothing", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const { rules, vetoes } = pack.source;
        const turned = recompiled({ ...pack.source, rules: rules.toReversed(), vetoes: vetoes.toReversed() });
        expect(figures(turned, new Map([...answers].toReversed()))).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });

  it("2: `unsure` scores as left out", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const without = new Map([...answers].filter(([, answer]) => answer.kind === "chosen"));
        expect(figures(pack, without)).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });

  it("3: scaling every weight, and the minimum of evidence along, changes no verdict, balance or boundness", () => {
    fc.assert(
      fc.property(generatedCase(), fc.integer({ min: 2, max: 9 }), ({ pack, answers }, factor) => {
        const scaled = recompiled({
          ...pack.source,
          settings: {
            ...pack.source.settings,
            minimumEvidence: pack.source.settings.minimumEvidence * factor,
          },
          rules: pack.source.rules.map((rule) => ({ ...rule, weight: times(rule.weight, factor) })),
        });
        const [before, after] = [result(pack, answers), result(scaled, answers)];
        expect(after.verdict).toBe(before.verdict);
        expect(after.balance).toBe(before.balance);
        expect(after.boundness).toBe(before.boundness);
      }),
      runs,
    );
  });

  it("4: one more rule that fires never moves balance or boundness the other way", () => {
    fc.assert(
      fc.property(
        generatedCase(),
        fc.constantFrom<Weight>(
          { live: 2, kept: 0, stateless: 0 },
          { live: 0, kept: 2, stateless: 0 },
          { live: 0, kept: 0, stateless: 2 },
        ),
        ({ pack, answers }, weight) => {
          const model = result(pack, answers).firedRules[0]?.entry;
          fc.pre(model !== undefined);
          const added: Rule = {
            ...(model as Rule),
            id: "added",
            weight,
            favours: weight.stateless > 0 ? "stateless" : "stateful",
          };
          const before = result(pack, answers);
          const after = result(recompiled({ ...pack.source, rules: [...pack.source.rules, added] }), answers);
          const sign = weight.stateless > 0 ? -1 : 1;
          expect(sign * ((after.balance ?? 0) - (before.balance ?? 0))).toBeGreaterThanOrEqual(0);
          if (weight.live > 0) expect(after.boundness ?? 0).toBeGreaterThanOrEqual(before.boundness ?? 0);
          if (weight.kept > 0 && before.boundness !== null)
            expect(after.boundness ?? 0).toBeLessThanOrEqual(before.boundness);
        },
      ),
      runs,
    );
  });

  it("8: contributions sum to the scores exactly", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const { possible } = profileOf(pack, answers);
        const scored = score(pack, possible);
        const parts = contributionsOf(pack, possible, scored);
        for (const kind of ["live", "kept", "stateless"] as const) {
          const sum = parts.reduce((total, part) => total + part[kind], 0);
          expect(sum).toBe(scored.scores[kind] * pack.shares);
        }
        for (const { question } of parts)
          expect(["given", "implied"]).toContain(profileOf(pack, answers).answerStates[question.index]);
      }),
      runs,
    );
  });

  it("10: giving an implied answer explicitly changes nothing but the mark", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        const explicit = new Map(answers);
        for (const { id, index, variables } of pack.questions) {
          if (profile.answerStates[index] !== "implied") continue;
          const [variable] = variables;
          const state = Math.log2(profile.possible[variable?.index ?? -1] ?? 0);
          const option = variable?.states[state] ?? "";
          explicit.set(id, { kind: "chosen", options: [option], note: null });
        }
        expect(profileOf(pack, explicit).possible).toEqual(profile.possible);
        expect(figures(pack, explicit)).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });
});

function times({ live, kept, stateless }: Weight, factor: number): Weight {
  return { live: live * factor, kept: kept * factor, stateless: stateless * factor };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePack } from "../../../src/engine/compile/compile-pack.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Pack } from "../../../src/engine/model/pack.js";
import { forms } from "../../../src/engine/model/scores.js";
import { concerns, type Place, verdicts } from "../../../src/engine/model/verdict.js";
import { contributionsOf } from "../../../src/engine/score/contributions.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { placeState, withHarmless } from "../../../src/engine/score/place-state.js";
import { score, scoreOf } from "../../../src/engine/score/score.js";
import { bareRule, type Effect } from "../bare-pack.js";
import { answersTo, withAnswer } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { type Chosen, naive } from "../naive-condition.js";
import { naiveDecision } from "../naive-decision.js";

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

function figures(pack: CompiledPack, answers: Answers) {
  const { verdict, concerns } = result(pack, answers);
  return { verdict, concerns };
}

/** Every full assignment that agrees with what is answered or implied. */
function assignments(pack: CompiledPack, answers: Answers): readonly Chosen[] {
  const { possible } = profileOf(pack, answers);
  let all: readonly Chosen[] = [new Map()];
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
  it("a rule fires exactly when its condition holds on every completion, and those that fire decide", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(generatedCase({ questions: 4, rules: 9 }), ({ pack, answers }) => {
        const full = assignments(pack, answers);
        const fired = pack.source.rules.filter(({ when }) => full.every((chosen) => naive(when, chosen)));
        const scored = result(pack, answers);
        expect(scored.fired.map(({ entry }) => entry)).toEqual(fired);
        const classes = Object.fromEntries(
          concerns.map((concern) => [concern, scored.concerns[concern].class]),
        );
        expect({ verdict: scored.verdict, classes }).toEqual(naiveDecision(fired));
        seen.add(scored.verdict);
      }),
      runs,
    );
    expect(seen).toEqual(new Set(verdicts));
  });

  it("the verdict follows from where state lives", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const profile = profileOf(pack, answers);
        const scored = score(pack, profile.possible);
        const placed = placeState(pack, withHarmless(pack, profile), scored);
        expect(placed === null).toBe(scored.verdict === "undecided");
        if (placed === null) return;
        const places = concerns.map((concern): Place => placed.placements[concern].place);
        const bound = placed.placements.interaction.place === "connection";
        const kept = places.some((place) => place === "shared-store" || place === "resource");
        expect(scored.verdict).toBe(bound ? "stateful" : kept ? "hybrid" : "stateless");
        expect(bound || !places.includes("connection")).toBe(true);
      }),
      runs,
    );
  });

  it("a question that bears on the place never turns kept into not kept or back", () => {
    let moved = 0;
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const question = pack.questions.find(({ bearsOnPlace }) => bearsOnPlace);
        fc.pre(question !== undefined);
        const before = result(pack, answers);
        for (const answer of answersTo(question)) {
          const after = result(pack, withAnswer(answers, question.id, answer));
          for (const concern of concerns)
            expect(after.concerns[concern].kept).toBe(before.concerns[concern].kept);
          if (after.verdict !== before.verdict) {
            expect([before.verdict, after.verdict].sort()).toEqual(["hybrid", "stateful"]);
            moved += 1;
          }
        }
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(0);
  });

  it("the order of rules and answers changes nothing", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const turned = recompiled({ ...pack.source, rules: pack.source.rules.toReversed() });
        expect(figures(turned, new Map([...answers].toReversed()))).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });

  it("`unsure` scores as left out", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const without = new Map([...answers].filter(([, answer]) => answer.kind === "chosen"));
        expect(figures(pack, without)).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });

  it("scoring and implications never read the harmless option", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const questions = pack.source.questions.map((question) => ({ ...question, harmless: null }));
        const without = recompiled({ ...pack.source, questions });
        expect(profileOf(without, answers)).toEqual(profileOf(pack, answers));
        expect(figures(without, answers)).toEqual(figures(pack, answers));
      }),
      runs,
    );
  });

  it("scaling all points changes no verdict and no class", () => {
    fc.assert(
      fc.property(generatedCase(), fc.integer({ min: 2, max: 9 }), ({ pack, answers }, factor) => {
        const rules = pack.source.rules.map((rule) => ({ ...rule, points: rule.points * factor }));
        const [before, after] = [
          result(pack, answers),
          result(recompiled({ ...pack.source, rules }), answers),
        ];
        expect(after.verdict).toBe(before.verdict);
        for (const concern of concerns)
          expect(after.concerns[concern].class).toBe(before.concerns[concern].class);
      }),
      runs,
    );
  });

  it("one more rule that fires never moves a concern the other way", () => {
    const up = { "not-kept": 0, elsewhere: 1, bound: 2 } as const;
    const effects: readonly Effect[] = concerns.flatMap((concern): readonly Effect[] => [
      { need: 2, concern },
      { need: -2, concern },
      { given: "must", concern },
      { given: "must-not", concern },
    ]);
    const placing: readonly Effect[] = [
      { place: 2 },
      { place: -2 },
      { given: "must-bind" },
      { given: "may-not-bind" },
    ];
    const isFor = (effect: Effect): boolean =>
      "need" in effect
        ? effect.need > 0
        : "place" in effect
          ? effect.place > 0
          : "given" in effect && (effect.given === "must" || effect.given === "must-bind");
    fc.assert(
      fc.property(generatedCase(), fc.constantFrom(...effects, ...placing), ({ pack, answers }, effect) => {
        const added = bareRule("added", { kind: "all", of: [] }, effect);
        const before = result(pack, answers);
        const after = scoreOf([...before.fired, { entry: added, condition: [[]] }]);
        for (const concern of concerns) {
          const step = up[after.concerns[concern].class] - up[before.concerns[concern].class];
          expect(isFor(effect) ? step : -step).toBeGreaterThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it("contributions sum to the points of each concern and form exactly", () => {
    fc.assert(
      fc.property(generatedCase(), ({ pack, answers }) => {
        const { possible, answerStates } = profileOf(pack, answers);
        const scored = score(pack, possible);
        const parts = contributionsOf(pack, possible, scored.fired);
        for (const concern of concerns)
          for (const form of forms)
            for (const side of ["for", "against"] as const) {
              const own = parts.filter((part) => part.concern === concern && part.form === form);
              const sum = own.reduce((total, part) => total + part[side], 0);
              expect(sum).toBe(scored.concerns[concern][form][side] * pack.shares);
            }
        for (const { question } of parts)
          expect(["given", "implied"]).toContain(answerStates[question.index]);
      }),
      runs,
    );
  });

  it("giving an implied answer explicitly changes nothing but the mark", () => {
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

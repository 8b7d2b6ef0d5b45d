import fc from "fast-check";
import { expect, it } from "vitest";
import { assumptionsOf, openEffects } from "../../../src/engine/advise/assumptions.js";
import { reportedOpenQuestions } from "../../../src/engine/advise/reported-answers.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Guidance, Placement, Tradeoff } from "../../../src/engine/model/pack.js";
import type { Assumption, Recommendation } from "../../../src/engine/model/recommendation.js";
import { forms } from "../../../src/engine/model/scores.js";
import { type Concern, classOfPlace, concerns } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { placeState, withHarmless } from "../../../src/engine/score/place-state.js";
import { score } from "../../../src/engine/score/score.js";
import { compiled } from "../bare-pack.js";
import { withAnswer } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { type Chosen, naive } from "../naive-condition.js";
import { recommended } from "./recommended.js";

const size = { questions: 5, rules: 12 } as const;

it("contributions are whole shares that add up to A, B, P and Q exactly, the largest of each first", () => {
  fc.assert(
    fc.property(generatedCase(), ({ pack, answers }) => {
      const shown = recommended(pack, answers, false);
      for (const { concern, ...evidence } of shown.concerns)
        for (const form of forms) {
          const own = shown.contributions.filter((each) => each.concern === concern && each.form === form);
          for (const side of ["for", "against"] as const) {
            const shares = own.reduce((sum, each) => sum + each[side], 0);
            expect(shares).toBe(evidence[form][side] * pack.shares);
          }
          for (const each of own) {
            expect(each.denominator).toBe(pack.shares);
            expect([each.for, each.against].every(Number.isSafeInteger)).toBe(true);
            const { state } = shown.answers.find(({ question }) => question === each.question) ?? {};
            expect(state).toBe(each.implied ? "implied" : "given");
          }
          const sizes = own.map((each) => each.for + each.against);
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        }
      expect(
        new Set(shown.contributions.map(({ concern, form, question }) => concern + form + question)).size,
      ).toBe(shown.contributions.length);
    }),
  );
});

it("the rules shown are those that fire and bear on something, and their points are A, B, P and Q", () => {
  fc.assert(
    fc.property(generatedCase(), ({ pack, answers }) => {
      const { rules, settled, concerns: shown } = recommended(pack, answers, false);
      const isBound = shown[0]?.class === "bound";
      for (const { concern, must, mustNot, mustBind, mayNotBind, follows, ...evidence } of shown) {
        for (const form of forms)
          for (const [side, sign] of [
            ["for", 1],
            ["against", -1],
          ] as const) {
            const points = rules
              .filter(({ rule }) => rule.concern === concern && rule.kind === form)
              .map(({ rule }) => Math.max(sign * rule.points, 0));
            expect(points.reduce((sum, each) => sum + each, 0)).toBe(evidence[form][side]);
          }
        const kinds = new Set(
          settled.filter(({ rule }) => rule.concern === concern).map(({ rule }) => rule.kind),
        );
        expect({
          must: kinds.has("must"),
          mustNot: kinds.has("must-not"),
          mustBind: kinds.has("must-bind"),
          mayNotBind: kinds.has("may-not-bind"),
          follows: kinds.has("follows"),
        }).toEqual({ must, mustNot, mustBind, mayNotBind, follows: follows && isBound });
      }
    }),
  );
});

/** The pack with a tradeoff and advice for each of its rules, under the condition of that rule. */
function withAdvice({ source }: CompiledPack): CompiledPack {
  const shown = { places: null, text: "", sources: [] };
  return compiled({
    ...source,
    tradeoffs: source.rules.map(
      ({ when }, index): Tradeoff => ({
        ...shown,
        id: `tradeoff-${index}`,
        when,
        style: index % 2 === 0 ? "stateful" : "stateless",
        kind: "advantage",
        mitigation: null,
      }),
    ),
    guidance: source.rules.map(
      ({ when }, index): Guidance => ({
        ...shown,
        id: `guidance-${index}`,
        when,
        topic: "retries",
        verdict: null,
        because: "",
      }),
    ),
  });
}

/** Every way of answering the questions that are open and have no harmless option, with what is known or harmless. */
function readings({ source }: CompiledPack, { answers }: Recommendation): readonly Chosen[] {
  const known = new Map(answers.map(({ question, options }) => [question, options.map(({ id }) => id)]));
  let all: readonly Chosen[] = [new Map()];
  for (const { id, harmless, several, options } of source.questions) {
    const each = options.filter(({ none }) => !none).map((option) => [option.id]);
    const none = options.filter((option) => option.none).map((option) => option.id);
    const sets = each.reduce<readonly (readonly string[])[]>(
      (found, [option = ""]) => found.flatMap((set) => [set, [...set, option]]),
      [[]],
    );
    const every = several ? sets.map((set) => (set.length === 0 ? none : set)) : each;
    const given = known.get(id) ?? (harmless === null ? undefined : [harmless]);
    const ways = given === undefined ? every : [given.length === 0 ? none : given];
    all = all.flatMap((partial) => ways.map((way) => new Map([...partial, [id, way]])));
  }
  return all;
}

it("placements, second homes, tradeoffs and guidance read open questions as harmless, or else all ways of answering", () => {
  fc.assert(
    fc.property(generatedCase({ questions: 4, rules: 8 }), ({ pack: plain, answers }) => {
      const pack = withAdvice(plain);
      const shown = recommended(pack, answers, false);
      fc.pre(shown.verdict !== "undecided");
      const all = readings(pack, shown);
      const holding = <Entry extends { readonly when: Placement["when"] }>(entries: readonly Entry[]) =>
        entries.filter(({ when }) => when === null || all.every((chosen) => naive(when, chosen)));
      const { placements, backings, tradeoffs, guidance } = pack.source;
      for (const { concern, class: own, placement } of shown.concerns) {
        const first = holding(placements).find(
          (entry) => entry.concern === concern && classOfPlace[entry.place] === own,
        );
        expect(placement?.id).toBe(first?.id);
        const backing = concern === "interaction" && own === "bound" ? holding(backings)[0] : undefined;
        expect(placement?.backedBy?.id).toBe(backing?.id);
      }
      expect(shown.guidance).toEqual(holding(guidance));
      expect(shown.tradeoffs).toEqual(
        holding(tradeoffs).filter(({ style }) => style === shown.verdict || shown.verdict === "hybrid"),
      );
    }),
  );
});

/** What each open question would change, by recommending again with each answer. */
function naiveEffects(pack: CompiledPack, answers: Answers) {
  const now = recommended(pack, answers, false);
  const open = new Set(now.open.map(({ question }) => question));
  return pack.source.questions.flatMap(({ id, harmless, options }) => {
    if (!open.has(id)) return [];
    const otherwise = options.flatMap((option): Assumption["otherwise"] => {
      const answer = { kind: "chosen", options: [option.id], note: null } as const;
      const then = recommended(pack, withAnswer(answers, id, answer), false);
      const moved = concerns.filter((concern) => homeIn(then, concern) !== homeIn(now, concern));
      const verdict = then.verdict === now.verdict ? null : then.verdict;
      return verdict === null && moved.length === 0 ? [] : [{ option: option.id, verdict, concerns: moved }];
    });
    return [{ id, harmless, otherwise }];
  });
}

/** The place, pattern and second pattern of a concern, as a text. */
function homeIn({ concerns: all }: Recommendation, concern: Concern): string {
  const { place, pattern, backedBy } = all.find((each) => each.concern === concern)?.placement ?? {};
  return [place, pattern?.id, backedBy?.pattern.id].join(" ");
}

it("assumptions are the harmless options whose question, answered otherwise, would give another recommendation", () => {
  const seen = { verdict: 0, placesAlone: 0, unassumed: 0 };
  fc.assert(
    fc.property(generatedCase(size), ({ pack, answers }) => {
      const profile = profileOf(pack, answers);
      const now = score(pack, profile.possible);
      fc.pre(now.verdict !== "undecided");
      const placed = placeState(pack, withHarmless(pack, profile), now);
      const effects = openEffects(pack, profile, now, placed);
      const naive = naiveEffects(pack, answers);
      expect(assumptionsOf(effects)).toEqual(
        naive.flatMap(({ id, harmless, otherwise }) =>
          harmless === null || otherwise.length === 0 ? [] : [{ question: id, option: harmless, otherwise }],
        ),
      );
      const moving = reportedOpenQuestions(pack, profile, null, effects).map(({ question, moves }) => ({
        question,
        moves: [...moves],
      }));
      expect(moving).toEqual(
        naive.map(({ id, otherwise }) => ({
          question: id,
          moves: concerns.filter((each) => otherwise.some((other) => other.concerns.includes(each))),
        })),
      );
      for (const { harmless, otherwise } of naive) {
        for (const { verdict } of otherwise) seen[verdict === null ? "placesAlone" : "verdict"] += 1;
        if (harmless === null) seen.unassumed += otherwise.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});

import { expect } from "vitest";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import type { Rule } from "../../src/engine/model/pack.js";
import type { Recommendation } from "../../src/engine/model/recommendation.js";
import { forms } from "../../src/engine/model/scores.js";
import { classOfPlace, concerns, verdicts } from "../../src/engine/model/verdict.js";
import { type Chosen, naive } from "../engine/naive-condition.js";
import { naiveDecision } from "../engine/naive-decision.js";

/** The recommendation for a full assignment, straight from the pack's text: what fires, what it decides, and where. */
export function expectScoredAsNaively(
  { source: pack }: CompiledPack,
  chosen: Chosen,
  found: Recommendation,
): void {
  const holding = <Entry extends { readonly when: Condition | null }>(entries: readonly Entry[]) =>
    entries.filter(({ when }) => when === null || naive(when, chosen));
  const fired = holding(pack.rules);
  const [shown, settling] = [found.rules, found.settled].map((list) =>
    list.map(({ rule }) => rule.id).sort(),
  );
  const isPoints = ({ kind }: Rule): boolean => kind === "need" || kind === "place";
  expect(shown).toEqual(idsIn(fired.filter(isPoints)));
  const { verdict, classes } = naiveDecision(fired);
  const isIdle = ({ kind }: Rule): boolean => kind === "follows" && classes.interaction !== "bound";
  expect(settling).toEqual(idsIn(fired.filter((rule) => !isPoints(rule) && !isIdle(rule))));
  expect(found.verdict).toBe(verdict);
  expect(idsIn(found.clashes.map(({ clash }) => clash))).toEqual(idsIn(holding(pack.clashes)));
  for (const { concern, need, place, class: own, placement } of found.concerns) {
    expect(own).toBe(classes[concern]);
    for (const [kind, { for: up, against: down }] of Object.entries({ need, place })) {
      const points = fired.filter((rule) => rule.kind === kind && rule.concern === concern);
      expect([up, down]).toEqual([sumOf(points, 1), sumOf(points, -1)]);
    }
    const first = holding(pack.placements).find(
      (entry) => entry.concern === concern && classOfPlace[entry.place] === own,
    );
    expect(placement?.id).toBe(verdict === "undecided" ? undefined : first?.id);
  }
  expect(found.concerns[0]?.placement?.backedBy?.id).toBe(
    verdict === "stateful" ? holding(pack.backings)[0]?.id : undefined,
  );
}

const idsIn = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map(({ id }) => id).sort();

/** The points on one side. */
const sumOf = (rules: readonly Rule[], sign: 1 | -1): number =>
  rules.reduce((sum, { points }) => sum + Math.max(sign * points, 0), 0);

/** What every recommendation keeps to: the verdict is that of the places, and contributions are all that was counted. */
export function expectConsistent(found: Recommendation): void {
  const places = found.concerns.flatMap(({ placement }) => placement?.place ?? []);
  expect(places).toHaveLength(found.verdict === "undecided" ? 0 : concerns.length);
  const classes = new Set(places.map((place) => classOfPlace[place]));
  if (places.length > 0)
    expect(found.verdict).toBe(
      classes.has("bound") ? "stateful" : classes.has("elsewhere") ? "hybrid" : "stateless",
    );
  expect(found.keeps.length > 0).toBe(classes.has("bound") || classes.has("elsewhere"));
  for (const { concern, ...evidence } of found.concerns)
    for (const form of forms)
      for (const side of ["for", "against"] as const) {
        const own = found.contributions.filter((each) => each.concern === concern && each.form === form);
        const shares = own.reduce((sum, each) => sum + each[side], 0);
        expect(shares).toBe(evidence[form][side] * (own[0]?.denominator ?? 0));
      }
}

/** The limits of an analysis for any pack: numbers within their ranges, and only questions and options that exist. */
export function expectSane(
  { source: pack }: CompiledPack,
  given: Chosen,
  { analysis, assumptions, outOfReach, verdict, open: unanswered }: Recommendation,
): void {
  const still = new Set(unanswered.map(({ question }) => question));
  for (const { question, option, otherwise } of assumptions) {
    expect(still).toContain(question);
    expect(pack.questions.find(({ id }) => id === question)?.harmless).toBe(option);
    for (const other of otherwise) {
      expect(other.verdict).not.toBe(verdict);
      expect(other.verdict !== null || other.concerns.length > 0).toBe(true);
    }
  }
  expect(analysis === null).toBe(outOfReach.length > 0);
  if (analysis === null) return;
  const { stability, reach, open, tippingPoints, concernTippingPoints, trust } = analysis;
  expect([stability.at === null, stability.verdict === null]).toEqual([
    stability.radius === null,
    stability.radius === null,
  ]);
  if (stability.radius !== null) {
    expect(stability.radius).toBeGreaterThanOrEqual(0);
    expect(stability.radius).toBeLessThanOrEqual(1);
    expect(stability.verdict).not.toBe(verdict);
  }
  expect(Object.values(reach).every((count) => count >= 0n)).toBe(true);
  const reached = verdicts.filter((each) => reach[each] > 0n);
  expect(reached.length).toBeGreaterThan(0);
  for (const { question, valueOfInformation } of open) {
    expect(given.has(question)).toBe(false);
    expect(valueOfInformation).toBeGreaterThanOrEqual(-1e-9);
    expect(valueOfInformation).toBeLessThanOrEqual(2 + 1e-9);
  }
  for (const point of tippingPoints.points) {
    expect(point.verdict).not.toBe(verdict);
    expect(point.changes.every(({ question }) => given.has(question))).toBe(true);
  }
  for (const { change } of concernTippingPoints) expect(given.has(change.question)).toBe(true);
  expect(trust === null).toBe(verdict === "undecided");
  if (trust !== null) {
    const isSettled = String(reached) === verdict && !open.some(({ overturns }) => overturns);
    expect(trust.answers === "settled").toBe(isSettled);
    expect(trust.weights === "givens").toBe(stability.radius === null);
    if (trust.caps.length > 0) expect(trust.grade).toBe("fair");
  }
  if (given.size === pack.questions.length) expect([open, assumptions]).toEqual([[], []]);
}

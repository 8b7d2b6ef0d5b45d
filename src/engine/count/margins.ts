import type { CompiledPack, VerdictForms } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import type { Verdict } from "../model/verdict.js";
import { leastTotal, verdictBySigns } from "../score/verdict-of.js";

/**
 * A verdict depends only on the signs of five whole numbers, each a sum over the rules and vetoes that fire: how far
 * the evidence is from each boundary (its slack, at or beyond the boundary from 0 on).
 */
export interface Margins {
  /** needStateful·F − needStateless·L; from 0 on b ≥ β. */
  readonly need: number;
  /** boundLive·N − boundKept·K; from 0 on h ≥ η. */
  readonly bound: number;
  /** T − max(minimum of evidence, 1); from 0 on there is enough evidence. */
  readonly evidence: number;
  /** Fired vetoes against stateless − 1; from 0 on it is vetoed. */
  readonly forbidsStateless: number;
  /** Fired vetoes against stateful − 1; from 0 on it is vetoed. */
  readonly forbidsStateful: number;
}

/** For each margin a bit that is set while it is not negative; a set of them runs from 0 to 31. */
export const signBit = { need: 1, bound: 2, evidence: 4, forbidsStateless: 8, forbidsStateful: 16 } as const;

export const noMargins: Margins = { need: 0, bound: 0, evidence: 0, forbidsStateless: 0, forbidsStateful: 0 };

/** A value for each margin. */
export function perMargin<Value>(of: (name: keyof Margins) => Value): Record<keyof Margins, Value> {
  return {
    need: of("need"),
    bound: of("bound"),
    evidence: of("evidence"),
    forbidsStateless: of("forbidsStateless"),
    forbidsStateful: of("forbidsStateful"),
  };
}

/** Combines margins one by one. */
export function combine(a: Margins, b: Margins, by: (a: number, b: number) => number): Margins {
  return {
    need: by(a.need, b.need),
    bound: by(a.bound, b.bound),
    evidence: by(a.evidence, b.evidence),
    forbidsStateless: by(a.forbidsStateless, b.forbidsStateless),
    forbidsStateful: by(a.forbidsStateful, b.forbidsStateful),
  };
}

export function addMargins(a: Margins, b: Margins): Margins {
  return combine(a, b, (x, y) => x + y);
}

export function subtractMargins(a: Margins, b: Margins): Margins {
  return combine(a, b, (x, y) => x - y);
}

/** The margins while nothing fires. */
export function restingMargins(forms: VerdictForms): Margins {
  return { ...noMargins, evidence: -leastTotal(forms), forbidsStateless: -1, forbidsStateful: -1 };
}

/** What each rule, then each veto, adds to the margins when it fires. */
export const marginsOfEntries = oncePer(({ forms, rules, vetoes }: CompiledPack): readonly Margins[] => [
  ...rules.map(({ entry: { weight } }): Margins => {
    const stateful = weight.live + weight.kept;
    return {
      ...noMargins,
      need: forms.needStateful * stateful - forms.needStateless * weight.stateless,
      bound: forms.boundLive * weight.live - forms.boundKept * weight.kept,
      evidence: stateful + weight.stateless,
    };
  }),
  ...vetoes.map(
    ({ entry: { forbids } }): Margins =>
      forbids === "stateless" ? { ...noMargins, forbidsStateless: 1 } : { ...noMargins, forbidsStateful: 1 },
  ),
]);

/** The bits of the margins that are not negative. */
export function signsOf({ need, bound, evidence, forbidsStateless, forbidsStateful }: Margins): number {
  return (
    (need >= 0 ? signBit.need : 0) |
    (bound >= 0 ? signBit.bound : 0) |
    (evidence >= 0 ? signBit.evidence : 0) |
    (forbidsStateless >= 0 ? signBit.forbidsStateless : 0) |
    (forbidsStateful >= 0 ? signBit.forbidsStateful : 0)
  );
}

/**
 * The verdict of a set of sign bits. Without `evidence`, either the minimum is not reached, or the pack requires none and
 * there is no evidence at all: then b ≥ β, and there is nothing to be bound.
 */
export function verdictOfSigns(forms: VerdictForms, signs: number): Verdict {
  const some = (signs & signBit.evidence) !== 0;
  return verdictBySigns({
    enough: some || forms.minimumEvidence === 0,
    needed: !some || (signs & signBit.need) !== 0,
    bound: some && (signs & signBit.bound) !== 0,
    forbidsStateless: (signs & signBit.forbidsStateless) !== 0,
    forbidsStateful: (signs & signBit.forbidsStateful) !== 0,
  });
}

/** The bits of the signs that can change when something between `lowest` (≤ 0) and `highest` (≥ 0) is added. */
export function openSigns(margins: Margins, lowest: Margins, highest: Margins): number {
  const signs = signsOf(margins);
  return (signs ^ signsOf(addMargins(margins, lowest))) | (signs ^ signsOf(addMargins(margins, highest)));
}

/** Whether flipping some of the open signs gives a verdict other than `now`. */
export function canDiffer(
  verdictOf: (signs: number) => Verdict,
  signs: number,
  open: number,
  now: Verdict,
): boolean {
  for (let flipped = open; flipped > 0; flipped = (flipped - 1) & open)
    if (verdictOf(signs ^ flipped) !== now) return true;
  return verdictOf(signs) !== now;
}

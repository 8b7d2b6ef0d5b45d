import type { CompiledPack } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import type { Rule } from "../model/pack.js";
import { type Concern, concerns, type PlaceClass, type Verdict, verdicts } from "../model/verdict.js";

/**
 * Whole numbers from which the verdict and the classes of the concerns follow, each a sum over the rules that fire: per
 * concern A − B and the numbers of fired `must`, `must-not` and `follows`; P − Q, the numbers of fired `must-bind` and
 * `may-not-bind`, and the number of fired rules that say something about the need of the conversation.
 */
export type Signals = readonly number[];

/** Positions of the signals; of the first four, one signal per concern follows in the order of the concerns. */
const first = {
  need: 0,
  must: 4,
  "must-not": 8,
  follows: 12,
  place: 16,
  "must-bind": 17,
  "may-not-bind": 18,
  bearsOnNeed: 19,
} as const;

export const noSignals: Signals = new Array<number>(20).fill(0);

/** What something adds to one signal. */
export interface Shift {
  readonly signal: number;
  readonly by: number;
}

/** By rule: what it adds to the signals when it fires. */
export const shiftsOf = oncePer(({ rules }: CompiledPack): readonly (readonly Shift[])[] =>
  rules.map(({ entry }) => shiftsOfRule(entry)),
);

function shiftsOfRule({ kind, concern, points }: Rule): readonly Shift[] {
  switch (kind) {
    case "need":
    case "must":
    case "must-not": {
      const own = { signal: first[kind] + concerns.indexOf(concern), by: kind === "need" ? points : 1 };
      return concern === "interaction" ? [own, { signal: first.bearsOnNeed, by: 1 }] : [own];
    }
    case "follows":
      return [{ signal: first.follows + concerns.indexOf(concern), by: 1 }];
    case "place":
      return [{ signal: first.place, by: points }];
    case "must-bind":
    case "may-not-bind":
      return [{ signal: first[kind], by: 1 }];
    default:
      return kind satisfies never;
  }
}

/** Adds shifts in place. */
export function addShifts(signals: number[], shifts: readonly Shift[], times: 1 | -1): void {
  for (const { signal, by } of shifts) signals[signal] = amount(signals, signal) + times * by;
}

export function addSignals(a: Signals, b: Signals): Signals {
  const sums = [...a];
  for (let signal = 0; signal < sums.length; signal += 1)
    sums[signal] = amount(a, signal) + amount(b, signal);
  return sums;
}

/** A set of verdicts has the bit of each. */
const bitOf: Readonly<Record<Verdict, number>> = { undecided: 1, stateless: 2, hybrid: 4, stateful: 8 };

export function verdictOf(signals: Signals): Verdict {
  const bits = verdictsWithin(signals, signals);
  const verdict = verdicts.find((each) => bitOf[each] === bits);
  if (verdict === undefined) throw new Error("signals that are known give one verdict");
  return verdict;
}

/** The class of each concern. */
export function classesOf(signals: Signals): Readonly<Record<Concern, PlaceClass>> {
  const kept = (concern: number): boolean => mayBeKept(signals, signals, concern);
  const bound = kept(0) && mayBind(signals, signals);
  const classOf = (concern: number): PlaceClass => {
    if (bound && (concern === 0 || amount(signals, first.follows + concern) > 0)) return "bound";
    return kept(concern) ? "elsewhere" : "not-kept";
  };
  return { interaction: classOf(0), session: classOf(1), workflow: classOf(2), sync: classOf(3) };
}

/** Whether adding something between `lowest` and `highest` to the signals can give a verdict other than `now`. */
export function canDiffer(signals: Signals, lowest: Signals, highest: Signals, now: Verdict): boolean {
  return (verdictsWithin(addSignals(signals, lowest), addSignals(signals, highest)) & ~bitOf[now]) !== 0;
}

/** The verdicts that signals between `low` and `high` can give, and perhaps more; exactly one where both are the same. */
function verdictsWithin(low: Signals, high: Signals): number {
  const mayBeStated = amount(high, first.bearsOnNeed) > 0;
  let [mustFire, mayFire, othersKept, nothingKept] = [false, false, false, true];
  for (let concern = 0; concern < concerns.length; concern += 1) {
    mustFire ||= amount(low, first.must + concern) > 0;
    mayFire ||= amount(high, first.must + concern) > 0;
    nothingKept &&= mayNotBeKept(low, high, concern);
    othersKept ||= concern > 0 && mayBeKept(low, high, concern);
  }
  let found = mustFire || amount(low, first.bearsOnNeed) > 0 ? 0 : bitOf.undecided;
  if (nothingKept && mayBeStated) found |= bitOf.stateless;
  if (!mayBeStated && !mayFire) return found;
  const keptHere = mayBeKept(low, high, 0);
  if (keptHere && mayBind(low, high)) found |= bitOf.stateful;
  if ((keptHere && mayLeaveUnbound(low, high)) || (othersKept && mayNotBeKept(low, high, 0)))
    found |= bitOf.hybrid;
  return found;
}

function mayBeKept(low: Signals, high: Signals, concern: number): boolean {
  return (
    amount(high, first.must + concern) > 0 ||
    (amount(low, first["must-not"] + concern) <= 0 && amount(high, first.need + concern) > 0)
  );
}

function mayNotBeKept(low: Signals, high: Signals, concern: number): boolean {
  return (
    amount(low, first.must + concern) <= 0 &&
    (amount(high, first["must-not"] + concern) > 0 || amount(low, first.need + concern) <= 0)
  );
}

/** Whether a conversation that is kept may be bound. */
function mayBind(low: Signals, high: Signals): boolean {
  return (
    amount(low, first["may-not-bind"]) <= 0 &&
    (amount(high, first["must-bind"]) > 0 || amount(high, first.place) > 0)
  );
}

/** Whether a conversation that is kept may be kept elsewhere. */
function mayLeaveUnbound(low: Signals, high: Signals): boolean {
  return (
    amount(high, first["may-not-bind"]) > 0 ||
    (amount(low, first["must-bind"]) <= 0 && amount(low, first.place) <= 0)
  );
}

function amount(signals: Signals, signal: number): number {
  return signals[signal] ?? 0;
}

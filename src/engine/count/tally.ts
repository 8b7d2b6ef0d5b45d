import { type Signals, signal } from "./signals.js";

/** What rules and vetoes that fire add up to; `vetoes` is a bit set of `vetoBit`. */
export interface Tally {
  readonly need: number;
  readonly bound: number;
  readonly total: number;
  readonly vetoes: number;
}

export const vetoBit = { stateless: 1, stateful: 2 } as const;

/** The tally while nothing fires. */
export const noTally: Tally = { need: 0, bound: 0, total: 0, vetoes: 0 };

export function addTallies(a: Tally, b: Tally): Tally {
  return {
    need: a.need + b.need,
    bound: a.bound + b.bound,
    total: a.total + b.total,
    vetoes: a.vetoes | b.vetoes,
  };
}

/** The tally of one rule or veto. */
export function tallyOf(signals: Signals): Tally {
  const stateless = (signals[signal.forbidsStateless] ?? 0) * vetoBit.stateless;
  const stateful = (signals[signal.forbidsStateful] ?? 0) * vetoBit.stateful;
  return {
    need: signals[signal.need] ?? 0,
    bound: signals[signal.bound] ?? 0,
    total: signals[signal.evidence] ?? 0,
    vetoes: stateless + stateful,
  };
}

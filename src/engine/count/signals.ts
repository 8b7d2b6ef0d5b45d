import type { CompiledPack, VerdictForms } from "../model/compiled-pack.js";
import type { Style, Verdict } from "../model/verdict.js";

/**
 * A verdict hangs on the signs of five whole numbers alone, each a sum over the rules and vetoes that fire:
 *
 *     need             needStateful·F − needStateless·L        ≥ 0 is b ≥ β
 *     bound            boundLive·N − boundKept·K               ≥ 0 is h ≥ η
 *     evidence         T − max(minimum of evidence, 1)         ≥ 0 is enough to go by
 *     forbidsStateless fired vetoes against stateless − 1      ≥ 0 is vetoed
 *     forbidsStateful  fired vetoes against stateful − 1       ≥ 0 is vetoed
 *
 * These are the positions of the five in a `Signals`.
 */
export const signal = { need: 0, bound: 1, evidence: 2, forbidsStateless: 3, forbidsStateful: 4 } as const;

/** How many signals there are; sign patterns therefore run from 0 to 31. */
export const signalCount = 5;

/** The five numbers, in the order of `signal`. */
export type Signals = readonly number[];

/** Where the signals stand while nothing fires. */
export function restingSignals(forms: VerdictForms): Signals {
  return [0, 0, -leastTotal(forms), -1, -1];
}

/** Evidence beyond this total changes nothing more; 1 where a pack asks for none, as no evidence has no boundness. */
export function leastTotal(forms: VerdictForms): number {
  return Math.max(forms.minimumEvidence, 1);
}

const known = new WeakMap<CompiledPack, readonly Signals[]>();

/** What each rule, then each veto, adds to the signals when it fires. */
export function signalsOfEntries(pack: CompiledPack): readonly Signals[] {
  const signals = known.get(pack) ?? entrySignals(pack);
  known.set(pack, signals);
  return signals;
}

function entrySignals(pack: CompiledPack): readonly Signals[] {
  const { needStateful, needStateless, boundLive, boundKept } = pack.forms;
  return [
    ...pack.rules.map(({ entry: { weight } }): Signals => {
      const stateful = weight.live + weight.kept;
      const need = needStateful * stateful - needStateless * weight.stateless;
      const bound = boundLive * weight.live - boundKept * weight.kept;
      return [need, bound, stateful + weight.stateless, 0, 0];
    }),
    ...pack.vetoes.map(({ entry }) => vetoSignals(entry.forbids)),
  ];
}

function vetoSignals(forbids: Style): Signals {
  return forbids === "stateless" ? [0, 0, 0, 1, 0] : [0, 0, 0, 0, 1];
}

/** A bit for each signal, set when it is not negative. */
export function signsOf(signals: Signals): number {
  let signs = 0;
  for (let index = 0; index < signalCount; index += 1) if ((signals[index] ?? 0) >= 0) signs |= 1 << index;
  return signs;
}

/**
 * The verdict of a pattern of signs; the same as `verdictOf` on the scores behind it.
 * F = 0 with b ≥ β is only possible where T = 0, so "enough evidence" covers the boundness of nothing.
 */
export function verdictOfSigns(forms: VerdictForms, signs: number): Verdict {
  if (!holds(signs, signal.evidence)) return forms.minimumEvidence > 0 ? "undecided" : "hybrid";
  if (!holds(signs, signal.need)) return holds(signs, signal.forbidsStateless) ? "hybrid" : "stateless";
  return holds(signs, signal.bound) && !holds(signs, signal.forbidsStateful) ? "stateful" : "hybrid";
}

const holds = (signs: number, index: number): boolean => (signs & (1 << index)) !== 0;

import type { Placement, Rule, Tradeoff, Veto, Weight } from "../model/pack.js";
import { placeWords } from "../report/words.js";

/** A weight as packs write it: `3`, `2 live`, `1 live + 2 kept`. */
export function weightWords({ live, kept, stateless }: Weight): string {
  const kinds = [live > 0 ? [`${live} live`] : [], kept > 0 ? [`${kept} kept`] : []].flat();
  return kinds.length > 0 ? kinds.join(" + ") : String(stateless);
}

export const ruleEffect = (rule: Rule): string => `${weightWords(rule.weight)} for ${rule.favours}`;

export const vetoEffect = (veto: Veto): string => `rules out pure ${veto.forbids}`;

export const placementEffect = ({ concern, place }: Placement): string =>
  place === "nowhere" ? `no ${concern} state` : `${concern} state ${placeWords[place]}`;

export const tradeoffEffect = ({ kind, style }: Tradeoff): string => `${kind} of ${style}`;

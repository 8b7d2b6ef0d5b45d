import type { Brief, BriefList } from "./brief.js";

/** The brief with at most so many entries in each list; `more` counts what that leaves out besides what it counted before. */
export function limitLists(whole: Brief, most: Readonly<Record<BriefList, number>>): Brief {
  const { clashes, unconfirmed, askNext, tippingPoints, more } = whole;
  const assumptions = whole.assumptions && Object.entries(whole.assumptions);
  const lists = { clashes, unconfirmed, askNext, tippingPoints, assumptions };
  const left = (Object.keys(lists) as BriefList[]).map((list) => {
    const beyond = Math.max(0, (lists[list]?.length ?? 0) - most[list]);
    return [list, beyond + (more[list] ?? 0)] as const;
  });
  return {
    ...whole,
    clashes: clashes.slice(0, most.clashes),
    ...(unconfirmed && { unconfirmed: unconfirmed.slice(0, most.unconfirmed) }),
    askNext: askNext?.slice(0, most.askNext) ?? null,
    tippingPoints: tippingPoints?.slice(0, most.tippingPoints) ?? null,
    assumptions: assumptions && Object.fromEntries(assumptions.slice(0, most.assumptions)),
    more: Object.fromEntries(left.filter(([, count]) => count > 0)),
  };
}

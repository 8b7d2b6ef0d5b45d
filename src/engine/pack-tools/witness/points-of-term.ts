import type { Term } from "../../model/compiled-condition.js";

/** More points than this are not listed; the ones listed are the first. */
const pointLimit = 64;

/** The points of a term: termes of one state a variable that it binds, in the order of the states. */
export function pointsOfTerm(term: Term): readonly Term[] {
  let points: readonly Term[] = [[]];
  for (const { variable, mask } of term) {
    points = points.flatMap((point) => bitsOf(mask).map((bit) => [...point, { variable, mask: bit }]));
    if (points.length > pointLimit) points = points.slice(0, pointLimit);
  }
  return points;
}

function bitsOf(mask: number): readonly number[] {
  return Array.from({ length: 31 }, (_, bit) => 1 << bit).filter((bit) => (mask & bit) !== 0);
}

import {
  type Concern,
  concerns,
  type Pack,
  type Points,
  type Scored,
  scored,
  type Verdict,
} from "./evaluate.js";
import { endings, openQuestions, overturns } from "./open.js";
import { type Known, withImplied } from "./world.js";

/** A sum of points, how far its weights may be off, and whether something is kept or bound by it. */
interface Sum {
  readonly r: number;
  readonly points: number;
  readonly carries: boolean;
}

const never: Sum = { r: Number.POSITIVE_INFINITY, points: 0, carries: false };

/** The sum that gives the stability radius, with the radius. */
export function radius({ verdict, kept, need, place, fired }: Scored): Sum {
  const given = (concern: Concern, ...kinds: readonly string[]) =>
    kinds.some((kind) => fired(kind, concern).length > 0);
  const off = ({ for: a, against: b }: Points, settled: boolean): Sum =>
    settled || a + b === 0 ? never : { r: Math.abs(a - b) / (a + b), points: a + b, carries: a > b };
  const rho = (concern: Concern) => off(need[concern], given(concern, "must", "must-not"));
  const pi = off(place, given("interaction", "must-bind", "may-not-bind"));
  const binding = () => {
    if (given("interaction", "may-not-bind")) return never;
    if (kept.interaction) return pi;
    const bound = given("interaction", "must-bind") || place.for > place.against;
    return bound ? rho("interaction") : most([rho("interaction"), pi]);
  };
  if (verdict === "stateless") return least(concerns.map(rho));
  if (verdict === "stateful") return least([rho("interaction"), pi]);
  if (verdict === "hybrid") return least([binding(), most(concerns.filter((each) => kept[each]).map(rho))]);
  return never;
}

/** Of sums that are equally near, the smallest by which something is kept or bound; without one, the largest. */
function least(sums: readonly Sum[]): Sum {
  const r = Math.min(...sums.map((each) => each.r));
  const nearest = sums.filter((each) => each.r === r).sort((a, b) => a.points - b.points);
  return nearest.find(({ carries }) => carries) ?? nearest.at(-1) ?? never;
}

/** Where all of several sums have to change: the one that takes most, of equal ones the largest. */
function most(sums: readonly Sum[]): Sum {
  return [...sums].sort((a, b) => (a.r === b.r ? 0 : a.r - b.r) || a.points - b.points).at(-1) ?? never;
}

/** The two words of trust and the grade: null while undecided, undefined where too much is open to list it. */
export function trust(pack: Pack, given: Known, clashes: number) {
  const known = withImplied(pack.questions, given);
  const now = scored(pack, known);
  if (now.verdict === "undecided") return { answers: null, weights: null, grade: null };
  const answers = answersTrust(pack, given, known, now.verdict);
  const weights = weightsTrust(pack, now);
  const essential = Object.entries(pack.questions).filter(([, question]) => question.essential);
  const few = essential.filter(([id]) => known.has(id)).length * 2 < essential.length;
  if (answers === "open" || weights === "tight" || weights === "thin")
    return { answers, weights, grade: "fragile" };
  const firm = answers === "settled" && (weights === "givens" || weights === "robust");
  const grade = firm && !few && clashes === 0 ? "firm" : "fair";
  return { answers, weights, grade: answers === undefined ? undefined : grade };
}

function answersTrust(pack: Pack, given: Known, known: Known, verdict: Verdict) {
  const alone = openQuestions(pack, known).filter((id) => overturns(pack, given, id));
  if (alone.some((id) => pack.questions[id]?.harmless === undefined)) return "open";
  if (alone.length > 0) return "assumed";
  const ends = endings(pack, known);
  return ends && (ends.every(([, end]) => end === verdict) ? "settled" : "assumed");
}

function weightsTrust(pack: Pack, now: Scored): string {
  const { r, points } = radius(now);
  if (r === Number.POSITIVE_INFINITY) return "givens";
  if (points < 2) return "thin";
  if (r < pack.tight) return "tight";
  return r >= pack.robust ? "robust" : "moderate";
}

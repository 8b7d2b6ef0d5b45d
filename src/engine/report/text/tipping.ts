import type { Change, TippingPoint } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { as, type Inline } from "../inline.js";
import { block } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { remainder, shown, spaced } from "./entries.js";

const mostPoints = 5;
const mostSets = 3;

/** The smallest changes of given answers that change the verdict. */
export function tipping(from: Recommendation, style: ReportStyle): readonly string[] {
  const found = from.analysis?.tippingPoints;
  if (found === undefined || from.verdict === "undecided") return [];
  const size = found.points[0]?.changes.length ?? 0;
  if (size === 0) return block(style, [none(found.complete)]);
  const listed = shown(style, found.points, size === 1 ? mostPoints : mostSets);
  const left = found.points.length - listed.length + found.left;
  return spaced([
    block(style, [
      size === 1 ? "One other answer is enough:" : `No single answer does it; ${size} changed together do:`,
    ]),
    ...verdicts.map((verdict) => leadingTo(from, style, verdict, listed)),
    remainder(style, left, size === 1 ? "change" : "set"),
  ]);
}

export const none = (complete: boolean): string =>
  complete
    ? "No change of the given answers changes the verdict."
    : "No small set of other answers changes the verdict; larger sets were not searched.";

/** The sets that lead to one verdict; what all of them share is said once. */
function leadingTo(
  from: Recommendation,
  style: ReportStyle,
  verdict: Verdict,
  listed: readonly TippingPoint[],
): readonly string[] {
  const sets = listed.filter((point) => point.verdict === verdict).map(({ changes }) => changes);
  const [first = [], ...others] = sets;
  if (first.length === 0) return [];
  const shared =
    others.length === 0
      ? []
      : first.filter((change) => others.every((set) => set.some((other) => same(change, other))));
  const rests = sets.map((set) => set.filter((change) => !shared.some((other) => same(change, other))));
  const head = block(style, [as("bold", "→ "), as(verdict, verdict)]);
  if (first.length === 1 || sets.length === 1) return [...head, ...alternatives(from, style, rests, 4)];
  return [
    ...head,
    ...alternatives(from, style, shared.length === 0 ? [] : [shared], 4),
    ...block(style, [shared.length === 0 ? "any one of these sets:" : "together with any one of"], {
      indent: 6,
    }),
    ...merged(rests).flatMap(({ changes, others }) =>
      block(style, inShort(changes, others), { indent: 6, mark: ["•"] }),
    ),
  ];
}

/** A set of changes by ids alone: many sets in full words would hide what they have in common. */
function inShort(changes: readonly Change[], others: readonly Change[]): readonly Inline[] {
  return changes.flatMap(({ question, from, to }, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" + "]),
    `${question} ${to === null ? "without " : from === null ? "also " : ""}`,
    as("bold", [to ?? from ?? "", ...others.map((other) => other.to)].join(" or ")),
  ]);
}

const same = (a: Change, b: Change): boolean =>
  a.question === b.question && a.from === b.from && a.to === b.to;

/** A set of changes; of single changes of one answer to several others, one set with the others beside it. */
interface Bullet {
  readonly changes: readonly Change[];
  readonly others: readonly Change[];
}

/** One bullet a set; single changes of one answer to several others share a bullet. */
function merged(sets: readonly (readonly Change[])[]): readonly Bullet[] {
  const bullets = new Map<string, Bullet>();
  for (const [at, changes] of sets.entries()) {
    const [only] = changes;
    const mergeable = changes.length === 1 && only !== undefined && only.from !== null && only.to !== null;
    const key = mergeable ? `${only.question} ${only.from}` : String(at);
    const bullet = bullets.get(key);
    const others = bullet === undefined || only === undefined ? [] : [...bullet.others, only];
    bullets.set(key, { changes: bullet?.changes ?? changes, others });
  }
  return [...bullets.values()];
}

function alternatives(
  from: Recommendation,
  style: ReportStyle,
  sets: readonly (readonly Change[])[],
  indent: number,
): readonly string[] {
  return merged(sets).flatMap(({ changes, others }) =>
    changes.flatMap((change, at) =>
      block(style, worded(from, change, others), { indent, mark: [at === 0 ? "•" : "+"] }),
    ),
  );
}

export function worded(
  { questions }: Recommendation,
  change: Change,
  others: readonly Change[],
): readonly Inline[] {
  const question = questions.get(change.question);
  const label = (id: string | null): string =>
    `“${question?.options.find((option) => option.id === id)?.label ?? id ?? ""}”`;
  const { from, to } = change;
  const instead = [to, ...others.map((other) => other.to)].flatMap((id, at): readonly Inline[] => [
    ...(at === 0 ? [] : [" or "]),
    as("bold", label(id)),
  ]);
  const wording =
    from === null
      ? ["also ", ...instead]
      : to === null
        ? ["without ", as("bold", label(from))]
        : [...instead, ` instead of ${label(from)}`];
  return [`${question?.ask ?? ""} `, ...wording, as("dim", ` (${change.question})`)];
}

import type { Change } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { block, spaced } from "../layout.js";
import type { ReportStyle } from "../report-style.js";
import { shown } from "../shown.js";
import { type TippingGroup, tippingGroups } from "../tipping-groups.js";
import { none, unlisted, worded } from "../wording/tipping-words.js";

const mostPoints = 5;
const mostSets = 3;

/** The smallest changes of given answers that change the verdict. */
export function tipping(from: Recommendation, style: ReportStyle): readonly string[] {
  const found = from.analysis?.tippingPoints;
  if (found === undefined || from.verdict === "undecided") return [];
  const size = found.points[0]?.changes.length ?? 0;
  if (size === 0) return block(style, [none(found)]);
  const listed = shown(style, found.points, size === 1 ? mostPoints : mostSets);
  const more = unlisted(found, listed.length);
  return spaced([
    block(style, [
      size === 1 ? "One other answer is enough:" : `No single answer does it; ${size} changed together do:`,
    ]),
    ...tippingGroups(listed).map((group) => leadingTo(from, style, group)),
    more === null ? [] : block(style, [as("dim", more)]),
  ]);
}

/** The sets that lead to one verdict; what all of them share is said once. */
function leadingTo(from: Recommendation, style: ReportStyle, group: TippingGroup): readonly string[] {
  const { verdict, shared, alternatives } = group;
  const together = shared.flatMap((change, at) =>
    block(style, worded(from, change, []), { indent: 4, mark: [at === 0 ? "•" : "+"] }),
  );
  const sets = shared.length > 0 || alternatives.some(({ changes }) => changes.length > 1);
  return [
    ...block(style, [as("bold", "→ "), as(verdict, verdict)]),
    ...together,
    ...(sets && alternatives.length > 0
      ? block(style, [shared.length === 0 ? "any one of these sets:" : "together with any one of"], {
          indent: 6,
        })
      : []),
    ...alternatives.flatMap(({ changes, others }) =>
      sets
        ? block(style, inShort(changes, others), { indent: 6, mark: ["•"] })
        : changes.flatMap((change) => block(style, worded(from, change, others), { indent: 4, mark: ["•"] })),
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

import type { Change } from "../../model/analysis.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Concern, PlaceClass, Verdict } from "../../model/verdict.js";
import { concernTippingGroups, tippingSection } from "../tipping.js";

/** What a single answer leads to: another verdict, or one concern elsewhere. */
export type Outcome =
  | { readonly kind: "verdict"; readonly verdict: Verdict }
  | { readonly kind: "concern"; readonly concern: Concern; readonly class: PlaceClass };

/** One given answer changed: to the option of `change`, or to one of `others` just as well. */
export interface SingleChange {
  readonly change: Change;
  readonly others: readonly Change[];
  readonly outcome: Outcome;
}

/** What would change the verdict or move one concern, by one answer alone. */
export interface SingleChanges {
  /** Those that change the verdict first. */
  readonly changes: readonly SingleChange[];
  /** Answers that have to change together to change the verdict; null if one is enough, or none was found. */
  readonly together: number | null;
  /** Whether no change of answers was found that changes the verdict. */
  readonly isFixed: boolean;
  /** Whether all changes were tried. */
  readonly isComplete: boolean;
}

/** Null without analysis or verdict. */
export function singleChangesOf(from: Recommendation): SingleChanges | null {
  const size = from.analysis?.tippingPoints.points[0]?.changes.length ?? null;
  const section = tippingSection(from, () => (size === 1 ? Number.POSITIVE_INFINITY : 0));
  if (section === null) return null;
  const turning = section.groups.flatMap(({ verdict, shared, alternatives }): readonly SingleChange[] => {
    const outcome: Outcome = { kind: "verdict", verdict };
    return [...shared.map((change) => ({ changes: [change], others: [] })), ...alternatives].flatMap(
      ({ changes, others }) => changes.map((change) => ({ change, others, outcome })),
    );
  });
  const moving = concernTippingGroups(from).flatMap(({ concern, class: to, alternatives }) => {
    const outcome: Outcome = { kind: "concern", concern, class: to };
    return alternatives.flatMap(({ changes, others }) =>
      changes.map((change): SingleChange => ({ change, others, outcome })),
    );
  });
  return {
    changes: [...turning, ...moving],
    together: size === null || size === 1 ? null : size,
    isFixed: size === null,
    isComplete: from.analysis?.tippingPoints.complete ?? false,
  };
}

import { weightWords } from "../../explain/mentions.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { type Settings, totalPoints, type Weight } from "../../model/pack.js";
import { verdictForms } from "../../score/verdict-of.js";

/** A pack with one change: to a weight, a condition, or a threshold of the verdict. */
export interface Mutant {
  readonly kind: "weight" | "condition" | "threshold";
  /** Id of the changed rule or veto, or the key of the setting. */
  readonly entry: string;
  /** The change in words: "weight 3 live becomes 2 live". */
  readonly change: string;
  readonly pack: CompiledPack;
}

const least = 1;
const most = 5;

/** For each rule: one point more or less, or one point of the other kind of state, within the allowed 1 to 5. */
export function weightMutants(pack: CompiledPack): readonly Mutant[] {
  return pack.rules.flatMap(({ entry: rule, condition }, index) =>
    neighbours(rule.weight).map(
      (weight): Mutant => ({
        kind: "weight",
        entry: rule.id,
        change: `weight ${weightWords(rule.weight)} becomes ${weightWords(weight)}`,
        pack: { ...pack, rules: pack.rules.with(index, { entry: { ...rule, weight }, condition }) },
      }),
    ),
  );
}

function neighbours({ live, kept, stateless }: Weight): readonly Weight[] {
  const steps =
    stateless > 0
      ? [-1, 1].map((step) => ({ live, kept, stateless: stateless + step }))
      : [
          ...[-1, 1].map((step) => ({ live: live + step, kept, stateless })),
          ...[-1, 1].map((step) => ({ live, kept: kept + step, stateless })),
          ...[-1, 1].map((step) => ({ live: live + step, kept: kept - step, stateless })),
        ];
  return steps.filter((weight) => {
    const total = totalPoints(weight);
    return weight.live >= 0 && weight.kept >= 0 && total >= least && total <= most;
  });
}

/** A threshold of the verdict, as a pack's header may set it. */
export interface Threshold {
  /** Its key in the header. */
  readonly key: string;
  readonly field: "needBoundaryPercent" | "boundBoundaryPercent" | "minimumEvidence";
  /** The step by which it is moved: hundredths of a boundary, points of evidence. */
  readonly step: number;
  readonly least: number;
  readonly most: number;
  readonly shown: (value: number) => string;
}

const hundredths = (value: number): string => String(value / 100);

export const thresholds: readonly Threshold[] = [
  { key: "need-boundary", field: "needBoundaryPercent", step: 10, least: -90, most: 90, shown: hundredths },
  { key: "bound-boundary", field: "boundBoundaryPercent", step: 10, least: 5, most: 95, shown: hundredths },
  { key: "minimum-evidence", field: "minimumEvidence", step: 1, least: 1, most: 100, shown: String },
];

/** Each boundary moved by 0.1 and the minimum of evidence by a point, both ways, within what a pack may set. */
export function thresholdMutants(pack: CompiledPack): readonly Mutant[] {
  return thresholds.flatMap(({ key, field, step, least: lowest, most: highest, shown }) => {
    const before = pack.source.settings[field];
    return [before - step, before + step]
      .filter((value) => value >= lowest && value <= highest)
      .map((value): Mutant => {
        const settings: Settings = { ...pack.source.settings, [field]: value };
        return {
          kind: "threshold",
          entry: key,
          change: `${shown(before)} becomes ${shown(value)}`,
          pack: { ...pack, source: { ...pack.source, settings }, forms: verdictForms(settings) },
        };
      });
  });
}

import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Settings } from "../../model/pack.js";
import { verdictForms } from "../../score/verdict-of.js";
import type { Mutant } from "./mutant.js";

interface Threshold {
  /** Its key in a pack's header. */
  readonly key: string;
  readonly field: "needBoundaryPercent" | "boundBoundaryPercent" | "minimumEvidence";
  /** By how much it is moved: hundredths of a boundary, points of evidence. */
  readonly step: number;
  readonly least: number;
  readonly most: number;
  readonly shown: (value: number) => string;
}

const hundredths = (value: number): string => String(value / 100);

const thresholds: readonly Threshold[] = [
  { key: "need-boundary", field: "needBoundaryPercent", step: 10, least: -90, most: 90, shown: hundredths },
  { key: "bound-boundary", field: "boundBoundaryPercent", step: 10, least: 5, most: 95, shown: hundredths },
  { key: "minimum-evidence", field: "minimumEvidence", step: 1, least: 1, most: 100, shown: String },
];

/** The boundaries moved by a tenth and the minimum of evidence by a point, either way, as far as a pack may set them. */
export function thresholdMutants(pack: CompiledPack): readonly Mutant[] {
  return thresholds.flatMap(({ key, field, step, least, most, shown }) => {
    const before = pack.source.settings[field];
    return [before - step, before + step]
      .filter((value) => value >= least && value <= most)
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

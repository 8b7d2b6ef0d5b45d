import { at } from "../../model/at.js";
import { levels } from "../../model/check.js";
import { type CheckReport, type CheckStyle, uniqueNames } from "./check-report.js";
import { type PendingRemark, type Remark, remarksOf } from "./remarks.js";

/** The most results of a report: GitHub's code scanning stores no more of a run, and refuses one with over 25,000. */
export const resultLimit = 5000;

/** A remark that is recognised again in the next report. */
export interface Result extends Remark {
  /** Unique in the report. Made of the file, the service, the surface and the kind, so lines and words may change. */
  readonly identity: string;
}

/** The results of a check; if there are too many, the first, graver ones before others, and how many are left out. */
export function resultsOf(
  report: CheckReport,
  style: CheckStyle,
): { readonly results: readonly Result[]; readonly left: number } {
  const all = remarksOf(report, style);
  const left = Math.max(0, all.length - resultLimit);
  const remarks = (left === 0 ? all : foremost(all)).map(({ draw }) => draw());
  const identities = uniqueNames(remarks.map(({ file, key }) => `${file}:${key}`));
  const results = remarks.map((remark, index) => ({ ...remark, identity: at(identities, index) }));
  return { results, left };
}

function foremost(all: readonly PendingRemark[]): readonly PendingRemark[] {
  return levels.flatMap((level) => all.filter((each) => each.level === level)).slice(0, resultLimit);
}

import type { ConfigValues } from "../../engine/config-file/read-config.js";
import type { LoadedConfig } from "./load-config.js";

/** A key of the config and the option, by its key among those of a command, that overrides it. */
interface Setting {
  readonly key: keyof ConfigValues;
  readonly option: string;
  /** `no-clashes: true` is `clashes: false` among the options. */
  readonly negated?: true;
}

/** Every key that an option overrides, in the order of the schema: a data table. */
export const settings: readonly Setting[] = [
  { key: "rules", option: "rules" },
  { key: "min-grade", option: "minGrade" },
  { key: "require-decision", option: "requireDecision" },
  { key: "require-confirmed", option: "requireConfirmed" },
  { key: "no-clashes", option: "clashes", negated: true },
  { key: "no-deviations", option: "deviations", negated: true },
  { key: "max-deviation", option: "maxDeviation" },
  { key: "min-reason", option: "minReason" },
  { key: "no-overdue-reviews", option: "overdueReviews", negated: true },
  { key: "soon", option: "soon" },
];

/** The value of an option that a config sets; undefined if it does not. */
export function settingIn({ rules, values }: LoadedConfig, { key, negated }: Setting): unknown {
  if (key === "rules") return rules ?? undefined;
  const value = values[key];
  return negated && value !== undefined ? !value : value;
}

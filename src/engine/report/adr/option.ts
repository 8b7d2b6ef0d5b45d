import type { Recommendation } from "../../model/recommendation.js";
import type { Style } from "../../model/verdict.js";

/** The options of every record, as MADR lists them. */
export const options = ["stateless", "stateful", "hybrid"] as const;
export type Option = Style | "hybrid";

export const optionTitles: Readonly<Record<Option, string>> = {
  stateless: "Stateless",
  stateful: "Stateful",
  hybrid: "Hybrid",
};

export const optionMeanings: Readonly<Record<Option, string>> = {
  stateless: "no server remembers a client from one request to the next",
  stateful: "what is remembered of a client lives with the connection or process that serves it",
  hybrid: "each kind of state lives where it is best kept, and not all of it with the connection",
};

/** What the record says was chosen: the recorded decision, else the verdict; null while there is neither. */
export function chosenOf({ decision, verdict }: Recommendation): Option | null {
  return decision?.style ?? (verdict === "undecided" ? null : verdict);
}

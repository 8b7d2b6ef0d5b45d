import type { Option } from "../chosen.js";

/** The options of every record, as MADR lists them. */
export const options = ["stateless", "stateful", "hybrid"] as const;

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

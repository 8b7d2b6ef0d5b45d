import type { Verdict } from "../../model/verdict.js";

/** The verdicts that state is placed under. */
export const decidedVerdicts = ["stateless", "stateful", "hybrid"] as const satisfies readonly Verdict[];

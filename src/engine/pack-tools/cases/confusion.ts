import { type Verdict, verdicts } from "../../model/verdict.js";
import type { RealSystem } from "./case-set.js";
import type { SystemResult } from "./run-system.js";

export const documentedStyles = [
  "stateless",
  "stateful",
  "hybrid",
] as const satisfies readonly RealSystem["documented"][];

/** How often systems documented as one style were given each verdict. */
export type Confusion = Readonly<Record<RealSystem["documented"], Readonly<Record<Verdict, number>>>>;

export function confusionOf(results: readonly SystemResult[]): Confusion {
  const row = (documented: RealSystem["documented"]): Readonly<Record<Verdict, number>> => {
    const count = (verdict: Verdict): number =>
      results.filter((each) => each.system.documented === documented && each.run.score.verdict === verdict)
        .length;
    const [stateless, stateful, hybrid, undecided] = verdicts;
    return {
      stateless: count(stateless),
      stateful: count(stateful),
      hybrid: count(hybrid),
      undecided: count(undecided),
    };
  };
  return { stateless: row("stateless"), stateful: row("stateful"), hybrid: row("hybrid") };
}

/** On how many of all systems verdict and documented decision are the same: an exact fraction. */
export function agreementOf(results: readonly SystemResult[]): {
  readonly agree: number;
  readonly of: number;
} {
  const agree = results.filter((each) => each.run.score.verdict === each.system.documented).length;
  return { agree, of: results.length };
}

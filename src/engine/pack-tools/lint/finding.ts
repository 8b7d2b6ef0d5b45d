import type { Location, ProblemDetail } from "../../diagnostics/problem.js";
import type { Answers } from "../../model/answers.js";
import type { Evidence } from "../../model/pack.js";
import type { StateConcern, Verdict } from "../../model/verdict.js";

export type FindingSeverity = "error" | "warning" | "information";

/** What a pack that loads can still have wrong. Wording lives in `finding-wordings.ts` alone. */
export type FindingDetail =
  | { readonly code: "uncited-criterion"; readonly id: string }
  | { readonly code: "uncited-reference"; readonly id: string }
  | { readonly code: "unused-pattern"; readonly id: string }
  | { readonly code: "empty-topic"; readonly id: string }
  | { readonly code: "never-holds"; readonly id: string }
  | { readonly code: "needless-condition"; readonly id: string }
  | { readonly code: "shadowed-alternative"; readonly id: string; readonly alternative: number }
  | { readonly code: "shadowed-implication"; readonly question: string; readonly position: number }
  | { readonly code: "shadowed-placement"; readonly id: string; readonly by: readonly string[] }
  | { readonly code: "repeated-rule"; readonly id: string; readonly first: string }
  | {
      readonly code: "placement-gap";
      readonly concern: StateConcern;
      /** Where no placement is sure to hold. */
      readonly cells: readonly { readonly verdict: Verdict; readonly evidence: Evidence }[];
    }
  | { readonly code: "options-alike"; readonly question: string; readonly options: readonly string[] }
  | { readonly code: "text-too-long"; readonly id: string; readonly key: string; readonly limit: number }
  | { readonly code: "not-a-question"; readonly id: string }
  | {
      readonly code: "counter-evidence-missing";
      readonly id: string;
      readonly criteria: readonly string[];
    };

/** A finding about a pack, at its place. Problems that keep a pack from loading are findings too. */
export type LintFinding = {
  readonly severity: FindingSeverity;
  readonly file: string;
  readonly at: Location | null;
  /** Answers that show it; null where it is not about answers. */
  readonly witness: Answers | null;
} & (FindingDetail | ProblemDetail);

export type FindingCode = FindingDetail["code"];

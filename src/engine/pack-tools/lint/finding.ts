import type { Location, ProblemDetail } from "../../diagnostics/problem.js";
import type { Answers } from "../../model/answers.js";
import type { RuleKind } from "../../model/pack.js";

export type LintSeverity = "error" | "warning" | "information";

/** Faults of a pack that loads. Wording lives in `finding-wordings.ts` alone. */
export type LintDetail =
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
  /** The harmless option of a question, as its only answer, makes a rule fire that speaks for state. */
  | {
      readonly code: "harm-in-harmless";
      readonly id: string;
      readonly kind: RuleKind;
      readonly question: string;
      readonly option: string;
    }
  /** `readBy`: the sections whose entries read the question, though no rule, placement or second home does. */
  | { readonly code: "unread-question"; readonly id: string; readonly readBy: readonly string[] }
  | { readonly code: "options-alike"; readonly question: string; readonly options: readonly string[] }
  | { readonly code: "text-too-long"; readonly id: string; readonly key: string; readonly limit: number }
  /** `limit`: columns in a terminal. */
  | { readonly code: "lead-too-long"; readonly id: string; readonly key: string; readonly limit: number }
  | { readonly code: "not-a-question"; readonly id: string }
  | { readonly code: "counter-evidence-missing"; readonly id: string; readonly criteria: readonly string[] };

/** A finding about a pack, at its place. Problems that keep a pack from loading are findings too. */
export type LintFinding = {
  readonly severity: LintSeverity;
  readonly file: string;
  readonly at: Location | null;
  /** Answers that show the finding; null if it is not about answers. */
  readonly witness: Answers | null;
} & (LintDetail | ProblemDetail);

/** The number of findings of each severity. */
export function countsOf(findings: readonly LintFinding[]): Readonly<Record<LintSeverity, number>> {
  const count = (severity: LintSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), information: count("information") };
}

/**
 * The library's door, safe in a browser: nothing behind it reads files, prints, or asks the clock.
 * `src/node.ts` is the same and loads from disk.
 */

export { advise, type ServiceInput } from "./engine/advise/advise.js";
export { digestOf } from "./engine/advise/digest.js";
export { type RecommendOptions, recommend, recommendService } from "./engine/advise/recommend.js";
export { type Analysed, analyse, tryAnalyse, tryOutlook } from "./engine/analyse/analyse.js";
export { packStatistics } from "./engine/analyse/pack-statistics.js";
export type { CaseSet, Expectation, PackCase, RealSystem } from "./engine/cases/case-set.js";
export { readCases } from "./engine/cases/read-cases.js";
export { testJson } from "./engine/cases/test-json.js";
export { type PackTest, testPack } from "./engine/cases/test-pack.js";
export { testText } from "./engine/cases/test-text.js";
export { differingAnswers } from "./engine/compare/differing-answers.js";
export { movementOf } from "./engine/compare/movement-of.js";
export { buildPack } from "./engine/compile/build-pack.js";
export { ownIds } from "./engine/compile/own-ids.js";
export type { PackLayer } from "./engine/compile/raw-pack.js";
export { nearest } from "./engine/diagnostics/nearest.js";
export {
  failed,
  type Outcome,
  ok,
  type Problem,
  type ProblemCode,
  type ProblemDetail,
} from "./engine/diagnostics/problem.js";
export { ProblemError } from "./engine/diagnostics/problem-error.js";
export { renderProblem, renderProblems } from "./engine/diagnostics/render-problem.js";
export { embed } from "./engine/embed/embed.js";
export { type Block, findBlocks } from "./engine/embed/find-blocks.js";
export { unifiedDiff } from "./engine/embed/unified-diff.js";
export { explain } from "./engine/explain/explain.js";
export type { Explanation } from "./engine/explain/explanation.js";
export { explanationJson } from "./engine/explain/explanation-json.js";
export { nearEntries } from "./engine/explain/find-entry.js";
export { ruleListJson, ruleListText } from "./engine/explain/rule-list.js";
export { explanationText } from "./engine/explain/text/explanation-text.js";
export { checkSurface } from "./engine/gate/check-surface.js";
export { type DecisionRequest, decide } from "./engine/gate/decide.js";
export { packIdentity } from "./engine/gate/pack-identity.js";
export { type Applied, applyReply, dropAnswer, sameAnswer } from "./engine/interview/apply-reply.js";
export type { Effect } from "./engine/interview/effects-of.js";
export { goBack } from "./engine/interview/go-back.js";
export { type Implied, implicationOf } from "./engine/interview/implication-of.js";
export {
  goDeeper,
  goToReview,
  type Interview,
  type Phase,
  type Reply,
  startInterview,
} from "./engine/interview/interview.js";
export { nextStep, type Steer, type Step } from "./engine/interview/next-step.js";
export { pendingQuestions } from "./engine/interview/pending-questions.js";
export { printAnswers } from "./engine/interview/print-answers.js";
export type { Progress } from "./engine/interview/progress.js";
export { type ReviewEntry, reviewOf } from "./engine/interview/review-of.js";
export { countsOf } from "./engine/lint/counts.js";
export type { LintFinding } from "./engine/lint/finding.js";
export { findingWitnesses } from "./engine/lint/finding-witnesses.js";
export { findingOf, type LintResult, lint } from "./engine/lint/lint.js";
export { lintJson } from "./engine/lint/lint-json.js";
export { lintText } from "./engine/lint/lint-text.js";
export type * from "./engine/model/analysis.js";
export type * from "./engine/model/answers.js";
export type * from "./engine/model/check.js";
export type { CompiledPack } from "./engine/model/compiled-pack.js";
export type * from "./engine/model/condition.js";
export type { Movement } from "./engine/model/movement.js";
export type * from "./engine/model/pack.js";
export type { PackStatistics } from "./engine/model/pack-statistics.js";
export type * from "./engine/model/recommendation.js";
export type * from "./engine/model/scores.js";
export {
  type Concern,
  type Grade,
  grades,
  type Place,
  type StateConcern,
  type Style,
  type Verdict,
} from "./engine/model/verdict.js";
export { type Mutation, mutate, mutationScore } from "./engine/mutate/mutate.js";
export { mutationDocument } from "./engine/mutate/mutation-json.js";
export { mutationText } from "./engine/mutate/mutation-text.js";
export { mutationWitnesses } from "./engine/mutate/mutation-witnesses.js";
export { type AnswersPlace, changesBetween, editAnswers } from "./engine/parse/edit-answers.js";
export { parseText } from "./engine/parse/parse-text.js";
export type { ParsedDocument, SourceText } from "./engine/parse/parsed-document.js";
export { recordDecision } from "./engine/parse/record-decision.js";
export { diffJson } from "./engine/replay/diff-json.js";
export { diffText } from "./engine/replay/diff-text.js";
export { diffWitnesses } from "./engine/replay/diff-witnesses.js";
export { diffPacks, type PackDiff, type Recorded } from "./engine/replay/replay.js";
export { type CheckFormatId, checkFormatIds } from "./engine/report/check/check-format-ids.js";
export { checkFormats } from "./engine/report/check/check-formats.js";
export type { CheckReport, CheckStyle } from "./engine/report/check/check-report.js";
export { checkSchema } from "./engine/report/check/check-schema.js";
export { summary as checkSummary } from "./engine/report/check/summary.js";
export { compareText } from "./engine/report/comparison/compare-text.js";
export { whatifJson } from "./engine/report/comparison/whatif-json.js";
export { whatifText } from "./engine/report/comparison/whatif-text.js";
export { type FormatId, formatIds } from "./engine/report/format-ids.js";
export { formats } from "./engine/report/formats.js";
export { type Palette, plainPalette, type Role } from "./engine/report/palette.js";
export { printBlankAnswers } from "./engine/report/print-blank-answers.js";
export { reportSchema } from "./engine/report/report-schema.js";
export { plainStyle, type ReportStyle } from "./engine/report/report-style.js";
export { headline } from "./engine/report/text/headline.js";
export { type PackFinding, packFindings } from "./engine/statistics/pack-findings.js";
export { statisticsJson } from "./engine/statistics/statistics-json.js";
export { statisticsText } from "./engine/statistics/statistics-text.js";
export { statisticsWitnesses } from "./engine/statistics/statistics-witnesses.js";
export { answersSchemaOf } from "./engine/validate/answers-schema-of.js";
export { casesSchema, realSystemSchema } from "./engine/validate/cases-schema.js";
export { isDay } from "./engine/validate/is-day.js";
export { readAnswers } from "./engine/validate/read-answers.js";
export { rulesSchema } from "./engine/validate/rules-schema.js";
export { readSettings, setAnswers } from "./engine/validate/set-answers.js";
export { type NamedWitness, witnessFile } from "./engine/witness/witness-file.js";

/**
 * The library's door, safe in a browser: nothing in it reads files, prints, or reads the clock. `src/node.ts` is the
 * same and loads from disk. Anything not exported here may change in any version.
 */

// From a pack and answers to a recommendation.

export { advise, type ServiceInput } from "./engine/advise/advise.js";
export { type RecommendOptions, recommend, recommendService } from "./engine/advise/recommend.js";
export { reportedPack } from "./engine/advise/reported-pack.js";

// From texts to packs and answers: all problems are collected and returned.

export { digestOf } from "./engine/advise/canonical-digest.js";
export { readAnswers } from "./engine/answers-file/read-answers.js";
export { buildPack } from "./engine/compile/build-pack.js";
export { restorePack } from "./engine/compile/precompiled-pack.js";
export type {
  Location,
  Outcome,
  Problem,
  ProblemCode,
  ProblemDetail,
} from "./engine/diagnostics/problem.js";
export { ProblemError, renderProblem, renderProblems } from "./engine/diagnostics/render-problem.js";
export type { PackLayer } from "./engine/pack-file/raw-pack.js";
export { parseText } from "./engine/parse/parse-text.js";
export type { ParsedDocument, SourceText } from "./engine/parse/parsed-document.js";

// JSON Schemas of answers files, rule packs, the JSON report, briefs and advice.

export { answersSchemaOf } from "./engine/answers-file/answers-schema-of.js";
export { rulesSchema } from "./engine/pack-file/rules-schema.js";
export { adviceSchema } from "./engine/report/brief/advice-schema.js";
export { briefSchema } from "./engine/report/brief/brief-schema.js";
export { reportSchema } from "./engine/report/json/report-schema.js";

// An interview, step by step: every step is a pure function from one state to the next.

export type { Effect, Implied } from "./engine/interview/implications.js";
export {
  type Applied,
  applyReply,
  dropAnswer,
  goBack,
  goDeeper,
  goToReview,
  type Interview,
  type Phase,
  type Reply,
  startInterview,
} from "./engine/interview/interview.js";
export {
  type InterviewProgress,
  type InterviewStep,
  nextStep,
  pendingQuestions,
  type TryOutlook,
} from "./engine/interview/next-step.js";
export { type Bearing, type QuestionToAsk, questionsToAsk } from "./engine/interview/questions-to-ask.js";
export { type ReviewEntry, reviewOf } from "./engine/interview/review.js";

// From a recommendation to a few facts as plain data, and to text.

export { type Advice, type AskNext, adviceOf } from "./engine/report/brief/advice.js";
export type * from "./engine/report/brief/brief.js";
export { briefOf } from "./engine/report/brief/brief-of.js";
export { type FormatId, formatIds, formats } from "./engine/report/formats.js";
export {
  type Detail,
  type Format,
  type Palette,
  plainPalette,
  plainStyle,
  type ReportStyle,
  type Role,
} from "./engine/report/report-style.js";

// The types of their arguments and results.

export type * from "./engine/model/analysis.js";
export type * from "./engine/model/answers.js";
export type * from "./engine/model/compiled-condition.js";
export type * from "./engine/model/compiled-pack.js";
export type * from "./engine/model/condition.js";
export type * from "./engine/model/pack.js";
export type * from "./engine/model/recommendation.js";
export type * from "./engine/model/scores.js";
export type * from "./engine/model/unconfirmed.js";
export type * from "./engine/model/verdict.js";

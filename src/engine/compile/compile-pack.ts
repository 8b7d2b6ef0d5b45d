import { failed, type Outcome, ok, type Problem, type ProblemDetail } from "../diagnostics/problem.js";
import {
  type CompiledCondition,
  type CompiledImplication,
  questionsIn,
} from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";
import { conjoin, Effort, TooComplex, termLimit } from "../model/conjunction.js";
import type { Pack } from "../model/pack.js";
import { addImplications, assemble, byId, draftQuestions, paired, type QuestionDraft } from "./assemble.js";
import { implicationOrder } from "./implication-order.js";
import { disjunctiveNormalForm } from "./normal-form.js";

/** Where an entry of a pack was written, for problems that only show when the pack is put together. */
export type Whereabouts = (id: string) => Pick<Problem, "file" | "at">;

/**
 * Brings a pack's conditions into disjunctive normal form and orders its implications.
 * Problems: an implication cycle, implications that contradict each other, one for a question that takes several,
 * a condition that is too complex, a rule or clash whose condition always holds.
 */
export function compilePack(
  pack: Pack,
  whereabouts: Whereabouts = () => ({ file: "", at: null }),
): Outcome<CompiledPack> {
  const problems: Problem[] = [];
  const report = (id: string, detail: ProblemDetail): void => {
    problems.push({ severity: "error", ...whereabouts(id), ...detail });
  };
  const drafts = draftQuestions(pack.questions);
  const questions = drafts.map(({ compiled }) => compiled);
  const compiler = new ConditionCompiler(byId(questions), report);
  for (const draft of drafts) compileImplications(draft, compiler, report);
  const rules = pack.rules.map(({ id, when }) => compiler.compile(id, when));
  reportUnsharable(pack, rules, report);
  const clashes = pack.clashes.map(({ id, when }) => compiler.compile(id, when));
  reportTautologies(pack, compiler, report);
  const order = implicationOrder(questions);
  if (order.kind === "cycle") {
    const [first, ...others] = order.questions.map(({ id }) => id);
    if (first !== undefined) report(first, { code: "implication-cycle", questions: [first, ...others] });
  }
  const optional = ({ id, when }: { readonly id: string; readonly when: Condition | null }) =>
    when === null ? null : compiler.compile(id, when);
  const placements = pack.placements.map(optional);
  const backings = pack.backings.map(optional);
  const tradeoffs = pack.tradeoffs.map(optional);
  const guidance = pack.guidance.map(optional);
  if (problems.length > 0 || order.kind === "cycle") return failed(problems);
  const conditions = { rules, placements, backings, clashes, tradeoffs, guidance };
  return ok(assemble(pack, questions, order.order, conditions));
}

/** Receives a problem and the id of its entry. */
type ReportEntry = (id: string, detail: ProblemDetail) => void;

/** Most questions that a rule may name: its points are shared among them exactly, in units of 1/lcm(1 … n). */
const shareLimit = 20;

function reportUnsharable(pack: Pack, conditions: readonly CompiledCondition[], report: ReportEntry): void {
  for (const [{ id }, condition] of paired(pack.rules, conditions))
    if (questionsIn(condition).length > shareLimit)
      report(id, { code: "too-many", what: "questions in one rule", limit: shareLimit });
}

/** A rule or clash that always holds depends on no answer: its negation has no terms. */
function reportTautologies(pack: Pack, compiler: ConditionCompiler, report: ReportEntry): void {
  for (const { id, when } of [...pack.rules, ...pack.clashes]) {
    const negation = compiler.tryCompile({ kind: "not", of: when });
    if (negation?.length === 0) report(id, { code: "always-holds", id });
  }
}

/** Compiles the conditions of one pack, which share a limit on the work that they take. */
class ConditionCompiler {
  readonly effort = new Effort();
  readonly #questions: Parameters<typeof disjunctiveNormalForm>[1];
  readonly #report: ReportEntry;

  constructor(questions: Parameters<typeof disjunctiveNormalForm>[1], report: ReportEntry) {
    this.#questions = questions;
    this.#report = report;
  }

  /** A condition that cannot be compiled becomes one that never holds; the problem is reported. */
  compile(id: string, condition: Condition): CompiledCondition {
    const compiled = this.tryCompile(condition);
    if (compiled !== null) return compiled;
    this.#report(id, { code: "condition-too-complex", id, limit: termLimit });
    return [];
  }

  /** Null for a condition that is too complex. */
  tryCompile(condition: Condition): CompiledCondition | null {
    try {
      return disjunctiveNormalForm(condition, this.#questions, this.effort);
    } catch (error) {
      if (error instanceof TooComplex) return null;
      throw error;
    }
  }
}

function compileImplications(draft: QuestionDraft, compiler: ConditionCompiler, report: ReportEntry): void {
  const { id, several, implied } = draft.source;
  if (several && implied.length > 0) report(id, { code: "implication-of-several", question: id });
  addImplications(
    draft,
    implied.map(({ when }) => compiler.compile(id, when)),
  );
  reportConflicts(id, draft.compiled.implied, compiler.effort, report);
}

/** Two implications of one question may both hold only if they agree. The first conflict of each is reported. */
function reportConflicts(
  question: string,
  implied: readonly CompiledImplication[],
  effort: Effort,
  report: ReportEntry,
): void {
  const overlap = (first: CompiledImplication, second: CompiledImplication): boolean =>
    first.condition.some((a) =>
      second.condition.some((b) => {
        effort.spend(a.length + b.length);
        return conjoin(a, b) !== null;
      }),
    );
  try {
    implied.forEach((first, index) => {
      const later = implied.slice(index + 1);
      const second = later.find((each) => each.mask !== first.mask && overlap(first, each));
      if (second === undefined) return;
      report(question, { code: "implication-conflict", question, answers: [first.answer, second.answer] });
    });
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    report(question, { code: "condition-too-complex", id: question, limit: termLimit });
  }
}

import { failed, type Outcome, ok, type Problem, type ProblemDetail } from "../diagnostics/problem.js";
import type {
  CompiledCondition,
  CompiledImplication,
  CompiledPack,
  CompiledQuestion,
  Conditional,
  Variable,
} from "../model/compiled-pack.js";
import type { Condition } from "../model/condition.js";
import { boxesOf, conditionOf, questionsIn } from "../model/condition-code.js";
import type { Pack, Question } from "../model/pack.js";
import { withBearings } from "./bearings.js";
import { type AtomBoxes, boxLimit, Effort, meet, TooComplex, toBoxes } from "./boxes.js";
import { compiledRule, listedById } from "./compiled-entries.js";
import { implicationOrder } from "./implication-order.js";
import { atomBoxes, variablesOf } from "./variables.js";
import { leastCommonMultiple, verdictForms } from "./verdict-forms.js";

/** Where an entry of a pack was written, for problems that only show when the pack is put together. */
export type Whereabouts = (id: string) => Pick<Problem, "file" | "at">;

/**
 * Resolves a pack's conditions into boxes and orders its implications.
 * Problems: an implication cycle, implications that contradict each other, one for a question that takes several,
 * a condition that is too complex, a rule or veto whose condition always holds.
 */
export function compilePack(
  pack: Pack,
  whereabouts: Whereabouts = () => ({ file: "", at: null }),
): Outcome<CompiledPack> {
  const problems: Problem[] = [];
  const report = (id: string, detail: ProblemDetail): void => {
    problems.push({ severity: "error", ...whereabouts(id), ...detail });
  };
  const variables = variablesOf(pack.questions);
  const compiler = conditionCompiler(pack, variables);
  const compile: Compile = (id, condition) => {
    const compiled = compiler.compile(condition);
    if (compiled !== null) return compiled;
    report(id, { code: "condition-too-complex", id, limit: boxLimit });
    return [];
  };
  const questions = pack.questions.map((question, index) =>
    compileQuestion(question, index, variables, compile, compiler.effort, report),
  );
  const rules = pack.rules.map((rule) => compiledRule(rule, compile(rule.id, rule.when)));
  const sharing = rules.map(({ condition }) => questionsIn(condition, variables).length);
  reportUnsharable(pack, sharing, report);
  const vetoes = pack.vetoes.map((veto) => ({ veto, condition: compile(veto.id, veto.when) }));
  reportTautologies(pack, compiler, report);
  const order = implicationOrder(questions, variables);
  if (order.kind === "cycle")
    report(order.questions[0] ?? "", { code: "implication-cycle", questions: order.questions });
  const conditional = <Entry extends { readonly id: string; readonly when: Condition | null }>(
    entries: readonly Entry[],
  ): readonly Conditional<Entry>[] =>
    entries.map((entry) => ({
      entry,
      condition: entry.when === null ? null : compile(entry.id, entry.when),
    }));
  const placements = conditional(pack.placements).map((placed) => ({
    ...placed,
    concern: placed.entry.concern,
  }));
  const tradeoffs = conditional(pack.tradeoffs);
  const guidance = conditional(pack.guidance);
  if (problems.length > 0 || order.kind === "cycle") return failed(problems);
  const compiled = {
    pack,
    forms: verdictForms(pack.settings),
    variables,
    questions,
    questionIndex: new Map(pack.questions.map((question, index) => [question.id, index])),
    implicationOrder: order.order,
    rules,
    vetoes,
    placements,
    tradeoffs,
    guidance,
    patterns: listedById(pack.patterns),
    criteria: listedById(pack.criteria),
    references: listedById(pack.references),
    shares: leastCommonMultiple(sharing.flatMap(sharesOf)),
  };
  return ok(withBearings(compiled));
}

type Report = (id: string, detail: ProblemDetail) => void;
/** A condition that could not be compiled becomes one that never holds; its problem is reported. */
type Compile = (id: string, condition: Condition) => CompiledCondition;

/** How many questions a rule may bind: its points are shared among them exactly, in units of 1/lcm(1 … n). */
const shareLimit = 20;

/** @param sharing how many questions each rule binds */
function reportUnsharable(pack: Pack, sharing: readonly number[], report: Report): void {
  pack.rules.forEach(({ id }, index) => {
    if ((sharing[index] ?? 0) > shareLimit)
      report(id, { code: "too-many", what: "questions in one rule", limit: shareLimit });
  });
}

/** A rule or veto that always holds depends on no answer: its negation has no boxes. */
function reportTautologies(pack: Pack, compiler: Compiler, report: Report): void {
  for (const { id, when } of [...pack.rules, ...pack.vetoes]) {
    const negation = compiler.compile({ kind: "not", of: when });
    if (negation?.length === 0) report(id, { code: "always-holds", id });
  }
}

interface Compiler {
  /** Null for a condition that is too complex. */
  readonly compile: (condition: Condition) => CompiledCondition | null;
  /** Shared by all that is compiled. */
  readonly effort: Effort;
}

function conditionCompiler(pack: Pack, variables: readonly Variable[]): Compiler {
  const byId = new Map(pack.questions.map((question, index) => [question.id, index]));
  const variablesOfQuestion: Variable[][] = pack.questions.map(() => []);
  for (const variable of variables) variablesOfQuestion[variable.question]?.push(variable);
  const effort = new Effort();
  const compile = (condition: Condition): CompiledCondition | null => {
    try {
      const atom = (question: string, options: readonly string[]): AtomBoxes => {
        const index = byId.get(question) ?? -1;
        const found = pack.questions[index];
        return found === undefined
          ? { inside: [], outside: [] }
          : atomBoxes(found, variablesOfQuestion[index] ?? [], options);
      };
      return conditionOf(toBoxes(condition, atom, effort));
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      return null;
    }
  };
  return { compile, effort };
}

function compileQuestion(
  question: Question,
  index: number,
  variables: readonly Variable[],
  compile: Compile,
  effort: Effort,
  report: Report,
): CompiledQuestion {
  const own = variables.filter((variable) => variable.question === index);
  if (question.several && question.implied.length > 0) {
    report(question.id, { code: "implication-of-several", question: question.id });
  }
  const implied = question.implied.map((implication): CompiledImplication => {
    const state = own[0]?.states.indexOf(implication.answer) ?? 0;
    return { implication, condition: compile(question.id, implication.when), mask: 2 ** state };
  });
  reportConflicts(question.id, implied, effort, report);
  return { index, question, variables: own.map((variable) => variable.index), implied };
}

/** Two implications of one question may both hold only when they agree. Of each, the first conflict is reported. */
function reportConflicts(
  question: string,
  implied: readonly CompiledImplication[],
  effort: Effort,
  report: Report,
): void {
  const meeting = (first: CompiledImplication, second: CompiledImplication): boolean =>
    boxesOf(first.condition).some((a) =>
      boxesOf(second.condition).some((b) => {
        effort.spend(a.length + b.length);
        return meet(a, b) !== null;
      }),
    );
  try {
    implied.forEach((first, index) => {
      const later = implied.slice(index + 1);
      const second = later.find((each) => each.mask !== first.mask && meeting(first, each));
      if (second === undefined) return;
      const answers = [first.implication.answer, second.implication.answer];
      report(question, { code: "implication-conflict", question, answers });
    });
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    report(question, { code: "condition-too-complex", id: question, limit: boxLimit });
  }
}

/** Every number of questions that a rule binding `count` of them may come to share among. */
function sharesOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

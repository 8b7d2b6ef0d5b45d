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
import type { Pack, Question } from "../model/pack.js";
import { boxLimit, compiledCondition, meet, TooComplex, toBoxes } from "./boxes.js";
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
  const compile = conditionCompiler(pack, variables, report);
  const questions = pack.questions.map((question, index) =>
    compileQuestion(question, index, variables, compile, report),
  );
  const rules = pack.rules.map((rule) => ({ rule, condition: compile(rule.id, rule.when) }));
  const vetoes = pack.vetoes.map((veto) => ({ veto, condition: compile(veto.id, veto.when) }));
  reportTautologies(pack, variables, report);
  const order = implicationOrder(questions);
  if (order.kind === "cycle")
    report(order.questions[0] ?? "", { code: "implication-cycle", questions: order.questions });
  const conditional = <Entry extends { readonly id: string; readonly when: Condition | null }>(
    entries: readonly Entry[],
  ): readonly Conditional<Entry>[] =>
    entries.map((entry) => ({
      entry,
      condition: entry.when === null ? null : compile(entry.id, entry.when),
    }));
  const placements = conditional(pack.placements);
  const tradeoffs = conditional(pack.tradeoffs);
  const guidance = conditional(pack.guidance);
  if (problems.length > 0 || order.kind === "cycle") return failed(problems);
  return ok({
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
    shares: leastCommonMultiple(rules.flatMap(({ condition }) => sharesOf(condition.questions.length))),
  });
}

type Report = (id: string, detail: ProblemDetail) => void;
type Compile = (id: string, condition: Condition) => CompiledCondition;

/** A rule or veto that always holds depends on no answer: its negation has no boxes. */
function reportTautologies(pack: Pack, variables: readonly Variable[], report: Report): void {
  for (const { id, when } of [...pack.rules, ...pack.vetoes]) {
    let unknown = false;
    const compile = conditionCompiler(pack, variables, () => {
      unknown = true;
    });
    const negation = compile(id, { kind: "not", of: when });
    if (negation.boxes.length === 0 && !unknown) report(id, { code: "always-holds", id });
  }
}

/** A condition that could not be compiled becomes one that never holds; its problem is reported. */
function conditionCompiler(pack: Pack, variables: readonly Variable[], report: Report): Compile {
  const byId = new Map(pack.questions.map((question, index) => [question.id, index]));
  const variablesOfQuestion = pack.questions.map((_, index) =>
    variables.filter(({ question }) => question === index),
  );
  return (id, condition) => {
    try {
      const boxes = toBoxes(condition, (question, options) => {
        const index = byId.get(question) ?? -1;
        const found = pack.questions[index];
        return found === undefined
          ? { inside: [], outside: [] }
          : atomBoxes(found, variablesOfQuestion[index] ?? [], options);
      });
      return compiledCondition(boxes, (variable) => variables[variable]?.question ?? -1);
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      report(id, { code: "condition-too-complex", id, limit: boxLimit });
      return { boxes: [], variables: [], questions: [] };
    }
  };
}

function compileQuestion(
  question: Question,
  index: number,
  variables: readonly Variable[],
  compile: Compile,
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
  reportConflicts(question.id, implied, report);
  return { index, question, variables: own.map((variable) => variable.index), implied };
}

/** Two implications of one question may both hold only when they agree. */
function reportConflicts(question: string, implied: readonly CompiledImplication[], report: Report): void {
  implied.forEach((first, index) => {
    for (const second of implied.slice(index + 1)) {
      const disagree = first.mask !== second.mask;
      const meeting = first.condition.boxes.some((a) =>
        second.condition.boxes.some((b) => meet(a, b) !== null),
      );
      if (disagree && meeting) {
        const answers = [first.implication.answer, second.implication.answer];
        report(question, { code: "implication-conflict", question, answers });
      }
    }
  });
}

/** Every number of questions that a rule binding `count` of them may come to share among. */
function sharesOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

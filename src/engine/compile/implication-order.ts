import { type CompiledQuestion, questionsIn } from "../model/compiled-condition.js";

type Order =
  | { readonly kind: "ok"; readonly order: readonly CompiledQuestion[] }
  | { readonly kind: "cycle"; readonly questions: readonly CompiledQuestion[] };

/**
 * An order of questions in which each follows those that its implications name (Kahn's algorithm, ties in the
 * pack's order), or the questions that form a cycle.
 */
export function implicationOrder(questions: readonly CompiledQuestion[]): Order {
  const waiting = new Map(
    questions.map((question) => [
      question,
      question.implied.flatMap(({ condition }) => questionsIn(condition)),
    ]),
  );
  const order: CompiledQuestion[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find(([, needs]) => !needs.some((need) => waiting.has(need)));
    if (ready === undefined) return { kind: "cycle", questions: cycleIn(waiting) };
    const [question] = ready;
    order.push(question);
    waiting.delete(question);
  }
  return { kind: "ok", order };
}

/** Follows unmet needs until one repeats. */
function cycleIn(
  waiting: ReadonlyMap<CompiledQuestion, readonly CompiledQuestion[]>,
): readonly CompiledQuestion[] {
  const path: CompiledQuestion[] = [];
  let [next] = waiting.keys();
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = waiting.get(next)?.find((need) => waiting.has(need));
  }
  return next === undefined ? path : path.slice(path.indexOf(next));
}

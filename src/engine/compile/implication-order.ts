import type { CompiledQuestion, Variable } from "../model/compiled-pack.js";
import { questionsIn } from "../model/condition-code.js";

/**
 * An order of questions in which whatever a question's implications name comes first (Kahn's algorithm, ties in the
 * pack's order), or the questions that form a cycle.
 */
export function implicationOrder(
  questions: readonly CompiledQuestion[],
  variables: readonly Variable[],
):
  | { readonly kind: "ok"; readonly order: readonly number[] }
  | { readonly kind: "cycle"; readonly questions: readonly string[] } {
  const waiting = new Map(
    questions.map(({ index, implied }) => [
      index,
      new Set(implied.flatMap(({ condition }) => questionsIn(condition, variables))),
    ]),
  );
  const order: number[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find(([, needs]) => [...needs].every((need) => !waiting.has(need)));
    if (ready === undefined) {
      return {
        kind: "cycle",
        questions: cycleOf(waiting).map((index) => questions[index]?.question.id ?? ""),
      };
    }
    order.push(ready[0]);
    waiting.delete(ready[0]);
  }
  return { kind: "ok", order };
}

/** Follows unmet needs until one comes round again. */
function cycleOf(waiting: ReadonlyMap<number, ReadonlySet<number>>): readonly number[] {
  const path: number[] = [];
  let next = [...waiting.keys()][0];
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    next = [...(waiting.get(next) ?? [])].find((need) => waiting.has(need));
  }
  return next === undefined ? path : path.slice(path.indexOf(next));
}

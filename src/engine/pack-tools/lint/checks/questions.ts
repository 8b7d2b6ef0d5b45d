import type { Answers } from "../../../model/answers.js";
import { type CompiledQuestion, questionsIn } from "../../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule, Conditional } from "../../../model/compiled-pack.js";
import { profileOf } from "../../../score/fill-implied.js";
import { score } from "../../../score/score.js";
import { findingAt, type LintCheck } from "../linted-pack.js";

/** Harmless options on which, as the only answer, some rule speaks for keeping state or for binding it. */
export const harmlessOptions: LintCheck = (linted) =>
  linted.compiled.questions.flatMap(({ id: question, harmless }) => {
    if (harmless === null) return [];
    const answers: Answers = new Map([[question, { kind: "chosen", options: [harmless], note: null }]]);
    const { fired } = score(linted.compiled, profileOf(linted.compiled, answers).possible);
    return fired.filter(speaksForState).map(({ entry: { id, kind } }) => {
      const detail = { code: "harm-in-harmless", id, kind, question, option: harmless } as const;
      return findingAt(linted, { id: question, path: ["harmless"] }, "error", detail, answers);
    });
  });

function speaksForState({ entry: { kind, points } }: CompiledRule): boolean {
  return kind === "must" || kind === "must-bind" || points > 0;
}

/**
 * Questions that no rule, placement or second home reads, neither directly nor through what their answers imply, so that
 * they move no verdict, place or pattern: information if clashes, tradeoffs or guidance do, else a warning.
 */
export const unreadQuestions: LintCheck = (linted) => {
  const { compiled } = linted;
  const { rules, placements, backings, clashes, tradeoffs, guidance } = compiled;
  const moving = readBy(compiled, [...rules, ...placements, ...backings]);
  const others = Object.entries({ clashes, tradeoffs, guidance }).map(
    ([section, entries]) => [section, readBy(compiled, entries)] as const,
  );
  return compiled.questions
    .filter((question) => !moving.has(question))
    .map((question) => {
      const { id } = question;
      const sections = others.filter(([, read]) => read.has(question)).map(([section]) => section);
      const detail = { code: "unread-question", id, readBy: sections } as const;
      return findingAt(linted, { id, path: [] }, sections.length === 0 ? "warning" : "information", detail);
    });
};

/** The questions that the entries name, and all whose answers can imply an answer to one of these. */
function readBy(
  { implicationOrder }: CompiledPack,
  entries: readonly Pick<Conditional<unknown>, "condition">[],
): ReadonlySet<CompiledQuestion> {
  const read = new Set(entries.flatMap(({ condition }) => questionsIn(condition ?? [])));
  // A question comes after those that its implications name.
  for (const question of implicationOrder.toReversed())
    if (read.has(question))
      for (const { condition } of question.implied)
        for (const other of questionsIn(condition)) read.add(other);
  return read;
}

import type { Answers } from "../../../model/answers.js";
import type { CompiledQuestion, Variable } from "../../../model/compiled-condition.js";
import type { CompiledPack } from "../../../model/compiled-pack.js";
import { type Check, conditionsOf, findingAt } from "../linted-pack.js";

/**
 * Options that no condition of the pack tells apart, so that choosing one or the other differs in nothing. Of a
 * question that takes several: those that no condition reads, with its `none`.
 */
export const optionsAlike: Check = (linted) => {
  const { compiled } = linted;
  const masks = masksByVariable(compiled);
  return compiled.questions.flatMap((question) =>
    groupsOf(question, masks).map((options) => {
      const id = question.id;
      const chosen = { kind: "chosen", options: options.slice(0, 1), note: null } as const;
      const witness: Answers = new Map([[id, chosen]]);
      const place = { id, path: ["options", options[0] ?? ""], part: "key" } as const;
      return findingAt(
        linted,
        place,
        "information",
        { code: "options-alike", question: id, options },
        witness,
      );
    }),
  );
};

function masksByVariable(pack: CompiledPack): ReadonlyMap<Variable, readonly number[]> {
  const masks = new Map<Variable, number[]>();
  for (const { compiled } of conditionsOf(pack)) {
    for (const { variable, mask } of compiled.flat()) {
      const known = masks.get(variable) ?? [];
      known.push(mask);
      masks.set(variable, known);
    }
  }
  return masks;
}

function groupsOf(
  question: CompiledQuestion,
  masks: ReadonlyMap<Variable, readonly number[]>,
): readonly (readonly string[])[] {
  if (question.several) {
    const unread = question.variables.filter((variable) => !masks.has(variable));
    const none = question.options.filter((option) => option.none).map(({ id }) => id);
    const options = unread.flatMap(({ states }) => states.slice(1));
    return options.length > 0 ? [[...options, ...none]] : [];
  }
  const [variable] = question.variables;
  if (variable === undefined) return [];
  const groups = new Map<string, string[]>();
  question.options.forEach(({ id }, state) => {
    const signature = (masks.get(variable) ?? []).map((mask) => (mask >> state) & 1).join("");
    groups.set(signature, [...(groups.get(signature) ?? []), id]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

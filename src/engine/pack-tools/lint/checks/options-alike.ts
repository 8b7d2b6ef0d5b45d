import type { CompiledQuestion, Variable } from "../../../model/compiled-condition.js";
import type { CompiledPack } from "../../../model/compiled-pack.js";
import { conditionsOf, findingAt, type LintCheck } from "../linted-pack.js";

/**
 * Options that no condition of the pack distinguishes, so that choosing one or another makes no difference. For a
 * question that takes several: those that no condition names, and its `none`. Left out are questions of which no
 * condition names any option.
 */
export const optionsAlike: LintCheck = (linted) => {
  const masks = masksByVariable(linted.compiled);
  return linted.compiled.questions.flatMap((question) =>
    groupsOf(question, masks).flatMap((options) =>
      options.slice(0, 1).map((first) => {
        const { id } = question;
        const chosen = { kind: "chosen", options: [first], note: null } as const;
        const place = { id, path: ["options", first], part: "key" } as const;
        const detail = { code: "options-alike", question: id, options } as const;
        return findingAt(linted, place, "information", detail, new Map([[id, chosen]]));
      }),
    ),
  );
};

type Masks = ReadonlyMap<Variable, readonly number[]>;

function masksByVariable(pack: CompiledPack): Masks {
  const literals = conditionsOf(pack).flatMap(({ condition }) => condition.flat());
  const masks = new Map<Variable, number[]>();
  for (const { variable, mask } of literals) {
    const known = masks.get(variable);
    if (known === undefined) masks.set(variable, [mask]);
    else known.push(mask);
  }
  return masks;
}

function groupsOf(question: CompiledQuestion, masks: Masks): readonly (readonly string[])[] {
  const used = question.variables.flatMap((variable) => masks.get(variable) ?? []);
  if (used.length === 0) return [];
  if (question.several) {
    const unread = question.variables.filter((variable) => !masks.has(variable));
    const none = question.options.filter((option) => option.none).map(({ id }) => id);
    const options = unread.flatMap(({ states }) => states.slice(1));
    return options.length > 0 ? [[...options, ...none]] : [];
  }
  const groups = new Map<string, string[]>();
  for (const [state, { id }] of question.options.entries()) {
    const signature = used.map((mask) => (mask >> state) & 1).join("");
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, [id]);
    else group.push(id);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

import { boxesOf } from "../../../model/condition-code.js";
import { answersOfBox } from "../../witness/answers-of-box.js";
import { type Check, findingAt } from "../linted-pack.js";

/** Rules and vetoes that rest on a contested criterion without saying what speaks against it. */
export const counterEvidence: Check = (linted) => {
  const { compiled } = linted;
  const contested = new Set(
    compiled.pack.criteria.filter((each) => each.contested !== null).map(({ id }) => id),
  );
  const entries = [
    ...compiled.rules.map(({ rule, condition }) => ({ entry: rule, condition })),
    ...compiled.vetoes.map(({ veto, condition }) => ({ entry: veto, condition })),
  ];
  return entries.flatMap(({ entry: { id, sources, contested: said }, condition }) => {
    const criteria = sources.map((source) => source.id).filter((source) => contested.has(source));
    if (criteria.length === 0 || said !== null) return [];
    const [box] = boxesOf(condition);
    const witness = box === undefined ? null : answersOfBox(compiled, box);
    const detail = { code: "counter-evidence-missing", id, criteria } as const;
    return [findingAt(linted, { id, path: ["sources"] }, "error", detail, witness)];
  });
};

import { answersOfTerm } from "../../witness/answers-of-term.js";
import { type Check, findingAt } from "../linted-pack.js";

/** Rules and vetoes that rest on a contested criterion without saying what speaks against it. */
export const counterEvidence: Check = (linted) => {
  const { compiled } = linted;
  const contested = new Set(
    compiled.source.criteria.filter((each) => each.contested !== null).map(({ id }) => id),
  );
  return [...compiled.rules, ...compiled.vetoes].flatMap(
    ({ entry: { id, sources, contested: said }, condition }) => {
      const criteria = sources.map((source) => source.id).filter((source) => contested.has(source));
      if (criteria.length === 0 || said !== null) return [];
      const [term] = condition;
      const witness = term === undefined ? null : answersOfTerm(term);
      const detail = { code: "counter-evidence-missing", id, criteria } as const;
      return [findingAt(linted, { id, path: ["sources"] }, "error", detail, witness)];
    },
  );
};

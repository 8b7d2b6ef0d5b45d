import type { CompiledCondition, Term } from "../model/compiled-condition.js";
import { maskOf, type Possible } from "../model/profile.js";

/**
 * Whether a condition holds whatever the open variables turn out to be: every profile within `possible` is in
 * one of its terms. Exact, even if several terms cover the profile only together.
 */
export function holds(condition: CompiledCondition, possible: Possible): boolean {
  for (const term of condition) if (within(term, possible)) return true;
  return condition.length > 1 && holdsTogether(condition, possible);
}

/** Whether the term holds everywhere within `possible`. */
export function within(term: Term, possible: Possible): boolean {
  for (const { variable, mask } of term) if ((maskOf(possible, variable) & ~mask) !== 0) return false;
  return true;
}

/** Whether the term holds anywhere within `possible`. */
function meets(term: Term, possible: Possible): boolean {
  for (const { variable, mask } of term) if ((maskOf(possible, variable) & mask) === 0) return false;
  return true;
}

function holdsTogether(condition: CompiledCondition, possible: Possible): boolean {
  const meeting = condition.filter((term) => meets(term, possible));
  return meeting.length > 1 && hasCorner(meeting, possible) && covered(meeting, possible);
}

/** Whether some term holds if every variable is in its first possible state: rules out most profiles without splitting them. */
function hasCorner(terms: readonly Term[], possible: Possible): boolean {
  return terms.some((term) =>
    term.every(({ variable, mask }) => {
      const states = maskOf(possible, variable);
      return (states & -states & mask) !== 0;
    }),
  );
}

/** Splits the profile at a literal that cuts it, until each part is within one term or meets none. */
function covered(terms: readonly Term[], possible: Possible): boolean {
  const meeting = terms.filter((term) => meets(term, possible));
  if (meeting.some((term) => within(term, possible))) return true;
  const cut = meeting[0]?.find(({ variable, mask }) => (maskOf(possible, variable) & ~mask) !== 0);
  if (cut === undefined) return false;
  const states = maskOf(possible, cut.variable);
  return [states & cut.mask, states & ~cut.mask].every((part) =>
    covered(meeting, possible.with(cut.variable.index, part)),
  );
}

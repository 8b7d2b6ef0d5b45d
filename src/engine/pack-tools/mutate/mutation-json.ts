import { plainAnswers } from "../witness/answers-of-term.js";
import type { Mutant } from "./mutants.js";
import { type Mutation, mutationScore } from "./mutate.js";

/** The mutants for programs, as a part of the JSON result of all cases. */
export function mutationDocument(mutation: Mutation) {
  return {
    score: mutationScore(mutation),
    surviving: mutation.surviving.map(({ mutant, difference }) => ({
      ...named(mutant),
      by: difference.by,
      before: difference.before,
      after: difference.after,
      witness: plainAnswers(difference.answers),
    })),
    undetermined: mutation.undetermined.map(named),
    equivalent: mutation.equivalent.map(named),
  };
}

const named = ({ kind, entry, change }: Mutant) => ({ kind, entry, change });

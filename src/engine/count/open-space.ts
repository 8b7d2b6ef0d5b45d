import type { CompiledCondition } from "../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import type { Profile } from "../model/profile.js";
import { concerns } from "../model/verdict.js";
import { narrowed, type OpenRule, type OpenTerm, type Space } from "./space.js";
import { noTally, tallyOf } from "./tally.js";

/**
 * What a profile leaves open. Its points are the *completions*: every question that is not given gets one answer (a question
 * that takes several, one set of options), which is the implied one if one of its implications holds and any of its
 * options if none does.
 */
export function openSpaceOf(pack: CompiledPack, profile: Profile): Space {
  const { rules, forbidden } = piecesOf(pack);
  const isOpen = ({ question }: Implied): boolean => profile.answerStates[question] !== "given";
  return spaceOf(
    pack,
    profile.possible,
    rules,
    forbidden.filter(isOpen).map(({ term }) => term),
  );
}

/** The space of these rules over a pack's variables. */
export function spaceOf(
  pack: CompiledPack,
  domains: readonly number[],
  rules: readonly OpenRule[],
  forbidden: readonly OpenTerm[],
): Space {
  const space = narrowed(
    {
      variables: pack.variables,
      domains,
      rules,
      forbidden,
      base: concerns.map(() => noTally),
    },
    domains,
  );
  if (space === null)
    throw new Error("a profile without completions: implications form no cycle, so there is always one");
  return space;
}

/** An assignment that an implication rules out: its condition holds, and the question has another answer. */
interface Implied {
  /** Its index. */
  readonly question: number;
  readonly term: OpenTerm;
}

/** The rules that touch the verdict (all but `follows`) and what implications rule out, computed once per pack. */
export const piecesOf = oncePer(
  (pack: CompiledPack): { readonly rules: readonly OpenRule[]; readonly forbidden: readonly Implied[] } => ({
    rules: pack.rules.filter(({ entry }) => entry.kind !== "follows").map(openRule),
    forbidden: pack.questions.flatMap(({ index, implied, variables: [own] }) =>
      own === undefined
        ? []
        : implied.flatMap(({ condition, mask }) =>
            termsOf(condition).map((term) => ({
              question: index,
              term: [...term, { position: own.index, mask: own.full & ~mask }],
            })),
          ),
    ),
  }),
);

function openRule({ entry, condition }: CompiledRule): OpenRule {
  return { concern: concerns.indexOf(entry.concern), tally: tallyOf(entry), terms: termsOf(condition) };
}

export function termsOf(condition: CompiledCondition): readonly OpenTerm[] {
  return condition.map((term) => term.map(({ variable, mask }) => ({ position: variable.index, mask })));
}

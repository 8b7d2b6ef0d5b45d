import { at } from "../model/at.js";
import type { CompiledCondition, CompiledQuestion } from "../model/compiled-condition.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { TooComplex } from "../model/conjunction.js";
import { oncePer } from "../model/once-per.js";
import type { AnswerState, Profile } from "../model/profile.js";
import { concerns } from "../model/verdict.js";
import { narrowed, type OpenRule, type OpenTerm, type Space } from "./space.js";
import { noTally, tallyOf } from "./tally.js";
import { whileUnknown } from "./while-unknown.js";

/**
 * What a profile leaves open. Its points are the *completions*: every question that is not given gets one answer (a question
 * that takes several, one set of options), which is the implied one if one of its implications holds and any of its
 * options if none does.
 */
export function openSpaceOf(pack: CompiledPack, profile: Profile): Space {
  return restOf(pack, profile, piecesOf(pack), ["given"]);
}

/**
 * What whoever asks on can still learn: the same, but what is answered with `unsure` stays so, and is known only through
 * what implies an answer to it. Null if that takes too many terms to say.
 */
export function spaceToAsk(pack: CompiledPack, profile: Profile): Space | null {
  const isUnsure = ({ index }: CompiledQuestion): boolean => profile.answerStates[index] === "unsure";
  try {
    const pieces = piecesWith(pack, whileUnknown(pack, isUnsure));
    return restOf(pack, profile, pieces, ["given", "unsure"]);
  } catch (error) {
    if (error instanceof TooComplex) return null;
    throw error;
  }
}

/** @param answered the states of questions that implications say nothing more about */
function restOf(
  pack: CompiledPack,
  { possible, answerStates }: Profile,
  { rules, forbidden }: Pieces,
  answered: readonly AnswerState[],
): Space {
  const isOpen = ({ question }: Implied): boolean => !answered.includes(at(answerStates, question));
  return spaceOf(
    pack,
    possible,
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

/** The rules that touch the verdict (all but `follows`) and what implications rule out. */
interface Pieces {
  readonly rules: readonly OpenRule[];
  readonly forbidden: readonly Implied[];
}

/** Computed once per pack. */
export const piecesOf = oncePer((pack: CompiledPack): Pieces => piecesWith(pack, (condition) => condition));

/** With what each condition comes down to. */
function piecesWith(
  { rules, questions }: CompiledPack,
  reduced: (condition: CompiledCondition) => CompiledCondition,
): Pieces {
  return {
    rules: rules
      .filter(({ entry }) => entry.kind !== "follows")
      .map(({ entry, condition }) => ({
        concern: concerns.indexOf(entry.concern),
        tally: tallyOf(entry),
        terms: termsOf(reduced(condition)),
      })),
    forbidden: questions.flatMap(({ index, implied, variables: [own] }) =>
      own === undefined
        ? []
        : implied.flatMap(({ condition, mask }) =>
            termsOf(reduced(condition)).map((term) => ({
              question: index,
              term: [...term, { position: own.index, mask: own.full & ~mask }],
            })),
          ),
    ),
  };
}

export function termsOf(condition: CompiledCondition): readonly OpenTerm[] {
  return condition.map((term) => term.map(({ variable, mask }) => ({ position: variable.index, mask })));
}

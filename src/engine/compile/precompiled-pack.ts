import type { CompiledCondition, CompiledQuestion, Variable } from "../model/compiled-condition.js";
import type { CompiledPack, LoadedPack } from "../model/compiled-pack.js";
import type { Pack } from "../model/pack.js";
import { addImplications, assemble, type CompiledConditions, draftQuestions, paired } from "./assemble.js";

/** To be raised whenever the shape of this data changes. */
const format = "api-advisor-precompiled-7";

/** A condition for JSON: each literal of each term as the index of its variable, and its mask. */
type PrecompiledCondition = readonly (readonly (readonly [variable: number, mask: number])[])[];

/**
 * A loaded pack in a form that JSON can hold. Reading one takes a hundredth of the time of reading and compiling the
 * YAML.
 */
export interface PrecompiledPack {
  readonly format: typeof format;
  readonly digest: string;
  readonly pack: Pack;
  /** Of each question's implications. */
  readonly implied: readonly (readonly PrecompiledCondition[])[];
  /** Indices of questions. */
  readonly implicationOrder: readonly number[];
  readonly conditions: CompiledConditions<PrecompiledCondition>;
}

/** The pack as data for JSON; the inverse of `restoreLoaded`. */
export function precompilePack({ compiled, digest }: LoadedPack): PrecompiledPack {
  const { source, questions, implicationOrder, rules, clashes } = compiled;
  const { placements, backings, tradeoffs, guidance } = compiled;
  return {
    format,
    digest,
    pack: source,
    implied: questions.map(({ implied }) => implied.map(({ condition }) => encoded(condition))),
    implicationOrder: implicationOrder.map(({ index }) => index),
    conditions: {
      rules: rules.map(({ condition }) => encoded(condition)),
      placements: placements.map(({ condition }) => optional(condition, encoded)),
      backings: backings.map(({ condition }) => optional(condition, encoded)),
      clashes: clashes.map(({ condition }) => encoded(condition)),
      tradeoffs: tradeoffs.map(({ condition }) => optional(condition, encoded)),
      guidance: guidance.map(({ condition }) => optional(condition, encoded)),
    },
  };
}

/**
 * Restores a precompiled pack. Its content is not checked: it must be the file `default-pack.json` of this very version of
 * the package.
 * @throws RangeError if it visibly is not
 */
export const restorePack = (data: unknown): CompiledPack => restoreLoaded(data).compiled;

/** The same from any output of `precompilePack`, with its digest. */
export function restoreLoaded(data: unknown): LoadedPack {
  if (typeof data !== "object" || data === null || !("format" in data) || data.format !== format)
    throw new RangeError("this is not a precompiled pack of this version");
  return restored(data as PrecompiledPack);
}

function restored({ pack, digest, implied, implicationOrder, conditions }: PrecompiledPack): LoadedPack {
  const drafts = draftQuestions(pack.questions);
  const questions = drafts.map(({ compiled }) => compiled);
  const variables = questions.flatMap((question) => question.variables);
  const decode = (condition: PrecompiledCondition): CompiledCondition => decoded(condition, variables);
  for (const [draft, own] of paired(drafts, implied)) addImplications(draft, own.map(decode));
  const compiled: CompiledPack = assemble(
    pack,
    questions,
    implicationOrder.map((index): CompiledQuestion => existing(questions[index])),
    {
      rules: conditions.rules.map(decode),
      placements: conditions.placements.map((condition) => optional(condition, decode)),
      backings: conditions.backings.map((condition) => optional(condition, decode)),
      clashes: conditions.clashes.map(decode),
      tradeoffs: conditions.tradeoffs.map((condition) => optional(condition, decode)),
      guidance: conditions.guidance.map((condition) => optional(condition, decode)),
    },
  );
  return { compiled, digest };
}

function optional<From, To>(condition: From | null, convert: (condition: From) => To): To | null {
  return condition === null ? null : convert(condition);
}

function encoded(condition: CompiledCondition): PrecompiledCondition {
  return condition.map((term) => term.map(({ variable, mask }) => [variable.index, mask]));
}

function decoded(condition: PrecompiledCondition, variables: readonly Variable[]): CompiledCondition {
  return condition.map((term) =>
    term.map(([index, mask]) => ({ variable: existing(variables[index]), mask })),
  );
}

function existing<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new RangeError("the precompiled pack does not match its own entries");
  return item;
}

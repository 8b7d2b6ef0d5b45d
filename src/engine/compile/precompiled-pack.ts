import type {
  CompiledCondition,
  CompiledImplication,
  CompiledPack,
  CompiledQuestion,
} from "../model/compiled-pack.js";
import type { LoadedPack } from "../model/loaded-pack.js";
import { compiledRule, listedById } from "./compiled-entries.js";

/** Of the form of this data; it changes with whatever a pack is compiled to. */
const format = "api-advisor-precompiled-4";

/** Conditions of the entries of one section, in the order of the entries. */
type Conditions = readonly CompiledCondition[];
type MaybeConditions = readonly (CompiledCondition | null)[];

/** What entries are joined with what was compiled of them in. */
type Joined = "rules" | "placements" | "tradeoffs" | "guidance" | "patterns" | "criteria" | "references";

/**
 * A loaded pack as JSON can hold it: each entry once, in the pack itself; what was compiled of it by order. Reading one
 * takes a hundredth of the time that reading and compiling the YAML does.
 */
export interface PrecompiledPack {
  readonly format: typeof format;
  readonly digest: string;
  readonly pack: CompiledPack["pack"];
  readonly compiled: Omit<CompiledPack, "pack" | "questionIndex" | "questions" | "vetoes" | Joined>;
  readonly questions: readonly PrecompiledQuestion[];
  readonly rules: Conditions;
  readonly vetoes: Conditions;
  readonly placements: MaybeConditions;
  readonly tradeoffs: MaybeConditions;
  readonly guidance: MaybeConditions;
}

type PrecompiledQuestion = Omit<CompiledQuestion, "question" | "implied"> & {
  readonly implied: readonly Omit<CompiledImplication, "implication">[];
};

/** The pack as data for JSON. `restorePack` is the way back. */
export function precompilePack({ compiled, digest }: LoadedPack): PrecompiledPack {
  const {
    pack,
    questionIndex,
    questions,
    rules,
    vetoes,
    placements,
    tradeoffs,
    guidance,
    patterns,
    criteria,
    references,
    ...rest
  } = compiled;
  return {
    format,
    digest,
    pack,
    compiled: rest,
    questions: questions.map(({ question, implied, ...own }) => ({
      ...own,
      implied: implied.map(({ implication, ...compiledOnly }) => compiledOnly),
    })),
    rules: rules.map(({ condition }) => condition),
    vetoes: vetoes.map(({ condition }) => condition),
    placements: placements.map(({ condition }) => condition),
    tradeoffs: tradeoffs.map(({ condition }) => condition),
    guidance: guidance.map(({ condition }) => condition),
  };
}

/**
 * The pack that was precompiled. Its content is not checked: it must be what `precompilePack` made, such as the file
 * `default-pack.json` of this very version of the package.
 * @throws RangeError where it visibly is not
 */
export function restorePack(data: unknown): LoadedPack {
  assertFormat(data);
  const whole = data as PrecompiledPack;
  const { pack } = whole;
  return restoreCompiled(whole, {
    rules: pair(pack.rules, whole.rules, compiledRule),
    placements: pair(pack.placements, whole.placements, (entry, condition) => ({
      entry,
      condition,
      concern: entry.concern,
    })),
    tradeoffs: pair(pack.tradeoffs, whole.tradeoffs, (entry, condition) => ({ entry, condition })),
    guidance: pair(pack.guidance, whole.guidance, (entry, condition) => ({ entry, condition })),
    patterns: listedById(pack.patterns),
    criteria: listedById(pack.criteria),
    references: listedById(pack.references),
  });
}

/** As `restorePack`, of a pack of which few entries are read and these are joined already. */
export function restoreCompiled(
  data: Omit<PrecompiledPack, Joined>,
  joined: Pick<CompiledPack, Joined>,
): LoadedPack {
  const { pack, digest } = data;
  const questions = pair(pack.questions, data.questions, (question, { index, variables, implied }) => ({
    index,
    question,
    variables,
    implied: pair(question.implied, implied, (implication, { condition, mask }) => ({
      implication,
      condition,
      mask,
    })),
  }));
  const compiled: CompiledPack = {
    ...data.compiled,
    pack,
    questions,
    questionIndex: new Map(pack.questions.map(({ id }, index) => [id, index])),
    vetoes: pair(pack.vetoes, data.vetoes, (veto, condition) => ({ veto, condition })),
    ...joined,
  };
  return { compiled, digest };
}

/** @throws RangeError where data visibly is no precompiled pack of this version */
export function assertFormat(data: unknown): asserts data is Pick<PrecompiledPack, "format"> {
  if (typeof data !== "object" || data === null || !("format" in data) || data.format !== format)
    throw new RangeError("this is no precompiled pack of this version");
}

/** Joins entries with what was compiled of them, item by item. */
function pair<Entry, Compiled, Joined>(
  entries: readonly Entry[],
  compiled: readonly Compiled[],
  join: (entry: Entry, compiled: Compiled) => Joined,
): readonly Joined[] {
  return compiled.map((item, index) => {
    const entry = entries.length === compiled.length ? entries[index] : undefined;
    if (entry === undefined) throw new RangeError("the precompiled pack does not fit its own entries");
    return join(entry, item);
  });
}

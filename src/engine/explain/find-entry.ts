import { nearest } from "../diagnostics/phrases.js";
import type {
  Criterion,
  Guidance,
  Option,
  Pack,
  Pattern,
  Placement,
  Question,
  Reference,
  Rule,
  Topic,
  Tradeoff,
  Veto,
} from "../model/pack.js";

/** Whatever an id of a pack can name. */
export type Entry =
  | { readonly kind: "topic"; readonly entry: Topic }
  | { readonly kind: "question"; readonly entry: Question }
  | { readonly kind: "option"; readonly entry: Option; readonly question: Question }
  | { readonly kind: "rule"; readonly entry: Rule }
  | { readonly kind: "veto"; readonly entry: Veto }
  | { readonly kind: "placement"; readonly entry: Placement }
  | { readonly kind: "tradeoff"; readonly entry: Tradeoff }
  | { readonly kind: "pattern"; readonly entry: Pattern }
  | { readonly kind: "guidance"; readonly entry: Guidance }
  | { readonly kind: "criterion"; readonly entry: Criterion }
  | { readonly kind: "reference"; readonly entry: Reference };

export type EntryKind = Entry["kind"];

/** The entry with this id; an option is named `question=option`. Null when there is none. */
export function findEntry(pack: Pack, id: string): Entry | null {
  const [questionId = "", optionId] = id.split("=", 2);
  if (optionId === undefined) return entriesOf(pack).find(({ entry }) => entry.id === id) ?? null;
  const question = pack.questions.find((candidate) => candidate.id === questionId);
  const entry = question?.options.find((candidate) => candidate.id === optionId);
  return question === undefined || entry === undefined ? null : { kind: "option", entry, question };
}

/** Every entry but the options, in the pack's order. */
export function entriesOf(pack: Pack): readonly Exclude<Entry, { readonly kind: "option" }>[] {
  return [
    ...pack.topics.map((entry) => ({ kind: "topic", entry }) as const),
    ...pack.questions.map((entry) => ({ kind: "question", entry }) as const),
    ...pack.rules.map((entry) => ({ kind: "rule", entry }) as const),
    ...pack.vetoes.map((entry) => ({ kind: "veto", entry }) as const),
    ...pack.placements.map((entry) => ({ kind: "placement", entry }) as const),
    ...pack.tradeoffs.map((entry) => ({ kind: "tradeoff", entry }) as const),
    ...pack.patterns.map((entry) => ({ kind: "pattern", entry }) as const),
    ...pack.guidance.map((entry) => ({ kind: "guidance", entry }) as const),
    ...pack.criteria.map((entry) => ({ kind: "criterion", entry }) as const),
    ...pack.references.map((entry) => ({ kind: "reference", entry }) as const),
  ];
}

const mostNear = 5;

/**
 * Ids that an unknown word may have been meant to be, likeliest first: options of that name, the nearest spelling,
 * and ids that hold the word.
 */
export function nearEntries(pack: Pack, word: string): readonly string[] {
  const [questionId = "", optionId] = word.split("=", 2);
  const ids = entriesOf(pack).map(({ entry }) => entry.id);
  if (optionId !== undefined) return nearOptions(pack, ids, questionId, optionId);
  const options = pack.questions.flatMap((question) =>
    question.options.filter(({ id }) => id === word).map(({ id }) => `${question.id}=${id}`),
  );
  const spelled = nearest(word, ids);
  const holding = word.length < 3 ? [] : ids.filter((id) => id.includes(word.toLowerCase()));
  return [...new Set([...options, ...(spelled === null ? [] : [spelled]), ...holding])].slice(0, mostNear);
}

function nearOptions(
  pack: Pack,
  ids: readonly string[],
  questionId: string,
  optionId: string,
): readonly string[] {
  const near = pack.questions.find(({ id }) => id === questionId)?.id ?? nearest(questionId, ids);
  const question = pack.questions.find(({ id }) => id === near);
  if (question === undefined) return near === null ? [] : [near];
  const option = nearest(
    optionId,
    question.options.map(({ id }) => id),
  );
  return option === null ? [question.id] : [`${question.id}=${option}`];
}

import { nearest } from "../diagnostics/phrases.js";
import type { Option, Pack, Question, RetiredOption } from "../model/pack.js";

/** The lists of a pack by the kind of their entries, in the pack's order. */
const lists = {
  topic: "topics",
  question: "questions",
  rule: "rules",
  placement: "placements",
  "backed-by": "backings",
  clash: "clashes",
  tradeoff: "tradeoffs",
  pattern: "patterns",
  guidance: "guidance",
  criterion: "criteria",
  reference: "references",
} as const satisfies Readonly<Record<string, keyof Pack>>;

type ListedKind = keyof typeof lists;

type ListedEntry = {
  readonly [Kind in ListedKind]: { readonly kind: Kind; readonly entry: Pack[(typeof lists)[Kind]][number] };
}[ListedKind];

/** Everything that an id of a pack can name. */
export type Entry =
  | ListedEntry
  | { readonly kind: "option"; readonly entry: Option; readonly question: Question }
  | { readonly kind: "retired-option"; readonly entry: RetiredOption; readonly question: Question };

export type EntryKind = Entry["kind"];

/** The entry with this id; an option is named `question=option`, one that is retired as well. Null when there is none. */
export function findEntry(pack: Pack, id: string): Entry | null {
  const { questionId, optionId } = partsOf(id);
  if (optionId === null) return entriesOf(pack).find(({ entry }) => entry.id === id) ?? null;
  const question = pack.questions.find((candidate) => candidate.id === questionId);
  if (question === undefined) return null;
  const entry = question.options.find((candidate) => candidate.id === optionId);
  if (entry !== undefined) return { kind: "option", entry, question };
  const retired = question.retired.find((candidate) => candidate.id === optionId);
  return retired === undefined ? null : { kind: "retired-option", entry: retired, question };
}

/** The sides of the first `=`; without one there is no option. */
function partsOf(id: string): { readonly questionId: string; readonly optionId: string | null } {
  const equals = id.indexOf("=");
  return equals < 0
    ? { questionId: id, optionId: null }
    : { questionId: id.slice(0, equals), optionId: id.slice(equals + 1) };
}

/** Every entry but the options, in the pack's order. */
export function entriesOf(pack: Pack): readonly ListedEntry[] {
  const kinds = Object.keys(lists) as readonly ListedKind[];
  return kinds.flatMap((kind) => pack[lists[kind]].map((entry) => ({ kind, entry }) as ListedEntry));
}

const mostNear = 5;

/**
 * Ids that an unknown word may have been meant to be, likeliest first: options of that name, the nearest spelling, and
 * ids that contain the word.
 */
export function nearEntries(pack: Pack, word: string): readonly string[] {
  const { questionId, optionId } = partsOf(word);
  const ids = entriesOf(pack).map(({ entry }) => entry.id);
  if (optionId !== null) return nearOptions(pack, ids, questionId, optionId);
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
  const options = option === null ? question.options.map(({ id }) => id) : [option];
  return options.map((id) => `${question.id}=${id}`);
}

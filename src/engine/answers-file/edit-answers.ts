import { isMap, isScalar } from "yaml";
import {
  type Answer,
  type Answers,
  confirmedAnswer,
  type RecordedDecision,
  wordsOf,
  writtenWords,
} from "../model/answers.js";
import type { Pack, Question } from "../model/pack.js";
import {
  documentAt,
  type Edit,
  editDocument,
  isFolded,
  keysAt,
  mapAt,
  nestEntries,
  withoutAliases,
} from "./edit-document.js";
import { labelOf } from "./print-answers.js";

/** Identifies a service or surface of a file. */
export interface AnswersPlace {
  /** Index of the document among those that are not empty. */
  readonly document: number;
  /** Name of the surface; null for a service without surfaces. */
  readonly surface: string | null;
}

/**
 * Changes answers in the text of an answers file and leaves every other byte unchanged. `changes` has the new answer,
 * or null to remove it; if the answer shared by all surfaces would then apply instead, it is set to `unsure`. An answer
 * that is the same but for a person's confirmation is confirmed where it stands, also if surfaces share it. JSON stays
 * JSON. If an alias shares the answers with another place, all aliases of the document are replaced by their
 * values, so that only one place changes. The text must have been read without a problem before.
 * @param pack whose labels stand beside answers, and its topics above them, where the file has such comments
 */
export function editAnswers(
  text: string,
  place: AnswersPlace,
  changes: ReadonlyMap<string, Answer | null>,
  pack: AskedPack = { topics: [], questions: [] },
): string {
  return edited(text, place.document, (from) => answerEdits(from, place, changes, pack));
}

type AskedPack = Pick<Pack, "topics" | "questions">;

/** An edit of one document; if it cannot be made on its own, after all aliases are replaced by their values. */
function edited(text: string, document: number, editsOf: (text: string) => readonly Edit[]): string {
  const edit = (from: string): string | null => editDocument(from, document, editsOf(from));
  const changed = edit(text) ?? edit(withoutAliases(text, document));
  if (changed === null) throw new Error("the answers cannot be changed on their own");
  return changed;
}

/**
 * Adds a surface without answers after the others of a document that lists its surfaces, and leaves every other byte
 * unchanged. The text must have been read without a problem before.
 */
export function addSurface(text: string, document: number, name: string): string {
  return edited(text, document, () => [{ path: ["surfaces", name], value: { answers: {} } }]);
}

/**
 * Names the surface of a document that lists none: its answers and its decision go below `surfaces`, with their comments.
 * The text must have been read without a problem before.
 * @returns null if they cannot be moved as they stand, as in JSON
 */
export const nameSurface = (text: string, document: number, name: string): string | null =>
  nestEntries(text, document, ["answers", "decision"], ["surfaces", name]);

function answerEdits(
  text: string,
  place: AnswersPlace,
  changes: ReadonlyMap<string, Answer | null>,
  pack: AskedPack,
): readonly Edit[] {
  const document = documentAt(text, place.document);
  const path = [...pathOf(place), "answers"];
  const placeNew = newPlaces(text, keysAt(document, path), pack);
  const isShared = (question: string): boolean =>
    place.surface !== null && document.hasIn(["answers", question]);
  const edits = [...changes].flatMap(([question, answer]): readonly Edit[] => {
    const to = [...path, question];
    const held = document.hasIn(to) ? to : ["answers", question];
    if (answer?.by === "person" && isByAgent(document.getIn(held), answer))
      return [{ path: [...held, "by"], value: answer.by }];
    const written: Answer | null = answer ?? (isShared(question) ? { kind: "unsure", note: null } : null);
    if (written === null) return document.hasIn(to) ? [{ path: to, value: null }] : [];
    const asked = pack.questions.find(({ id }) => id === question);
    const comment = asked === undefined ? null : labelOf(asked, written);
    const value = plainAnswer(written);
    if (asked === undefined || document.hasIn(to)) return [{ path: to, value, inline: true, comment }];
    return [{ path: to, value, inline: true, comment, ...placeNew(asked) }];
  });
  const node = document.getIn(path, true);
  const isMissing = node === undefined || node === null || (isScalar(node) && node.value === null);
  return isMissing && edits.length > 0 ? [{ path, value: {}, inline: true }, ...edits] : edits;
}

/**
 * For one new answer after the other, where it goes: after the last one of its topic or, if there is none, of the topics
 * before it, and then below the topic's title if others stand below theirs.
 * @param keys of the answers that there are, in their order
 */
function newPlaces(
  text: string,
  keys: readonly string[],
  { topics, questions }: AskedPack,
): (question: Question) => Pick<Edit, "after" | "heading"> {
  const order = new Map(topics.map(({ id }, index) => [id, index]));
  const topicOf = new Map(questions.map(({ id, topic }) => [id, order.get(topic)]));
  const titles = topics.map(({ title }) => `# ${title}`);
  const hasTitles = text.split(/\r?\n/).some((line) => titles.includes(line.trim()));
  const known = [...keys];
  return ({ id, topic }) => {
    const own = order.get(topic) ?? topics.length;
    const same = known.findLast((key) => topicOf.get(key) === own);
    const after =
      same ?? known.findLast((key) => (topicOf.get(key) ?? topics.length) < own) ?? known.at(-1) ?? null;
    known.splice(after === null ? 0 : known.indexOf(after) + 1, 0, id);
    const title = topics[own]?.title;
    return { after, heading: same === undefined && hasTitles && title !== undefined ? title : null };
  };
}

/** Whether an entry is this answer as an agent wrote it, so that it only has to be confirmed. */
function isByAgent(entry: unknown, answer: Answer): boolean {
  const given = isMap(entry) ? entry.toJSON() : null;
  if (given === null || given.by !== "agent" || (given.note ?? null) !== answer.note) return false;
  return [...new Set([given.answer].flat())].sort().join() === [...writtenWords(answer)].sort().join();
}

/**
 * The same answers as confirmed by a person, for `editAnswers`: where all surfaces share an answer, it is confirmed for
 * all.
 */
export const confirmedAnswers = (
  answers: Answers,
  questions: readonly string[],
): ReadonlyMap<string, Answer> =>
  new Map(
    [...answers]
      .filter(([question]) => questions.includes(question))
      .map(([question, answer]) => [question, confirmedAnswer(answer)]),
  );

/** The answers that differ between two sets, as `editAnswers` takes them. */
export function changesBetween(before: Answers, after: Answers): ReadonlyMap<string, Answer | null> {
  const changes = new Map<string, Answer | null>();
  for (const [question, answer] of after) if (before.get(question) !== answer) changes.set(question, answer);
  for (const question of before.keys()) if (!after.has(question)) changes.set(question, null);
  return changes;
}

/**
 * Writes a decision into the text of an answers file and leaves every other byte unchanged; an existing decision keeps
 * its comments and the order of its keys, and loses keys that no longer have a value. JSON stays JSON. The text must
 * have been read without a problem before.
 * @returns null if the place cannot be changed on its own, as an alias shares it with another
 */
export function recordDecision(
  text: string,
  place: AnswersPlace,
  decision: Omit<RecordedDecision, "at">,
): string | null {
  const path = [...pathOf(place), "decision"];
  const document = documentAt(text, place.document);
  const fields = Object.entries(fieldsOf(decision));
  const asWhole = mapAt(document, path) === null || isFolded(text, document, path);
  const given = Object.fromEntries(fields.filter(([, value]) => value !== null));
  const edits = asWhole
    ? [{ path, value: given }]
    : fields.map(([key, value]): Edit => ({ path: [...path, key], value }));
  return editDocument(text, place.document, edits);
}

/** The keys of a decision in the order in which they are written; null if there is no value. */
function fieldsOf({ basis, model, ...decision }: Omit<RecordedDecision, "at">): object {
  const { style, because, until, reviewBy, by, answers, pack } = decision;
  const chosen =
    basis === null ? null : [...basis].map(([question, options]) => [question, oneOrAll(options)]);
  return {
    style,
    because,
    until,
    "review-by": reviewBy,
    by,
    answers,
    basis: chosen && Object.fromEntries(chosen),
    pack,
    // Left out for model 1, as it always was.
    model: model === 1 ? null : model,
  };
}

function plainAnswer(answer: Answer): unknown {
  const value = oneOrAll(wordsOf(answer));
  const { note, by } = answer;
  if (note === null && by === undefined) return value;
  return { answer: value, ...(note !== null && { note }), ...(by !== undefined && { by }) };
}

const oneOrAll = (options: readonly string[]): unknown => (options.length === 1 ? options[0] : [...options]);

function pathOf({ surface }: AnswersPlace): readonly string[] {
  return surface === null ? [] : ["surfaces", surface];
}

/**
 * Conditions and what is known, read from a pack's YAML as docs/rules.md and docs/decision-model.md describe them.
 * Nothing here or beside it comes from src/: the point is to reach the same figures by another road, so all of it is
 * as naive as it can be. What is open is tried out, way by way.
 */

export interface Option {
  readonly none?: boolean;
}

export interface Question {
  readonly options: Readonly<Record<string, Option>>;
  readonly several?: boolean;
  readonly essential?: boolean;
  readonly harmless?: string;
  readonly implied?: readonly { readonly when: Condition; readonly answer: string }[];
}

export type Questions = Readonly<Record<string, Question>>;
export type Condition = Readonly<Record<string, unknown>> | undefined;

/** The options chosen, by question; a question without an entry is open. */
export type Known = ReadonlyMap<string, readonly string[]>;

/** Whether a condition holds where every question that it reads is answered. */
function holdsIn(questions: Questions, condition: Condition, known: Known): boolean {
  const each = (parts: unknown) => parts as readonly Condition[];
  return Object.entries(condition ?? {}).every(([key, value]) => {
    if (key === "all") return each(value).every((part) => holdsIn(questions, part, known));
    if (key === "any") return each(value).some((part) => holdsIn(questions, part, known));
    if (key === "not") return !holdsIn(questions, value as Condition, known);
    const meant = named(questions, key, value);
    return known.get(key)?.some((option) => meant.includes(option));
  });
}

/** The options that an entry of a condition allows. */
function named(questions: Questions, question: string, value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value;
  const order = optionsOf(questions, question);
  const bounds = value as Readonly<Record<string, string>>;
  const from = order.indexOf(bounds["at-least"] ?? (order[0] as string));
  const to = order.indexOf(bounds["at-most"] ?? (order.at(-1) as string));
  return order.slice(from, to + 1);
}

type Read = ReadonlyMap<string, readonly string[]>;

const alreadyRead = new WeakMap<object, Read>();

/** The questions that a condition reads, with the options that it names. */
export function readBy(questions: Questions, condition: Condition = {}): Read {
  const before = alreadyRead.get(condition);
  if (before !== undefined) return before;
  const found = new Map<string, readonly string[]>();
  const add = (of: readonly string[], question: string) =>
    found.set(question, [...new Set([...(found.get(question) ?? []), ...of])]);
  for (const [key, value] of Object.entries(condition)) {
    const parts = key === "not" ? [value] : key === "all" || key === "any" ? (value as unknown[]) : null;
    if (parts === null) add(named(questions, key, value), key);
    for (const part of parts ?? []) readBy(questions, part as Condition).forEach(add);
  }
  alreadyRead.set(condition, found);
  return found;
}

export function optionsOf(questions: Questions, question: string): readonly string[] {
  return Object.keys(questions[question]?.options ?? {});
}

/** Every way of answering a question; of one that takes several options, every set that is not empty. */
export function waysToAnswer(
  questions: Questions,
  question: string,
  among = optionsOf(questions, question),
): readonly (readonly string[])[] {
  const { several, options } = questions[question] as Question;
  if (!several) return optionsOf(questions, question).map((option) => [option]);
  const stands = (option: string) => options[option]?.none === true;
  let sets: string[][] = [[]];
  for (const option of among.filter((each) => !stands(each)))
    sets = [...sets, ...sets.map((set) => [...set, option])];
  const rest = among.length < optionsOf(questions, question).length;
  return [...sets.filter((set) => set.length > 0 || rest), ...among.filter(stands).map((option) => [option])];
}

/** All ways of answering these questions, on top of what is known. */
export function* completions(
  questions: Questions,
  known: Known,
  open: readonly (readonly [string, readonly (readonly string[])[]])[],
): Generator<Known> {
  const [first, ...rest] = open;
  if (first === undefined) yield known;
  else for (const way of first[1]) yield* completions(questions, new Map([...known, [first[0], way]]), rest);
}

/** Whether a condition holds whatever the open questions turn out to be. */
export function holds(questions: Questions, condition: Condition, known: Known): boolean {
  const open = [...readBy(questions, condition)].filter(([question]) => !known.has(question));
  const ways = open.map(([id, of]) => [id, waysToAnswer(questions, id, of)] as const);
  for (const world of completions(questions, known, ways))
    if (!holdsIn(questions, condition, world)) return false;
  return true;
}

/** What is known once the answers that follow from others are filled in; an answer of the user's own stands. */
export function withImplied(questions: Questions, given: Known): Known {
  const known = new Map(given);
  for (let before = -1; before < known.size; ) {
    before = known.size;
    for (const [id, { implied = [] }] of Object.entries(questions)) {
      const found = known.has(id) ? undefined : implied.find(({ when }) => holds(questions, when, known));
      if (found !== undefined) known.set(id, [found.answer]);
    }
  }
  return known;
}

import type { Condition } from "../model/condition.js";
import type { Option, Question } from "../model/pack.js";

export type QuestionsById = ReadonlyMap<string, Question>;

/** The questions of a pack by id. */
export function questionsById(questions: readonly Question[]): QuestionsById {
  return new Map(questions.map((question) => [question.id, question]));
}

/**
 * A condition as a reader would say it: "interaction-style is real-time-two-way, and failover is at least
 * resume-expected". Options at one end of an ordered question are described as a range.
 */
export function conditionWords(condition: Condition, questions: QuestionsById): string {
  switch (condition.kind) {
    case "answer":
      return `${condition.question} ${answerWords(condition.options, questionOf(questions, condition.question))}`;
    case "not":
      return condition.of.kind === "answer"
        ? negatedAnswer(condition.of, questions)
        : `not (${conditionWords(condition.of, questions)})`;
    case "all":
      return joined(condition.of, ", and ", questions);
    case "any":
      return joined(condition.of, ", or ", questions);
    default:
      return condition satisfies never;
  }
}

/** A condition in words; null if there is none. */
export function optionalWords(condition: Condition | null, questions: QuestionsById): string | null {
  return condition === null ? null : conditionWords(condition, questions);
}

function joined(parts: readonly Condition[], link: string, questions: QuestionsById): string {
  const phrases = parts.map((part) => {
    const words = conditionWords(part, questions);
    const compound = (part.kind === "all" || part.kind === "any") && part.of.length > 1;
    return compound && parts.length > 1 ? `(${words})` : words;
  });
  if (phrases.length === 0) return link === ", and " ? "always" : "never";
  return phrases.join(link);
}

function negatedAnswer(
  { question, options }: Extract<Condition, { readonly kind: "answer" }>,
  questions: QuestionsById,
): string {
  const words = answerWords(options, questionOf(questions, question));
  if (words.startsWith("includes ")) {
    return options.length === 1
      ? `${question} does not include ${options[0]}`
      : `${question} includes none of ${options.join(", ")}`;
  }
  if (words.startsWith("is one of ")) return `${question} is none of ${options.join(", ")}`;
  if (words === `is ${either(options)}` && options.length > 1)
    return `${question} is neither ${options.join(" nor ")}`;
  return `${question} ${words.replace(/^is /, "is not ")}`;
}

/** What the answer has to be, as a predicate: "is at least resume-expected", "includes gaming". */
function answerWords(options: readonly string[], question: Question): string {
  if (question.several) return severalWords(options, question);
  const known = question.options.map(({ id }) => id);
  if (options.length > 1 && options.length === known.length) return "is anything";
  const [least] = options;
  if (question.ordered && least !== undefined && options.length > 1) {
    const first = known.indexOf(least);
    const contiguous = options.every((option, index) => known[first + index] === option);
    if (contiguous && first + options.length === known.length) return `is at least ${least}`;
    if (contiguous && first === 0) return `is at most ${options.at(-1)}`;
  }
  return options.length > 2 ? `is one of ${options.join(", ")}` : `is ${either(options)}`;
}

function severalWords(options: readonly string[], question: Question): string {
  const none = question.options.find((option) => option.none)?.id;
  if (options.length === 1 && options[0] === none) return `is ${none}`;
  return options.length > 2 ? `includes one of ${options.join(", ")}` : `includes ${either(options)}`;
}

const either = (options: readonly string[]): string => options.join(" or ");

/** A question that a condition depends on, and the options that satisfy the condition. */
export interface Dependency extends Pick<Question, "ask"> {
  readonly question: string;
  readonly options: readonly Pick<Option, "id" | "label">[];
}

/**
 * The questions of a condition in the order in which it names them. Under a negation the options are those that the
 * condition leaves over.
 */
export function dependenciesOf(condition: Condition, questions: QuestionsById): readonly Dependency[] {
  const named = new Map<string, Set<string>>();
  const visit = (node: Condition, positive: boolean): void => {
    switch (node.kind) {
      case "answer": {
        const speaking = named.get(node.question) ?? new Set();
        for (const { id } of questionOf(questions, node.question).options)
          if (node.options.includes(id) === positive) speaking.add(id);
        named.set(node.question, speaking);
        return;
      }
      case "not":
        visit(node.of, !positive);
        return;
      case "all":
      case "any":
        for (const part of node.of) visit(part, positive);
        return;
      default:
        node satisfies never;
    }
  };
  visit(condition, true);
  return [...named].map(([id, speaking]) => {
    const { ask, options } = questionOf(questions, id);
    const chosen = options.filter((option) => speaking.has(option.id));
    return { question: id, ask, options: chosen.map(({ id, label }) => ({ id, label })) };
  });
}

function questionOf(questions: QuestionsById, id: string): Question {
  const question = questions.get(id);
  if (question === undefined) throw new Error(`the pack has no question ${id}`);
  return question;
}

/** Whether a condition names the question, and this option of it if one is given. */
export function names(condition: Condition, question: string, option: string | null): boolean {
  switch (condition.kind) {
    case "answer":
      return condition.question === question && (option === null || condition.options.includes(option));
    case "not":
      return names(condition.of, question, option);
    case "all":
    case "any":
      return condition.of.some((part) => names(part, question, option));
    default:
      return condition satisfies never;
  }
}

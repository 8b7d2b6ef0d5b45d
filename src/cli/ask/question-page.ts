import type { Implied } from "../../engine/interview/implications.js";
import type { Reply } from "../../engine/interview/interview.js";
import type { InterviewProgress } from "../../engine/interview/next-step.js";
import { type Answer, confirmedAnswer } from "../../engine/model/answers.js";
import { helpWithExamples } from "../../engine/model/examples.js";
import type { Question } from "../../engine/model/pack.js";
import { agentNote } from "./agent-note.js";
import { labelsOf } from "./effects.js";
import type { Move, Note, Page, Prompter, SoFar } from "./prompter.js";

const moveIds = { unsure: "unsure", drop: "drop", review: "review" } as const;

const unsureMove: Move = {
  id: moveIds.unsure,
  letter: "u",
  label: "Not sure yet",
  help: "Leaves the question open; the report shows how much an answer would help.",
};

const reviewMove: Move = {
  id: moveIds.review,
  letter: "r",
  label: "Enough questions: review the answers",
  help: "Leaves the remaining questions open and goes on to the review and the result.",
};

const dropMove: Move = {
  id: moveIds.drop,
  letter: "d",
  label: "Drop the answer",
  help: "As if the question had not been asked.",
};

/** A question asked in its turn. */
export function questionPage(
  question: Question,
  answer: Answer | null,
  at: {
    readonly progress: InterviewProgress;
    readonly quick: boolean;
    readonly canGoBack: boolean;
    readonly soFar: SoFar | null;
  },
): Page {
  const { canGoBack, soFar } = at;
  const moves = canGoBack ? [unsureMove, reviewMove] : [unsureMove];
  return {
    ...basePage(question, answer),
    place: placeOf(at.progress, at.quick),
    soFar,
    notes: [...byAgent(question, answer), ...notesOf(question)],
    moves,
    canGoBack,
    forward: answer === null ? "skip" : keeping(answer),
  };
}

/** A question whose answer is changed from the review; going back leaves the answer as it is. */
export function changePage(
  question: Question,
  answer: Answer | null,
  implied: Implied | null,
  soFar: SoFar | null,
): Page {
  const taken = implied === null ? [] : [withoutAnswer(question, implied)];
  return {
    ...basePage(question, answer),
    place: "Review",
    soFar,
    notes: [...byAgent(question, answer), ...taken, ...notesOf(question)],
    moves: answer === null ? [unsureMove] : [unsureMove, dropMove],
    canGoBack: true,
    forward: answer === null ? null : keeping(answer),
  };
}

const keeping = ({ by }: Answer): Page["forward"] => (by === "agent" ? "confirm" : "keep");

/** That an agent gave the answer, and its note on it. */
function byAgent(question: Question, answer: Answer | null): readonly Note[] {
  if (answer?.by !== "agent") return [];
  const labels = answer.kind === "unsure" ? unsureMove.label : labelsOf(question, answer.options);
  return [
    { label: "An agent answered", text: `“${labels}”. Keep it to confirm it.${agentNote(answer.note)}` },
  ];
}

function withoutAnswer(question: Question, { option, because }: Implied): Note {
  return {
    label: "Without your answer",
    text: `“${labelsOf(question, [option])}” would be assumed. ${because}`,
  };
}

/** "Topic 2 of 6: Scale; question 5, about 7 more". */
function placeOf(progress: InterviewProgress, quick: boolean): string {
  const { topic, position, topics, number, more } = progress;
  const last = progress.essential ? "the last essential one" : "the last one";
  const rest = more === 0 ? last : `${quick ? "at most" : "about"} ${more === 1 ? "one" : more} more`;
  return `Topic ${position} of ${topics}: ${topic.title}; question ${number}, ${rest}`;
}

function basePage(
  question: Question,
  answer: Answer | null,
): Pick<Page, "ask" | "choices" | "current" | "movesFirst" | "tab"> {
  return {
    ask: question.ask,
    choices: question.options.map((option) => ({
      id: option.id,
      label: option.label,
      help: helpWithExamples(option),
      group: "",
    })),
    current: answer === null ? [] : answer.kind === "unsure" ? [moveIds.unsure] : answer.options,
    movesFirst: false,
    tab: null,
  };
}

function notesOf({ why, help }: Question): readonly Note[] {
  return [
    { label: "Why", text: why },
    { label: "How to tell", text: help },
  ];
}

/** The outcome of showing a question. */
export type Asked =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "drop" }
  | { readonly kind: "review" }
  | { readonly kind: "back" };

/** Shows a question's page, as one choice or as several, and reads what was picked. */
export async function askQuestion(
  prompter: Prompter,
  question: Question,
  page: Page,
  answer: Answer | null,
): Promise<Asked> {
  const none = question.options.find((option) => option.none)?.id ?? null;
  const picked = question.several
    ? await prompter.chooseSeveral({ ...page, none })
    : await prompter.choose(page);
  switch (picked.kind) {
    case "choice":
      return chosen([picked.id]);
    case "choices":
      return chosen(question.options.map(({ id }) => id).filter((id) => picked.ids.includes(id)));
    case "forward":
      return { kind: "reply", reply: answer === null ? { kind: "skipped" } : confirmedAnswer(answer) };
    case "back":
      return { kind: "back" };
    case "move":
      if (picked.id === moveIds.drop) return { kind: "drop" };
      if (picked.id === moveIds.review) return { kind: "review" };
      return { kind: "reply", reply: { kind: "unsure", note: null } };
    default:
      return picked satisfies never;
  }
}

const chosen = (options: readonly string[]): Asked => ({
  kind: "reply",
  reply: { kind: "chosen", options, note: null },
});

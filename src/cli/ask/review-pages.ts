import stringWidth from "fast-string-width";
import type { ReviewEntry } from "../../engine/interview/review.js";
import { labelsOf } from "./effects.js";
import { type Move, type Note, type Page, plainPage } from "./prompter.js";
import { clipped, padded, type Terminal } from "./terminal.js";
import type { Standing } from "./verdict-so-far.js";

export const checkpointIds = { deeper: "deeper", review: "review" } as const;

/** After the essential questions: stop, or go deeper. */
export function checkpointPage(deeper: number, canGoBack: boolean): Page {
  const questions = deeper === 1 ? "one more question" : `up to ${deeper} more questions`;
  return {
    ...plainPage,
    place: "End of the essential questions",
    ask: "Go deeper, or stop here?",
    choices: [
      {
        id: checkpointIds.deeper,
        label: `Go deeper: ${questions}`,
        help: "First the questions that can change the verdict on their own. You can stop at any time.",
        group: "",
      },
      {
        id: checkpointIds.review,
        label: "Stop here: review the answers, then the result",
        help: "The other questions stay open, and the report shows what they could still change.",
        group: "",
      },
    ],
    canGoBack,
  };
}

export const reviewMoveIds = { result: "result", goOn: "go-on", another: "another" } as const;

const resultMove: Move = {
  id: reviewMoveIds.result,
  letter: "s",
  label: "Show the result",
  help: "The recommendation, what it is based on, and how far it can be trusted.",
};

const anotherMove: Move = {
  id: reviewMoveIds.another,
  letter: "a",
  label: "Add another surface of the service",
  help: "Operations with another audience or style of communication, with answers of their own; then the result for all.",
};

/** All answers by topic, any of which can be changed. */
export function reviewPage(
  entries: readonly ReviewEntry[],
  facts: Standing & {
    readonly settled: boolean;
    readonly pending: number;
    readonly canGoBack: boolean;
    readonly canAdd: boolean;
    readonly current: string;
  },
  terminal: Terminal,
): Page {
  const titleWidth = Math.max(...entries.map(({ title }) => stringWidth(title)));
  const goOn: readonly Move[] = facts.pending === 0 ? [] : [goOnMove(facts.pending)];
  const settled: readonly Note[] = facts.settled
    ? [{ label: "Settled", text: "the open questions can no longer change the verdict." }]
    : [];
  const clashes = facts.clashes.map((text): Note => ({ label: "Warning", text }));
  return {
    place: "Review",
    ask: "Is everything correct?",
    notes: [...clashes, { label: "Verdict so far", text: facts.verdict }, ...settled],
    choices: entries.map((entry) => ({
      id: entry.question.id,
      label: `${padded(entry.title, titleWidth)}  ${answerText(entry, terminal, terminal.columns - titleWidth - 6)}`,
      help: helpOf(entry),
      group: entry.topic.title,
    })),
    soFar: null,
    moves: [resultMove, ...goOn, ...(facts.canAdd ? [anotherMove] : [])],
    current: [facts.current === "" ? reviewMoveIds.result : facts.current],
    canGoBack: facts.canGoBack,
    forward: null,
    movesFirst: true,
    tab: "result",
  };
}

function goOnMove(pending: number): Move {
  const label = pending === 1 ? "Answer the open question" : `Go on with the ${pending} open questions`;
  return {
    id: reviewMoveIds.goOn,
    letter: "g",
    label,
    help: "First those that can change the verdict on their own, then topic by topic.",
  };
}

/** The answer, on one line of at most `columns`. */
function answerText(entry: ReviewEntry, { palette, unicode }: Terminal, columns: number): string {
  const labels = labelsOf(entry.question, entry.options);
  const fitted = (mark: string): string => clipped(labels, columns - mark.length, unicode);
  switch (entry.state) {
    case "given": {
      const mark = `${entry.unconfirmed ? unconfirmed : ""}${entry.implied === null ? "" : overrides}`;
      return mark === "" ? fitted("") : `${fitted(mark)}${palette.caution(mark)}`;
    }
    case "implied":
      return palette.dim(`${fitted(impliedMark)}${impliedMark}`);
    case "unsure":
      return palette.dim("not sure yet");
    case "open":
      return palette.dim("open");
    default:
      return entry.state satisfies never;
  }
}

const impliedMark = " (implied)";
const unconfirmed = " (by an agent)";
const overrides = " (overrides what is implied)";

function helpOf({ question, state, implied }: ReviewEntry): string {
  if (implied === null) return question.ask;
  if (state === "implied") return `${question.ask} Implied: ${implied.because}`;
  return `${question.ask} Without your answer “${labelsOf(question, [implied.option])}” would be assumed: ${implied.because}`;
}

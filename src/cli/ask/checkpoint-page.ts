import type { Page } from "./prompter.js";

export const checkpointIds = { deeper: "deeper", review: "review" } as const;

/** After the essential questions: stop, or go deeper. */
export function checkpointPage(deeper: number, canGoBack: boolean): Page {
  const questions = deeper === 1 ? "one more question" : `up to ${deeper} more questions`;
  return {
    place: "The essential questions are through",
    ask: "Go deeper, or stop here?",
    notes: [],
    choices: [
      {
        id: checkpointIds.deeper,
        label: `Go deeper: ${questions}`,
        help: "By topic, the most telling first. You can stop at any of them.",
        group: "",
      },
      {
        id: checkpointIds.review,
        label: "Stop here: review the answers, then the result",
        help: "The other questions stay open, and the report says what they could still change.",
        group: "",
      },
    ],
    moves: [],
    current: [],
    canGoBack,
    forward: null,
    movesFirst: false,
  };
}

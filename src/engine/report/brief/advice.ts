import { questionsToAsk } from "../../interview/questions-to-ask.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Brief, BriefQuestion } from "./brief.js";
import { limitLists } from "./limit-lists.js";
import { wholeBrief } from "./whole-brief.js";

/**
 * What an assistant needs to go on with a person: a brief whose texts are whole, and whose questions have the labels of
 * their options. Lists end after `adviceLists` entries, and `more` counts what is left out.
 */
export interface Advice extends Omit<Brief, "askNext"> {
  /** Open questions worth asking, in the order of `questionsToAsk`. Null without analysis. */
  readonly askNext: readonly AskNext[] | null;
  /** Answers that follow from the given ones, and are not asked: a person who objects gives another. */
  readonly implied: readonly ImpliedAnswer[];
}

export interface ImpliedAnswer {
  readonly question: string;
  /** The option, by its id, and its label. */
  readonly option: string;
  readonly label: string;
  readonly because: string;
}

/** A question to ask a person, in the pack's words. */
export interface AskNext extends Omit<BriefQuestion, "options"> {
  /** `unsure` is an answer to every question as well. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export const adviceLists = { clashes: 5, askNext: 4, tippingPoints: 3, assumptions: 12 } as const;

/** The advice on one surface. */
export function adviceOf(from: Recommendation): Advice {
  const whole = limitLists(wholeBrief(from), { ...adviceLists, unconfirmed: Number.POSITIVE_INFINITY });
  const toAsk = questionsToAsk(from).slice(0, adviceLists.askNext);
  return {
    ...whole,
    askNext:
      whole.askNext &&
      toAsk.map(
        ({ question: { id, ask, why, several, options }, bearing }): AskNext => ({
          ...{ question: id, ask, why, bearing, several },
          options: options.map(({ id, label }) => ({ id, label })),
        }),
      ),
    implied: from.answers.flatMap(({ question, options: [option], impliedBecause: because }) =>
      option === undefined || because === null
        ? []
        : [{ question, option: option.id, label: option.label, because }],
    ),
  };
}

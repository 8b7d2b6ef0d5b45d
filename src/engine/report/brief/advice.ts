import { type Bearing, questionsToAsk } from "../../interview/questions-to-ask.js";
import type { Recommendation } from "../../model/recommendation.js";
import type { Brief } from "./brief.js";
import { wholeBrief } from "./whole-brief.js";

/**
 * What an assistant needs to go on with a person: a brief whose texts are whole, and whose questions have the labels of
 * their options. Lists end after `adviceLists` entries, and `more` counts what is left out.
 */
export interface Advice extends Omit<Brief, "askNext"> {
  /** Open questions worth asking, in the order of `questionsToAsk`. Null without analysis. */
  readonly askNext: readonly AskNext[] | null;
}

/** A question to ask a person, in the pack's words. */
export interface AskNext {
  readonly question: string;
  readonly ask: string;
  /** Why it is asked. */
  readonly why: string;
  /** What an answer can change. */
  readonly bearing: Bearing;
  /** Whether an answer is a list of options. */
  readonly several: boolean;
  /** `unsure` is an answer to every question as well. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

export const adviceLists = { clashes: 5, askNext: 4, tippingPoints: 3, assumptions: 12 } as const;

/** The advice on one surface. */
export function adviceOf(from: Recommendation): Advice {
  const whole = wholeBrief(from);
  const toAsk = questionsToAsk(from);
  const assumptions = whole.assumptions && Object.entries(whole.assumptions);
  const left = {
    clashes: whole.clashes.length - adviceLists.clashes,
    askNext: toAsk.length - adviceLists.askNext,
    tippingPoints:
      Math.max(0, (whole.tippingPoints?.length ?? 0) - adviceLists.tippingPoints) +
      (whole.more.tippingPoints ?? 0),
    assumptions: (assumptions?.length ?? 0) - adviceLists.assumptions,
  };
  return {
    ...whole,
    clashes: whole.clashes.slice(0, adviceLists.clashes),
    askNext:
      whole.askNext &&
      toAsk.slice(0, adviceLists.askNext).map(
        ({ question: { id, ask, why, several, options }, bearing }): AskNext => ({
          ...{ question: id, ask, why, bearing, several },
          options: options.map(({ id, label }) => ({ id, label })),
        }),
      ),
    tippingPoints: whole.tippingPoints?.slice(0, adviceLists.tippingPoints) ?? null,
    assumptions: assumptions && Object.fromEntries(assumptions.slice(0, adviceLists.assumptions)),
    more: Object.fromEntries(Object.entries(left).filter(([, count]) => count > 0)),
  };
}

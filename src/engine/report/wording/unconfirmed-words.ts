import type { Recommendation } from "../../model/recommendation.js";
import { isDecisive, type UnconfirmedAnswer } from "../../model/unconfirmed.js";
import { plural } from "../numbers.js";
import { listed } from "./phrases.js";
import { concernTitles } from "./titles.js";

type Unconfirmed = Pick<Recommendation, "unconfirmed">;

export const decisiveAnswers = ({ unconfirmed }: Unconfirmed): readonly UnconfirmedAnswer[] =>
  unconfirmed.filter(isDecisive);

/** What another answer would change: "the verdict and where the state of session lives". */
export function changedByOther({ overturns, moves }: Pick<UnconfirmedAnswer, "overturns" | "moves">): string {
  const concerns = listed(moves.map((concern) => concernTitles[concern].toLowerCase()));
  return listed([
    ...(overturns ? ["the verdict"] : []),
    ...(moves.length === 0 ? [] : [`where the state of ${concerns} lives`]),
  ]);
}

/** A sentence on unconfirmed answers, in parts: `count; link ids others verb.` */
export interface UnconfirmedWords {
  /** "3 answers by an agent are unconfirmed". */
  readonly count: string;
  readonly link: string;
  /** The questions whose answers decide. */
  readonly ids: readonly string[];
  /** Where more decide than are named. */
  readonly others: string;
  readonly verb: string;
}

/**
 * Null if there are none.
 * @param most ids to name
 */
export function unconfirmedWords(from: Unconfirmed, most: number): UnconfirmedWords | null {
  const all = from.unconfirmed.length;
  if (all === 0) return null;
  const decisive = decisiveAnswers(from).map(({ question }) => question);
  const ids = decisive.slice(0, most);
  const left = decisive.length - ids.length;
  const words = {
    count: `${plural(all, "answer")} by an agent ${all === 1 ? "is" : "are"} unconfirmed`,
    ids,
    others: left === 0 ? "" : `and ${left} more`,
  };
  if (decisive.length === 0)
    return { ...words, link: all === 1 ? "it does not decide" : "none decides", verb: "" };
  if (all === 1) return { ...words, link: "it decides:", verb: "" };
  return { ...words, link: "of these", verb: decisive.length === 1 ? "decides" : "decide" };
}

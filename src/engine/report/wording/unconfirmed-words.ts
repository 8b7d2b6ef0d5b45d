import { isDecisive, type Recommendation, type UnconfirmedAnswer } from "../../model/recommendation.js";
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

/** A sentence on the unconfirmed answers, in parts: the ids of those that decide stand between `before` and `after`. */
export interface UnconfirmedWords {
  readonly before: string;
  readonly ids: readonly string[];
  /** How many more ids there are, and the end of the sentence. */
  readonly after: string;
}

/** Null if there are none. @param most ids to name */
export function unconfirmedWords(from: Unconfirmed, most: number): UnconfirmedWords | null {
  const count = from.unconfirmed.length;
  if (count === 0) return null;
  const ids = decisiveAnswers(from).map(({ question }) => question);
  const subject = `${plural(count, "answer")} by an agent ${count === 1 ? "is" : "are"} unconfirmed`;
  if (ids.length === 0) return { before: `${subject}; none decides.`, ids, after: "" };
  if (count === 1) return { before: `${subject} and decides: `, ids, after: "." };
  const left = Math.max(0, ids.length - most);
  const verb = ids.length === 1 ? "decides" : "decide";
  return {
    before: `${subject}; of these `,
    ids: ids.slice(0, most),
    after: `${left === 0 ? "" : ` and ${left} more`} ${verb}.`,
  };
}

/** What stands before an id of so many: nothing, a comma, or "and" before the last unless others are left out. */
export function linkBefore(index: number, { ids, after }: UnconfirmedWords): string {
  if (index === 0) return "";
  return index === ids.length - 1 && !after.startsWith(" and ") ? " and " : ", ";
}

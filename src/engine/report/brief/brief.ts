import type { Bearing } from "../../interview/questions-to-ask.js";
import type { Concern, DecidedVerdict, Grade, Place, Verdict } from "../../model/verdict.js";
import type { AnswersSet } from "../json/answers-after.js";

/** The most bytes of a brief as compact JSON, even with every character beyond ASCII written as an escape. */
export const briefLimit = 1024;

/**
 * One surface in at most `briefLimit` bytes, for programs that read many or that pay for every word. A list that would
 * take it past the limit is cut, and `more` counts what is left out; a text is cut after a sentence, or with an
 * ellipsis.
 */
export interface Brief {
  readonly version: 1;
  readonly service: string;
  readonly surface: string;
  readonly verdict: Verdict;
  /** What is kept, worded to follow the verdict. */
  readonly headline: string;
  /** Null while undecided, or without analysis. */
  readonly grade: Grade | null;
  /** Questions with an answer, given or implied; those answered with `unsure`; and all. */
  readonly answered: { readonly known: number; readonly unsure: number; readonly all: number };
  /** Where the state of each concern lives; a concern without state or pattern is left out. Null while undecided. */
  readonly places: Readonly<Partial<Record<Concern, BriefPlace>>> | null;
  /** Answers that do not fit each other. */
  readonly clashes: readonly BriefClash[];
  /**
   * Questions that an agent answered and no person has confirmed, if another answer alone changes the verdict or a place;
   * left out if there are none.
   */
  readonly unconfirmed?: readonly string[];
  /** Open questions worth asking, in the order of `questionsToAsk`. Null without analysis. */
  readonly askNext: readonly BriefQuestion[] | null;
  /** The smallest sets of other answers that change the verdict. Null without analysis. */
  readonly tippingPoints: readonly BriefTippingPoint[] | null;
  /** Open questions and the option that each is read as, those that bear on the verdict first. Null without analysis. */
  readonly assumptions: Readonly<Record<string, string>> | null;
  /** What the team decided, and whether that has lapsed. */
  readonly decision: { readonly style: DecidedVerdict; readonly lapsed: boolean } | null;
  /** How many entries each list leaves out, of `unconfirmed` also those that change nothing; any other list is whole. */
  readonly more: Readonly<Partial<Record<BriefList, number>>>;
}

/** A place, with the patterns that there are for it: `pattern`, `companion` and `secondHome` are ids. */
export interface BriefPlace {
  readonly place: Place;
  /** How the state is kept there. */
  readonly pattern?: string;
  /** The title of `pattern`. */
  readonly title?: string;
  /** What comes with `pattern`. */
  readonly companion?: string;
  /** Where a conversation that is bound lives as well. */
  readonly secondHome?: string;
}

export interface BriefClash {
  readonly id: string;
  /** The question whose answer to look at again. */
  readonly reconsider: string;
}

export interface BriefQuestion {
  readonly question: string;
  readonly ask: string;
  /** What an answer can change. */
  readonly bearing: Bearing;
  /** Whether it takes several options. */
  readonly several: boolean;
  /** Their ids. */
  readonly options: readonly string[];
  readonly why: string;
}

export interface BriefTippingPoint {
  /** The answers to change, all together, as an answers file has them. */
  readonly set: AnswersSet;
  readonly verdict: Verdict;
}

/** The lists that can be cut, and the most entries of each. */
export const briefLists = {
  clashes: 2,
  unconfirmed: 6,
  askNext: 2,
  tippingPoints: 3,
  assumptions: 12,
} as const;
export type BriefList = keyof typeof briefLists;

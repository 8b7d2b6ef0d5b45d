import type { Exchange, MovedAnswer, MovedConcern, Movement } from "../model/movement.js";
import type { Recommendation, ReportedAnswer, ReportedConcern } from "../model/recommendation.js";

/** A question that surfaces answer differently; one entry per surface, null if it is open there. */
export interface DifferingAnswer {
  readonly question: string;
  /** The question in words. */
  readonly ask: string;
  readonly answers: readonly (ReportedAnswer | null)[];
}

/** The questions on which surfaces differ, in the order in which they are first answered. */
export function differingAnswers(surfaces: readonly Recommendation[]): readonly DifferingAnswer[] {
  return asked(surfaces)
    .map(([question, ask]) => ({
      question,
      ask,
      answers: surfaces.map(({ answers }) => answers.find((answer) => answer.question === question) ?? null),
    }))
    .filter(
      ({ answers }) =>
        new Set(answers.map((answer) => answer?.options.map(({ id }) => id).join(" "))).size > 1,
    );
}

/** The questions that surfaces answer, each with its words, in the order in which they are first answered. */
const asked = (
  surfaces: readonly Recommendation[],
): readonly (readonly [question: string, ask: string])[] => [
  ...new Map(surfaces.flatMap(({ answers }) => answers.map(({ question, ask }) => [question, ask]))),
];

/** What moved between two recommendations for one surface under one pack. */
export function movementOf(before: Recommendation, after: Recommendation): Movement {
  return {
    before,
    after,
    answers: movedAnswers(before, after),
    rules: exchange(
      before.rules.map(({ rule }) => rule),
      after.rules.map(({ rule }) => rule),
    ),
    settled: exchange(
      before.settled.map(({ rule }) => rule),
      after.settled.map(({ rule }) => rule),
    ),
    concerns: movedConcerns(before, after),
    clashes: exchange(
      before.clashes.map(({ clash }) => clash),
      after.clashes.map(({ clash }) => clash),
    ),
    tradeoffs: exchange(before.tradeoffs, after.tradeoffs),
    guidance: exchange(before.guidance, after.guidance),
  };
}

/** The concerns of which class, place, patterns or second home changes. */
function movedConcerns(before: Recommendation, after: Recommendation): readonly MovedConcern[] {
  return before.concerns.flatMap((was) => {
    const is = after.concerns.find(({ concern }) => concern === was.concern);
    return is === undefined || home(was) === home(is)
      ? []
      : [{ concern: was.concern, before: was, after: is }];
  });
}

/** Where a concern's state lives as one string, so that two can be compared; the class follows from the place. */
function home({ placement }: ReportedConcern): string {
  const patterns = [placement?.pattern, placement?.beside, placement?.backedBy?.pattern];
  return [placement?.place ?? "", ...patterns.map((pattern) => pattern?.id ?? "")].join(" ");
}

function movedAnswers(before: Recommendation, after: Recommendation): readonly MovedAnswer[] {
  const find = (answers: readonly ReportedAnswer[], question: string): ReportedAnswer | null =>
    answers.find((answer) => answer.question === question) ?? null;
  return asked([before, after])
    .map(([question, ask]) => ({
      question,
      ask,
      before: find(before.answers, question),
      after: find(after.answers, question),
    }))
    .filter((moved) => chosen(moved.before) !== chosen(moved.after));
}

/** The chosen options as one string, so that two answers can be compared. */
function chosen(answer: ReportedAnswer | null): string {
  return answer === null ? "" : answer.options.map(({ id }) => id).join(" ");
}

function exchange<Entry extends { readonly id: string }>(
  before: readonly Entry[],
  after: readonly Entry[],
): Exchange<Entry> {
  const absent = (entries: readonly Entry[]) => (entry: Entry) => !entries.some(({ id }) => id === entry.id);
  return { gained: after.filter(absent(before)), lost: before.filter(absent(after)) };
}

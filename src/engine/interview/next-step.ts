import { tryOutlook } from "../analyse/analyse.js";
import { onlyVerdict } from "../analyse/trust.js";
import type { Analysis } from "../model/analysis.js";
import type { Answer } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Question, Topic } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import { profileOf } from "../score/fill-implied.js";
import { score } from "../score/score.js";
import { implicationOf } from "./implications.js";
import { goBack, type Interview } from "./interview.js";

/** The part of the analysis that decides what to ask next; null if it is out of reach. */
export type TryOutlook = (pack: CompiledPack, profile: Profile) => Pick<Analysis, "open" | "reach"> | null;

export type InterviewStep =
  | {
      readonly kind: "ask";
      readonly question: Question;
      /** The answer so far, after going back or by an agent; null if there is none. */
      readonly answer: Answer | null;
      readonly progress: InterviewProgress;
      readonly canGoBack: boolean;
    }
  /** The essential questions are done: time for a first verdict, with `deeper` questions left. */
  | { readonly kind: "checkpoint"; readonly deeper: number }
  /** No question left to ask; `settled`: there are some, but none can change the verdict (`quick` only). */
  | { readonly kind: "review"; readonly settled: boolean };

/** The progress of an interview, shown with a question. */
export interface InterviewProgress {
  readonly topic: Topic;
  /** Position of the topic among all topics of the pack, from 1. */
  readonly position: number;
  readonly topics: number;
  /** Number of the question among those asked so far, from 1; those implied by now are not counted. */
  readonly number: number;
  /** Questions left in this phase after this one; later answers may change it. */
  readonly more: number;
  /** Whether only essential questions are asked now. */
  readonly essential: boolean;
}

/**
 * The next step: after going back, the questions met before, and those that an agent answered, in their order; then,
 * topic by topic, the open question of the phase with the highest value of information, or the first if that is out of
 * reach; one that another may imply comes after that. After the first verdict, those come first whose answer alone can
 * change it, whatever their topic. `outlook` is called only if its figures are needed; it takes some milliseconds, so
 * callers may keep what it returns.
 */
export function nextStep(interview: Interview, outlook: TryOutlook = tryOutlook): InterviewStep {
  const { pack, answers, phase, quick } = interview;
  const [again] = ahead(interview);
  if (again !== undefined) {
    const question = pack.source.questions.find(({ id }) => id === again);
    return question === undefined ? { kind: "review", settled: false } : ask(interview, question);
  }
  const deeper = pendingQuestions(interview, "deeper");
  if (phase === "review" || deeper.length === 0) return { kind: "review", settled: false };
  const pending = pendingQuestions(interview, phase);
  const ofTopic = ofFirstTopic(interview, pending);
  const isChoice = (phase === "deeper" ? pending : ofTopic).length > 1;
  const profile = profileOf(pack, answers);
  const found = quick || isChoice ? outlook(pack, profile) : null;
  // A verdict that all further answers would reverse is no place to stop.
  if (quick && found !== null && onlyVerdict(found.reach) === score(pack, profile.possible).verdict)
    return { kind: "review", settled: true };
  // Sorted by value of information.
  const open = found?.open ?? [];
  const decisive = open.filter(({ overturns }) => overturns).map(({ question }) => question);
  const deciding = phase === "deeper" ? pending.filter(({ id }) => decisive.includes(id)) : [];
  const candidates = notImpliedByOthers(interview, deciding.length > 0 ? deciding : ofTopic);
  const best = open.find(({ question }) => candidates.some(({ id }) => id === question));
  const chosen = candidates.find(({ id }) => id === best?.question) ?? candidates[0];
  return chosen === undefined ? { kind: "checkpoint", deeper: deeper.length } : ask(interview, chosen);
}

/** The questions of a phase still to ask, in the pack's order: not met, not answered and not implied. */
export function pendingQuestions(
  { pack, answers, history }: Interview,
  phase: "essential" | "deeper",
): readonly Question[] {
  return pack.source.questions.filter(
    ({ id, essential }) =>
      (essential || phase === "deeper") &&
      !answers.has(id) &&
      !history.includes(id) &&
      implicationOf(pack, answers, id) === null,
  );
}

/** The questions met before from the cursor on: after going back, and those to confirm; not those implied by now. */
function ahead(interview: Interview): readonly string[] {
  return stillAsked(interview, interview.history.slice(interview.cursor));
}

function stillAsked({ pack, answers }: Interview, ids: readonly string[]): readonly string[] {
  // An agent's answer overrides what is implied, so it is asked about all the same.
  return ids.filter((id) => answers.get(id)?.by === "agent" || implicationOf(pack, answers, id) === null);
}

function ofFirstTopic({ pack }: Interview, pending: readonly Question[]): readonly Question[] {
  const first = pack.source.topics.find(({ id }) => pending.some(({ topic }) => topic === id));
  return pending.filter(({ topic }) => topic === first?.id);
}

/** Those questions that no answer to another of them implies: at least one, as a pack has no cycle of implications. */
function notImpliedByOthers({ pack }: Interview, questions: readonly Question[]): readonly Question[] {
  const variables = new Set(questions.flatMap(({ id }) => pack.questionsById.get(id)?.variables ?? []));
  return questions.filter(({ id }) => {
    const implied = pack.questionsById.get(id)?.implied ?? [];
    return !implied.some(({ condition }) => condition.flat().some(({ variable }) => variables.has(variable)));
  });
}

function ask(interview: Interview, question: Question): InterviewStep {
  return {
    kind: "ask",
    question,
    answer: interview.answers.get(question.id) ?? null,
    progress: progressAt(interview, question),
    canGoBack: goBack(interview) !== null,
  };
}

function progressAt(interview: Interview, question: Question): InterviewProgress {
  const { pack, phase, history, cursor } = interview;
  const { topics } = pack.source;
  const position = topics.findIndex(({ id }) => id === question.topic);
  const topic = topics[position];
  if (topic === undefined) throw new Error(`${question.id} has an unknown topic`);
  const pending = phase === "review" ? [] : pendingQuestions(interview, phase).map(({ id }) => id);
  return {
    topic,
    position: position + 1,
    topics: topics.length,
    number: stillAsked(interview, history.slice(0, cursor)).length + 1,
    more: new Set([...ahead(interview), ...pending, question.id]).size - 1,
    essential: phase === "essential",
  };
}

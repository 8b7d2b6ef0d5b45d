import { onlyVerdict } from "../analyse/grade.js";
import type { Analysis } from "../model/analysis.js";
import type { Answer } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import type { Question } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import { profileOf } from "../score/fill-implied.js";
import { goBack } from "./go-back.js";
import type { Interview } from "./interview.js";
import { pendingQuestions, revisited } from "./pending-questions.js";
import { type Progress, progressAt } from "./progress.js";

/** The part of the analysis that an interview is steered by; null where it is out of reach. */
export type Steer = (pack: CompiledPack, profile: Profile) => Pick<Analysis, "open" | "reach"> | null;

/** What comes next. */
export type Step =
  | {
      readonly kind: "ask";
      readonly question: Question;
      /** The answer so far, after going back; null when there is none. */
      readonly answer: Answer | null;
      readonly progress: Progress;
      readonly canGoBack: boolean;
    }
  /** The essential questions are through: time for the verdict so far, with `deeper` questions left. */
  | { readonly kind: "checkpoint"; readonly deeper: number }
  /** No question left to ask; `settled`: there are some, but none can change the verdict (`quick` only). */
  | { readonly kind: "review"; readonly settled: boolean };

/**
 * The next step: after going back, the questions met before, in their order; then, topic by topic, the open question
 * of the phase with the highest value of information, or the first where that is out of reach. `steer` is called only
 * where its figures are needed.
 */
export function nextStep(interview: Interview, steer: Steer): Step {
  const { pack, answers, phase } = interview;
  const again = revisited(interview);
  if (again !== null)
    return ask(
      interview,
      pack.source.questions.find(({ id }) => id === again),
    );
  const deeper = pendingQuestions(interview, "deeper");
  if (phase === "review" || deeper.length === 0) return { kind: "review", settled: false };
  const candidates = ofFirstTopic(interview, pendingQuestions(interview, phase));
  if (!interview.quick && candidates.length < 2) {
    return candidates.length === 1
      ? ask(interview, candidates[0])
      : { kind: "checkpoint", deeper: deeper.length };
  }
  const outlook = steer(pack, profileOf(pack, answers));
  if (interview.quick && outlook !== null && onlyVerdict(outlook.reach) !== null)
    return { kind: "review", settled: true };
  if (candidates.length === 0) return { kind: "checkpoint", deeper: deeper.length };
  const telling = outlook?.open.find(({ question }) => candidates.some(({ id }) => id === question));
  return ask(interview, candidates.find(({ id }) => id === telling?.question) ?? candidates[0]);
}

function ofFirstTopic(interview: Interview, pending: readonly Question[]): readonly Question[] {
  const topic = interview.pack.source.topics.find(({ id }) =>
    pending.some((question) => question.topic === id),
  );
  return pending.filter((question) => question.topic === topic?.id);
}

function ask(interview: Interview, question: Question | undefined): Step {
  if (question === undefined) return { kind: "review", settled: false };
  return {
    kind: "ask",
    question,
    answer: interview.answers.get(question.id) ?? null,
    progress: progressAt(interview, question),
    canGoBack: goBack(interview) !== null,
  };
}

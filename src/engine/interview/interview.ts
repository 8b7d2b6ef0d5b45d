import type { Answer, Answers } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";

/** `essential` until the verdict so far is shown, `deeper` after it, `review` once the person asked for the result. */
export type Phase = "essential" | "deeper" | "review";

/** Where an interview stands. Never changed in place: every move gives a new one. */
export interface Interview {
  readonly pack: CompiledPack;
  readonly answers: Answers;
  readonly phase: Phase;
  /** Ids of the questions met so far (answered or skipped), oldest first, each once. */
  readonly history: readonly string[];
  /** How many entries of `history` lie behind; fewer than all of them after going back. */
  readonly cursor: number;
  /** Stop asking once no answer can change the verdict. */
  readonly quick: boolean;
}

/** What a person says to a question; a skipped question is left out of the answers. */
export type Reply = Answer | { readonly kind: "skipped" };

/** An interview that goes on from `answers`: whatever they hold is not asked again, but can be gone back to. */
export function startInterview(pack: CompiledPack, answers: Answers, quick: boolean): Interview {
  const met = pack.source.questions.filter(({ id }) => answers.has(id));
  const history = [
    ...met.filter(({ essential }) => essential),
    ...met.filter(({ essential }) => !essential),
  ].map(({ id }) => id);
  return { pack, answers, phase: "essential", history, cursor: history.length, quick };
}

/** On to the questions that are not essential. */
export function goDeeper(interview: Interview): Interview {
  return { ...interview, phase: "deeper" };
}

/** No further questions: the review page, and from it the result. */
export function goToReview(interview: Interview): Interview {
  return { ...interview, phase: "review", cursor: interview.history.length };
}

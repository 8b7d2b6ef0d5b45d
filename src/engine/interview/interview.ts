import { type Answer, type Answers, confirmedAnswer } from "../model/answers.js";
import type { CompiledPack } from "../model/compiled-pack.js";
import { type Effect, effectsOf, implicationOf } from "./implications.js";

/** `essential` until the first verdict is shown, `deeper` after it, `review` once the person asked for the result. */
export type Phase = "essential" | "deeper" | "review";

/** The state of an interview. Immutable: every move returns a new one. */
export interface Interview {
  readonly pack: CompiledPack;
  readonly answers: Answers;
  readonly phase: Phase;
  /** Ids of the questions met so far (answered or skipped), oldest first, each once. */
  readonly history: readonly string[];
  /** The number of entries of `history` before the cursor; after going back, fewer than all. */
  readonly cursor: number;
  /** Stop asking once no answer can change the verdict. */
  readonly quick: boolean;
}

/** A person's reply to a question; a skipped question is left out of the answers. */
export type Reply = Answer | { readonly kind: "skipped" };

/**
 * An interview that continues from `answers`: questions answered there are not asked, but can be gone back to. Those
 * that an agent answered come first, each with its answer, to be confirmed or changed.
 */
export function startInterview(
  pack: CompiledPack,
  answers: Answers = new Map(),
  quick: boolean = false,
): Interview {
  const met = pack.source.questions.filter(({ id }) => answers.has(id));
  const history = [
    ...met.filter(({ essential }) => essential),
    ...met.filter(({ essential }) => !essential),
  ].map(({ id }) => id);
  const isAgents = (id: string): boolean => answers.get(id)?.by === "agent";
  const persons = history.filter((id) => !isAgents(id));
  const all = [...persons, ...history.filter(isAgents)];
  return { pack, answers, phase: "essential", history: all, cursor: persons.length, quick };
}

/** Continues with the questions that are not essential. */
export function goDeeper(interview: Interview): Interview {
  return { ...interview, phase: "deeper" };
}

/** No further questions: the review page, and from there the result. */
export function goToReview(interview: Interview): Interview {
  return { ...interview, phase: "review", cursor: interview.history.length };
}

/** Back to the previous question, keeping its answer; null if there is none. Skips questions that are implied by now. */
export function goBack(interview: Interview): Interview | null {
  const { pack, answers, history, cursor } = interview;
  const target = history.findLastIndex(
    (id, index) => index < cursor && implicationOf(pack, answers, id) === null,
  );
  return target === -1 ? null : { ...interview, cursor: target };
}

/** The interview after a reply, and the effects of the reply on other questions. */
export interface Applied {
  readonly interview: Interview;
  readonly effects: readonly Effect[];
}

/**
 * Records a reply, to the next question or, from the review, to any other. A note is kept as long as the answer it was
 * written for. A reply is a person's unless it says otherwise, so one that is what an agent answered confirms it. Answers
 * to other questions are never dropped: a given answer overrides an implied one.
 */
export function applyReply(interview: Interview, question: string, reply: Reply): Applied {
  const before = interview.answers;
  const after = new Map(before);
  const previous = before.get(question);
  if (reply.kind === "skipped") after.delete(question);
  else if (previous === undefined || !sameAnswer(previous, reply)) after.set(question, reply);
  else after.set(question, reply.by === "agent" ? previous : confirmedAnswer(previous));
  return {
    interview: { ...interview, answers: after, ...moved(interview, question) },
    effects: effectsOf(interview.pack, before, after, question),
  };
}

/**
 * Withdraws an answer as if the question had never been met: it is then implied again, or open and asked in its turn.
 */
export function dropAnswer(interview: Interview, question: string): Applied {
  const { pack, answers: before, history, cursor } = interview;
  const after = new Map(before);
  after.delete(question);
  const met = history.indexOf(question);
  const left =
    met === -1 ? {} : { history: history.toSpliced(met, 1), cursor: met < cursor ? cursor - 1 : cursor };
  return {
    interview: { ...interview, answers: after, ...left },
    effects: effectsOf(pack, before, after, question),
  };
}

/** Moves past the question if it was next; a change from the review, behind the cursor, moves nothing. */
function moved({ history, cursor }: Interview, question: string): Pick<Interview, "history" | "cursor"> {
  const met = history.indexOf(question);
  if (met !== -1) return { history, cursor: met < cursor ? cursor : met + 1 };
  return { history: [...history, question], cursor: cursor === history.length ? cursor + 1 : cursor };
}

/** Whether two answers choose the same, notes aside. */
function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind !== "chosen" || b.kind !== "chosen") return a.kind === b.kind;
  return a.options.length === b.options.length && a.options.every((option) => b.options.includes(option));
}

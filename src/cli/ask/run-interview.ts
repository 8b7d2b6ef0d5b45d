import { implicationOf } from "../../engine/interview/implications.js";
import {
  applyReply,
  dropAnswer,
  goBack,
  goDeeper,
  goToReview,
  type Interview,
} from "../../engine/interview/interview.js";
import {
  type InterviewStep,
  nextStep,
  pendingQuestions,
  type TryOutlook,
} from "../../engine/interview/next-step.js";
import { reviewOf } from "../../engine/interview/review.js";
import type { Answers } from "../../engine/model/answers.js";
import type { CompiledPack } from "../../engine/model/compiled-pack.js";
import type { Question } from "../../engine/model/pack.js";
import { answerEntry, questionOf, settleEffects, topicOf } from "./effects.js";
import type { Prompter, SoFar } from "./prompter.js";
import { askQuestion, changePage, questionPage } from "./question-page.js";
import { checkpointIds, checkpointPage, reviewMoveIds, reviewPage } from "./review-pages.js";
import type { Terminal } from "./terminal.js";
import type { Standing } from "./verdict-so-far.js";

/** What an interview needs besides its own state. */
export interface InterviewContext {
  readonly pack: CompiledPack;
  readonly prompter: Prompter;
  /** What the open questions can lead to, which decides the next question. */
  readonly tryOutlook: TryOutlook;
  /** Called at each page, with where the interview is. */
  readonly reached: (interview: Interview) => void;
  /** Called after every change of the answers. */
  readonly save: (answers: Answers) => Promise<void>;
  /** The verdict so far as lines for the screen. */
  readonly summary: (answers: Answers) => readonly string[];
  /** The verdict so far as one line, and the answers that do not fit each other. */
  readonly standing: (answers: Answers) => Standing;
  /** The same in a few words, for pages after the essential questions; null before. */
  readonly soFar: (interview: Interview) => SoFar | null;
  /** Asks for the name of another surface of the service; null: there can be none. */
  readonly nameSurface: (() => Promise<string | null>) | null;
  readonly terminal: () => Terminal;
}

/** The state of the loop: in an interview, or at its end. */
type Turn = { readonly kind: "on"; readonly interview: Interview } | InterviewEnd;

/** The end of an interview about one surface. */
export interface InterviewEnd {
  readonly kind: "done";
  readonly answers: Answers;
  /** The name of the surface to go on with; null: on to the result. */
  readonly another: string | null;
}

const on = (interview: Interview): Turn => ({ kind: "on", interview });

/**
 * Leads a person through an interview to the point where its result is shown, or another surface is asked about.
 * @throws an error that `isCancelled` recognises when the person stops.
 */
export async function runInterview(context: InterviewContext, start: Interview): Promise<InterviewEnd> {
  let turn: Turn = on(start);
  while (turn.kind === "on") {
    context.reached(turn.interview);
    turn = await takeTurn(context, turn.interview);
  }
  return turn;
}

function takeTurn(context: InterviewContext, interview: Interview): Promise<Turn> {
  const step = nextStep(interview, context.tryOutlook);
  switch (step.kind) {
    case "ask":
      return askTurn(context, interview, step);
    case "checkpoint":
      return checkpointTurn(context, interview, step.deeper);
    case "review":
      return reviewTurns(context, interview, step.settled);
    default:
      return step satisfies never;
  }
}

async function askTurn(
  context: InterviewContext,
  interview: Interview,
  step: Extract<InterviewStep, { readonly kind: "ask" }>,
): Promise<Turn> {
  const { question, answer, progress, canGoBack } = step;
  const { quick } = interview;
  const page = questionPage(question, answer, {
    progress,
    quick,
    canGoBack,
    soFar: context.soFar(interview),
  });
  const asked = await askQuestion(context.prompter, question, page, answer);
  if (asked.kind === "back") return on(wentBack(context, interview));
  if (asked.kind === "review") return on(goToReview(interview));
  if (asked.kind === "drop") return on(interview);
  const applied = applyReply(interview, question.id, asked.reply);
  await context.save(applied.interview.answers);
  context.prompter.record(progress.topic.title, answerEntry(question, applied.interview.answers));
  return on(await settleEffects(context, applied, answer !== null));
}

async function checkpointTurn(
  context: InterviewContext,
  interview: Interview,
  deeper: number,
): Promise<Turn> {
  context.prompter.print(["", ...context.summary(interview.answers)]);
  const picked = await context.prompter.choose(checkpointPage(deeper, goBack(interview) !== null));
  if (picked.kind === "back") return on(wentBack(context, interview));
  return on(
    picked.kind === "choice" && picked.id === checkpointIds.deeper
      ? goDeeper(interview)
      : goToReview(interview),
  );
}

function wentBack(context: InterviewContext, interview: Interview): Interview {
  context.prompter.takeBack();
  return goBack(interview) ?? interview;
}

/** The review, again after each change, until the person goes on to the result or back to the questions. */
async function reviewTurns(context: InterviewContext, start: Interview, settled: boolean): Promise<Turn> {
  const { prompter } = context;
  prompter.keepRecords();
  let interview = start;
  let current = "";
  for (;;) {
    const pending = pendingQuestions(interview, "deeper").length;
    const before = goBack(interview);
    const facts = {
      ...context.standing(interview.answers),
      settled,
      pending,
      canGoBack: before !== null,
      canAdd: context.nameSurface !== null,
      current,
    };
    const picked = await prompter.choose(reviewPage(reviewOf(interview), facts, context.terminal()));
    if (picked.kind === "back" && before !== null) return on(before);
    if (picked.kind === "move" && picked.id === reviewMoveIds.result)
      return { kind: "done", answers: interview.answers, another: null };
    if (picked.kind === "move" && picked.id === reviewMoveIds.another) {
      current = picked.id;
      const another = (await context.nameSurface?.()) ?? null;
      if (another !== null) return { kind: "done", answers: interview.answers, another };
      continue;
    }
    if (picked.kind === "move") return on({ ...goDeeper(interview), quick: interview.quick && !settled });
    if (picked.kind !== "choice") continue;
    current = picked.id;
    interview = await changeAnswer(context, goToReview(interview), questionOf(context.pack, picked.id));
  }
}

async function changeAnswer(
  context: InterviewContext,
  interview: Interview,
  question: Question,
): Promise<Interview> {
  const answer = interview.answers.get(question.id) ?? null;
  const implied = implicationOf(context.pack, interview.answers, question.id);
  const page = changePage(question, answer, implied, context.soFar(interview));
  const asked = await askQuestion(context.prompter, question, page, answer);
  if (asked.kind === "back" || asked.kind === "review") return interview;
  const applied =
    asked.kind === "drop"
      ? dropAnswer(interview, question.id)
      : applyReply(interview, question.id, asked.reply);
  await context.save(applied.interview.answers);
  context.prompter.record(
    topicOf(context.pack, question).title,
    answerEntry(question, applied.interview.answers),
  );
  return settleEffects(context, applied, true);
}

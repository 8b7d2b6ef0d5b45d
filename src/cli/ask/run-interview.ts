import { implicationOf } from "../../engine/interview/implications.js";
import {
  applyReply,
  dropAnswer,
  goBack,
  goDeeper,
  goToReview,
  type Interview,
} from "../../engine/interview/interview.js";
import { type InterviewStep, nextStep, pendingQuestions } from "../../engine/interview/next-step.js";
import { reviewOf } from "../../engine/interview/review.js";
import type { Answers } from "../../engine/model/answers.js";
import type { Question } from "../../engine/model/pack.js";
import { askQuestion } from "./ask-question.js";
import { checkpointIds, checkpointPage } from "./checkpoint-page.js";
import { answerEntry, questionOf } from "./entries.js";
import { changePage, questionPage } from "./question-page.js";
import { reviewMoveIds, reviewPage } from "./review-page.js";
import type { Session } from "./session.js";
import { settleEffects } from "./settle-effects.js";

/** Where the loop stands: in an interview, or at its end. */
type Turn =
  | { readonly kind: "on"; readonly interview: Interview }
  | { readonly kind: "done"; readonly answers: Answers };

const on = (interview: Interview): Turn => ({ kind: "on", interview });

/**
 * Leads a person through an interview to the point where the result is shown.
 * @throws what `isCancelled` tells when the person stops.
 */
export async function runInterview(session: Session, start: Interview): Promise<Answers> {
  let turn: Turn = on(start);
  while (turn.kind === "on") turn = await takeTurn(session, turn.interview);
  return turn.answers;
}

function takeTurn(session: Session, interview: Interview): Promise<Turn> {
  const step = nextStep(interview, session.steer);
  switch (step.kind) {
    case "ask":
      return askTurn(session, interview, step);
    case "checkpoint":
      return checkpointTurn(session, interview, step.deeper);
    case "review":
      return reviewTurns(session, interview, step.settled);
    default:
      return step satisfies never;
  }
}

async function askTurn(
  session: Session,
  interview: Interview,
  step: Extract<InterviewStep, { readonly kind: "ask" }>,
): Promise<Turn> {
  const { question, answer, progress, canGoBack } = step;
  const page = questionPage(question, answer, progress, interview.quick, canGoBack);
  const asked = await askQuestion(session.prompter, question, page, answer);
  if (asked.kind === "back") return on(wentBack(session, interview));
  if (asked.kind === "review") return on(goToReview(interview));
  if (asked.kind === "drop") return on(interview);
  const applied = applyReply(interview, question.id, asked.reply);
  await session.save(applied.interview.answers);
  session.prompter.record(progress.topic.title, answerEntry(question, applied.interview.answers));
  return on(await settleEffects(session, applied, answer !== null));
}

async function checkpointTurn(session: Session, interview: Interview, deeper: number): Promise<Turn> {
  session.prompter.tell(["", ...session.summary(interview.answers)]);
  const picked = await session.prompter.choose(checkpointPage(deeper, goBack(interview) !== null));
  if (picked.kind === "back") return on(wentBack(session, interview));
  return on(
    picked.kind === "choice" && picked.id === checkpointIds.deeper
      ? goDeeper(interview)
      : goToReview(interview),
  );
}

function wentBack(session: Session, interview: Interview): Interview {
  session.prompter.takeBack();
  return goBack(interview) ?? interview;
}

/** The review, again after each change, until the person goes on to the result or back to the questions. */
async function reviewTurns(session: Session, start: Interview, settled: boolean): Promise<Turn> {
  const { prompter } = session;
  prompter.keepRecords();
  let interview = start;
  let current = "";
  for (;;) {
    const pending = pendingQuestions(interview, "deeper").length;
    const before = goBack(interview);
    const facts = {
      verdict: session.verdict(interview.answers),
      settled,
      pending,
      canGoBack: before !== null,
      current,
    };
    const picked = await prompter.choose(reviewPage(reviewOf(interview), facts, session.look()));
    if (picked.kind === "back" && before !== null) return on(before);
    if (picked.kind === "move" && picked.id === reviewMoveIds.result)
      return { kind: "done", answers: interview.answers };
    if (picked.kind === "move") return on({ ...goDeeper(interview), quick: interview.quick && !settled });
    if (picked.kind !== "choice") continue;
    current = picked.id;
    interview = await changeAnswer(session, goToReview(interview), questionOf(session.pack, picked.id));
  }
}

async function changeAnswer(session: Session, interview: Interview, question: Question): Promise<Interview> {
  const answer = interview.answers.get(question.id) ?? null;
  const page = changePage(question, answer, implicationOf(session.pack, interview.answers, question.id));
  const asked = await askQuestion(session.prompter, question, page, answer);
  if (asked.kind === "back" || asked.kind === "review") return interview;
  const applied =
    asked.kind === "drop"
      ? dropAnswer(interview, question.id)
      : applyReply(interview, question.id, asked.reply);
  await session.save(applied.interview.answers);
  const topic = session.pack.source.topics.find(({ id }) => id === question.topic)?.title ?? "";
  session.prompter.record(topic, answerEntry(question, applied.interview.answers));
  return settleEffects(session, applied, true);
}

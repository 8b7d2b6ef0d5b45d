import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyReply,
  goBack,
  goDeeper,
  goToReview,
  type Interview,
  type Reply,
  startInterview,
} from "../../../src/engine/interview/interview.js";
import { type InterviewStep, nextStep, type TryOutlook } from "../../../src/engine/interview/next-step.js";
import type { Question } from "../../../src/engine/model/pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { chosen, smallPack, unsure } from "./interview-pack.js";

const runs = { seed: 20, numRuns: 400 };

type Ask = Extract<InterviewStep, { kind: "ask" }>;
type Move =
  | { readonly kind: "reply"; readonly pick: number }
  | { readonly kind: "back" }
  | { readonly kind: "edit"; readonly pick: number };

const questions = smallPack.source.questions;
const moves = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("reply" as const), pick: fc.nat(1000) }) },
    { weight: 3, arbitrary: fc.constant({ kind: "back" as const }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("edit" as const), pick: fc.nat(1000) }) },
  ),
  { maxLength: 40 },
);

/** An order of questions drawn from the answers: any order must do, as long as the same answers give the same. */
const steer: TryOutlook = (_, profile) => {
  const seed = profile.possible.reduce((sum, mask) => (sum * 31 + mask) % 9973, 7);
  const order = questions.map(({ id }, index) => ({
    question: id,
    valueOfInformation: (seed * (index + 3)) % 97,
    valueOfAsking: 0,
    bearsOnVerdict: false,
    overturns: false,
  }));
  order.sort((a, b) => b.valueOfInformation - a.valueOfInformation);
  return { open: order, reach: { stateless: 1n, stateful: 1n, hybrid: 1n, undecided: 1n } };
};

function replyTo(question: Question, pick: number): Reply {
  const replies: readonly Reply[] = [
    ...question.options.map(({ id }) => chosen(id)),
    unsure,
    { kind: "skipped" },
  ];
  return replies[pick % replies.length] ?? unsure;
}

/** Plays the moves and shows each question asked to `look`. */
function play(sequence: readonly Move[], look: (interview: Interview, step: Ask) => void): Interview {
  let interview = startInterview(smallPack, new Map(), false);
  for (const move of sequence) {
    const step = nextStep(interview, steer);
    if (step.kind === "ask") look(interview, step);
    if (move.kind === "back") interview = goBack(interview) ?? interview;
    else if (step.kind === "checkpoint") interview = goDeeper(interview);
    else if (move.kind === "reply" && step.kind === "ask") {
      interview = applyReply(interview, step.question.id, replyTo(step.question, move.pick)).interview;
    } else if (move.kind === "edit" && step.kind === "review") {
      const question = questions[move.pick % questions.length];
      if (question !== undefined)
        interview = applyReply(goToReview(interview), question.id, replyTo(question, move.pick)).interview;
    }
  }
  return interview;
}

describe("any sequence of replies, changes and steps back", () => {
  it("never asks a question that other answers imply", () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        play(sequence, ({ answers }, { question }) => {
          const others = new Map([...answers].filter(([id]) => id !== question.id));
          expect(profileOf(smallPack, others).answerStates[questions.indexOf(question)]).not.toBe("implied");
        });
      }),
      runs,
    );
  });

  it("keeps each question once in the history, and every answered one in it", () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        const { history, cursor, answers } = play(sequence, () => {});
        expect(new Set(history).size).toBe(history.length);
        expect(cursor).toBeLessThanOrEqual(history.length);
        expect([...answers.keys()].filter((id) => !history.includes(id))).toEqual([]);
      }),
      runs,
    );
  });

  it("is undone by going back and replying the same", () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 5 }), (sequence, depth) => {
        const interview = play(sequence, () => {});
        if (interview.cursor !== interview.history.length) return;
        let again = interview;
        for (let i = 0; i < depth; i += 1) again = goBack(again) ?? again;
        while (again.cursor < interview.history.length) {
          const step = nextStep(again, steer);
          if (step.kind !== "ask" || !interview.history.includes(step.question.id)) break;
          again = applyReply(again, step.question.id, step.answer ?? { kind: "skipped" }).interview;
        }
        expect(nextStep(again, steer)).toEqual(nextStep(interview, steer));
        expect([again.answers, again.history, again.phase]).toEqual([
          interview.answers,
          interview.history,
          interview.phase,
        ]);
      }),
      runs,
    );
  });

  it("ends at the review after at most one reply a question", () => {
    fc.assert(
      fc.property(moves, fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }), (sequence, picks) => {
        let interview = play(sequence, () => {});
        let replies = 0;
        for (const pick of picks) {
          const step = nextStep(interview, steer);
          if (step.kind === "review") break;
          if (step.kind === "checkpoint") interview = goDeeper(interview);
          else {
            interview = applyReply(interview, step.question.id, replyTo(step.question, pick)).interview;
            replies += 1;
          }
        }
        expect(nextStep(interview, steer).kind).toBe("review");
        expect(replies).toBeLessThanOrEqual(questions.length);
      }),
      runs,
    );
  });

  it("counts down to the last question", () => {
    fc.assert(
      fc.property(moves, (sequence) => {
        play(sequence, (interview, { question, answer, progress }) => {
          expect(progress.more).toBeGreaterThanOrEqual(0);
          expect(progress.number).toBeGreaterThanOrEqual(1);
          expect(progress.number + progress.more).toBeLessThanOrEqual(questions.length);
          if (progress.more > 0 || answer !== null || interview.phase === "essential") return;
          const replied = applyReply(interview, question.id, { kind: "skipped" }).interview;
          expect(nextStep(replied, steer).kind).toBe("review");
        });
      }),
      runs,
    );
  });
});

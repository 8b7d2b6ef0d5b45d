import type { Effect } from "../../engine/interview/implications.js";
import type { Interview } from "../../engine/interview/interview.js";
import { type Applied, dropAnswer } from "../../engine/interview/interview.js";
import { effectEntry, labelsOf, questionOf } from "./entries.js";
import type { Page } from "./prompter.js";
import type { Session } from "./session.js";

type AtOdds = Extract<Effect, { readonly kind: "at-odds" }>;

/**
 * Shows what an answer did to other questions. Where an earlier answer is now at odds with what would be implied, the
 * person says which holds; it is kept unless they drop it.
 */
export async function settleEffects(
  session: Session,
  applied: Applied,
  changed: boolean,
): Promise<Interview> {
  const { pack, prompter } = session;
  const show = (effects: readonly Effect[]): void =>
    prompter.amend(
      effects.filter(({ kind }) => kind !== "at-odds").map((effect) => effectEntry(pack, effect, changed)),
    );
  show(applied.effects);
  let { interview } = applied;
  for (const effect of applied.effects) {
    if (effect.kind !== "at-odds") continue;
    const picked = await prompter.choose(atOddsPage(session, effect));
    if (picked.kind !== "choice" || picked.id !== "drop") {
      prompter.amend([effectEntry(pack, effect, changed)]);
      continue;
    }
    const dropped = dropAnswer(interview, effect.question);
    await session.save(dropped.interview.answers);
    show([
      {
        kind: "implied",
        question: effect.question,
        option: effect.implied,
        because: effect.because,
        wasUnsure: false,
      },
      ...dropped.effects,
    ]);
    interview = dropped.interview;
  }
  return interview;
}

function atOddsPage({ pack }: Session, effect: AtOdds): Page {
  const question = questionOf(pack, effect.question);
  const given = labelsOf(question, [effect.given]);
  const implied = labelsOf(question, [effect.implied]);
  return {
    place: "An earlier answer",
    ask: `Does your answer to ${question.id} still hold?`,
    notes: [
      { label: "The question", text: question.ask },
      { label: "Why", text: `after what you just changed, “${implied}” would be taken: ${effect.because}` },
    ],
    choices: [
      {
        id: "keep",
        label: `Yes, keep “${given}”`,
        help: "Your own answer overrides what would be implied.",
        group: "",
      },
      {
        id: "drop",
        label: `No, take “${implied}”`,
        help: "Your answer is dropped, and this one is taken as implied.",
        group: "",
      },
    ],
    moves: [],
    current: [],
    canGoBack: false,
    forward: null,
    movesFirst: false,
  };
}

import type { Condition } from "../model/condition.js";
import type { Citation, Pack, Placement, Tradeoff } from "../model/pack.js";
import { ruleEffect } from "../report/wording/rule-words.js";
import { placeWords } from "../report/wording/titles.js";
import {
  conditionWords,
  names,
  optionalWords,
  type QuestionsById,
  questionsById,
} from "./condition-words.js";
import type { Mention } from "./explanation.js";
import { type Entry, entriesOf } from "./find-entry.js";

/** The entries that cite a criterion or reference, in the pack's order. */
export function citing(pack: Pack, id: string): readonly Mention[] {
  const questions = questionsById(pack.questions);
  return entriesOf(pack).flatMap((entry) => {
    const citations = citationsOf(entry).filter((citation) => citation.id === id);
    return citations.map(({ section }) => ({ ...mentionOf(entry, questions), section }));
  });
}

/** The rules, placements, second homes, clashes, tradeoffs, guidance and implications whose condition names a question or an option. */
export function reading(pack: Pack, question: string, option: string | null): readonly Mention[] {
  const questions = questionsById(pack.questions);
  const entries = entriesOf(pack).filter((entry) => {
    const condition = conditionOf(entry);
    return condition !== null && names(condition, question, option);
  });
  return [
    ...entries.map((entry) => mentionOf(entry, questions)),
    ...implications(pack, question, option, questions),
  ];
}

/** The placements and second homes that use a pattern, alone or beside another. */
export function using(pack: Pack, pattern: string): readonly Mention[] {
  const questions = questionsById(pack.questions);
  return entriesOf(pack)
    .filter(
      ({ entry }) =>
        ("pattern" in entry && entry.pattern === pattern) || ("beside" in entry && entry.beside === pattern),
    )
    .map((entry) => mentionOf(entry, questions));
}

function implications(
  pack: Pack,
  question: string,
  option: string | null,
  questions: QuestionsById,
): readonly Mention[] {
  return pack.questions.flatMap((implied) =>
    implied.implied
      .filter(({ when }) => names(when, question, option))
      .map(
        ({ when, answer, because }): Mention => ({
          kind: "implication",
          id: implied.id,
          effect: `implies ${implied.id}=${answer}`,
          condition: conditionWords(when, questions),
          text: because,
          section: null,
          contested: null,
        }),
      ),
  );
}

function mentionOf(entry: Entry, questions: QuestionsById): Mention {
  return {
    kind: entry.kind,
    id: entry.entry.id,
    effect: effectOf(entry),
    condition: optionalWords(conditionOf(entry), questions),
    text: textOf(entry),
    section: null,
    contested: entry.kind === "rule" ? entry.entry.contested : null,
  };
}

function conditionOf(entry: Entry): Condition | null {
  return "when" in entry.entry ? entry.entry.when : null;
}

export function citationsOf(entry: Entry): readonly Citation[] {
  return "sources" in entry.entry ? entry.entry.sources : [];
}

/** "disadvantage of stateless", or of any verdict. */
export const sideOf = (kind: Tradeoff["kind"], style: Tradeoff["style"]): string =>
  style === null ? kind : `${kind} of ${style}`;

function effectOf(entry: Entry): string {
  switch (entry.kind) {
    case "rule":
      return `${entry.entry.concern}: ${ruleEffect(entry.entry)}`;
    case "backed-by":
      return `a bound conversation is backed by ${entry.entry.pattern}`;
    case "clash":
      return `look again at ${entry.entry.reconsider}`;
    case "placement":
      return placementEffect(entry.entry);
    case "tradeoff":
      return sideOf(entry.entry.kind, entry.entry.style);
    case "pattern":
      return entry.entry.title;
    case "guidance":
      return entry.entry.topic;
    case "topic":
    case "question":
    case "option":
    case "retired-option":
    case "criterion":
    case "reference":
      return "";
    default:
      return entry satisfies never;
  }
}

function textOf({ entry }: Entry): string {
  if ("because" in entry) return entry.because;
  if ("text" in entry) return entry.text;
  return "what" in entry ? entry.what : "";
}

const placementEffect = ({ concern, place }: Placement): string =>
  place === "nowhere" ? `no ${concern} state` : `${concern} state ${placeWords[place]}`;

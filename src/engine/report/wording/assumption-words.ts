import { grouped } from "../../model/grouped.js";
import type { Question } from "../../model/pack.js";
import type { Assumption, Recommendation } from "../../model/recommendation.js";
import { as, type Inline } from "../inline.js";
import { questionOf } from "../selection.js";
import { listed } from "./phrases.js";
import { concernTitles, optionLabel } from "./titles.js";

type Otherwise = Assumption["otherwise"][number];

/** The assumptions that bear on the verdict, then those that bear on a place or a pattern only. */
export const assumptionsInOrder = ({ assumptions }: Recommendation): readonly Assumption[] => [
  ...assumptions.filter(bearsOnVerdict),
  ...assumptions.filter((each) => !bearsOnVerdict(each)),
];

const bearsOnVerdict = ({ otherwise }: Assumption): boolean =>
  otherwise.some(({ verdict }) => verdict !== null);

/** "Is a request used once? Assumes “Nothing is used once”; otherwise hybrid (replay)". */
export function assumptionWords(from: Recommendation, assumption: Assumption): readonly Inline[] {
  const { question, option } = assumption;
  const { ask } = questionOf(from, question);
  return [
    `${ask} Assumes `,
    as("bold", `“${optionLabel(questionOf(from, question), option)}”`),
    "; ",
    otherwiseWords(from, assumption),
    as("dim", ` (${question})`),
  ];
}

/**
 * What happens if the question is answered: "otherwise hybrid", or "hybrid with “…”" if the options differ; the assumed
 * option itself can change something as well, once it is an answer.
 */
export function otherwiseWords(
  from: Recommendation,
  { question: id, option, otherwise }: Assumption,
): string {
  const confirmed = otherwise.filter((each) => each.option === option).map(outcomeWords);
  const others = otherwise.filter((each) => each.option !== option);
  return [
    ...(others.length === 0 ? [] : [othersInWords(questionOf(from, id), others)]),
    ...confirmed.map((outcome) => `${outcome} once that is confirmed`),
  ].join("; ");
}

function othersInWords(question: Question, otherwise: readonly Otherwise[]): string {
  const groups = grouped(otherwise, outcomeWords);
  const [first] = groups.keys();
  const isWhole = groups.size === 1 && otherwise.length === question.options.length - 1;
  if (isWhole) return `otherwise ${first}`;
  const labels = (group: readonly Otherwise[]): readonly string[] =>
    group.map(({ option }) => `“${optionLabel(question, option)}”`);
  return [...groups].map(([outcome, group]) => `${outcome} with ${listed(labels(group), "or")}`).join("; ");
}

function outcomeWords({ verdict, concerns }: Otherwise): string {
  if (verdict !== null) return verdict;
  const names = concerns.map((concern) => concernTitles[concern].toLowerCase());
  return `another place or pattern for ${listed(names)}`;
}

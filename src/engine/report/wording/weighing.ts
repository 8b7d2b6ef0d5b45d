import type { Recommendation, ReportedContribution, ReportedRule } from "../../model/recommendation.js";
import { type Form, forms } from "../../model/scores.js";
import { type Concern, concerns } from "../../model/verdict.js";
import { points } from "../numbers.js";
import { sumsOf } from "./concern-words.js";
import { concernNouns, concernTitles, optionLabels } from "./titles.js";

/** A contribution with the answer that makes it, in words. */
export interface Weighing extends ReportedContribution {
  readonly ask: string;
  readonly labels: string;
  readonly note: string | null;
}

/** What weighs on one question about a concern: the answers with their points, and the rules that give these. */
export interface WeighedForm {
  readonly concern: Concern;
  readonly form: Form;
  /** Points for and against, or for binding and for keeping elsewhere. */
  readonly for: number;
  readonly against: number;
  /** Largest first. */
  readonly answers: readonly Weighing[];
  /** Heaviest first. */
  readonly rules: readonly ReportedRule[];
}

/** Every concern and form on which points weigh, in their order; the place only if the conversation is kept. */
export function weighedForms(from: Recommendation): readonly WeighedForm[] {
  const answers = weighingOf(from);
  return concerns.flatMap((concern) =>
    forms.flatMap((form) => {
      const sums = sumsOf(from, concern, form);
      if (sums.for + sums.against === 0 || (form === "place" && !isKept(from, concern))) return [];
      return [
        {
          concern,
          form,
          ...sums,
          answers: answers.filter((each) => each.concern === concern && each.form === form),
          rules: from.rules.filter(({ rule }) => rule.concern === concern && rule.kind === form),
        },
      ];
    }),
  );
}

const isKept = ({ concerns: scored }: Recommendation, concern: Concern): boolean =>
  scored.some((each) => each.concern === concern && each.kept);

/** The contributions with their answers, in the order of the recommendation. */
function weighingOf({ answers, contributions }: Recommendation): readonly Weighing[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  return contributions.map((contribution) => {
    const answer = given.get(contribution.question);
    return answer === undefined
      ? { ...contribution, ask: contribution.question, labels: "", note: null }
      : { ...contribution, ask: answer.ask, labels: optionLabels(answer), note: answer.note };
  });
}

/** The heading of a form: "Interaction, need". */
export const formTitle = ({ concern, form }: Pick<WeighedForm, "concern" | "form">): string =>
  `${concernTitles[concern]}, ${form}`;

/** The sums of a form in words: "3 for keeping it, 1 against". */
export const sumWords = (form: Form, sums: { readonly for: number; readonly against: number }): string =>
  form === "need"
    ? `${sums.for} for keeping it, ${sums.against} against`
    : `${sums.for} for binding it, ${sums.against} for keeping it elsewhere`;

/** The points of a contribution with their sign: `+2`, `−1 1/3`, `+1 −2`. */
export function signed({ for: pro, against, denominator }: ReportedContribution): string {
  return [
    ...(pro > 0 ? [`+${points(pro, denominator)}`] : []),
    ...(against > 0 ? [`−${points(against, denominator)}`] : []),
  ].join(" ");
}

/** Which way a contribution leans: "speaks for keeping the login"; both ways if it has points on both sides. */
export function contributionWords({ concern, form, for: pro, against }: ReportedContribution): string {
  const noun = concernNouns[concern];
  const [forIt, againstIt] =
    form === "need"
      ? [`for keeping the ${noun}`, "against it"]
      : [`for binding the ${noun}`, "for keeping it elsewhere"];
  if (pro > 0 && against > 0) return `speaks both ${forIt} and ${againstIt}`;
  if (pro > 0) return `speaks ${forIt}`;
  return form === "need" ? `speaks against keeping the ${noun}` : `speaks for keeping the ${noun} elsewhere`;
}

/** Points of rules that hold for every answer and so belong to none; null if the answers' points add up to the sums. */
export function unownedPoints({ answers, ...sums }: WeighedForm): string | null {
  const denominator = answers[0]?.denominator ?? 1;
  const owned = answers.reduce((sum, each) => sum + each.for + each.against, 0);
  const rest = (sums.for + sums.against) * denominator - owned;
  return rest > 0 ? points(rest, denominator) : null;
}

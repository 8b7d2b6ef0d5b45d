import type { Recommendation, ReportedContribution } from "../../model/recommendation.js";
import type { Scores } from "../../model/scores.js";
import type { Place, Style } from "../../model/verdict.js";
import { glue } from "../inline.js";
import { hundredths, plural, points, type Ratio, ratio } from "../numbers.js";
import { listed } from "./phrases.js";
import { concernTitles, optionLabels, placeWords } from "./titles.js";

/** The verdict in one sentence; for a hybrid, where each kind of state lives. */
export function meaning(from: Recommendation): string {
  switch (from.verdict) {
    case "stateless":
      return "Each request carries what its answer needs; no server has to remember a client between requests.";
    case "stateful":
      return "State is needed, and most of it has to live with the connection or process that serves the client.";
    case "hybrid":
      return `${hybridReason(from)}: ${livesWhere(from)}.`;
    case "undecided":
      return tooLittle(from);
    default:
      return from.verdict satisfies never;
  }
}

function hybridReason(from: Recommendation): string {
  const { needed, bound } = sidesOf(from);
  if (!needed) return "By the points no state is needed, but a veto rules out having none";
  if (bound)
    return "By the points state belongs with the connection, but a veto rules out keeping it there alone";
  return "State is needed, but most of it need not live with the connection";
}

/** Concerns by the place of their state: "session and sync in each request, workflow in a shared store". */
function livesWhere({ concerns }: Recommendation): string {
  const byPlace = new Map<Place, string[]>();
  for (const { concern, placement } of concerns) {
    if (placement === null || placement.place === "nowhere") continue;
    const name = concernTitles[concern].toLowerCase();
    const names = byPlace.get(placement.place);
    if (names === undefined) byPlace.set(placement.place, [name]);
    else names.push(name);
  }
  const placed = [...byPlace].map(([place, names]) => `${listed(names)} ${placeWords[place]}`);
  return placed.length === 0 ? "no placement of the pack fits these answers" : placed.join(", ");
}

function tooLittle({ scores, settings }: Recommendation): string {
  const found = plural(scores.stateful + scores.stateless, "point");
  return `Too little to go on: these answers come to ${found} of evidence, and a verdict needs at least ${settings.minimumEvidence}.`;
}

type Scored = Pick<Recommendation, "scores" | "settings">;

/**
 * The decision model's two questions, put to the points alone (vetoes come later): is state needed (b ≥ β), and must it
 * live with the connection (h ≥ η)? Compared in whole numbers.
 */
export function sidesOf({ scores, settings }: Scored): { readonly needed: boolean; readonly bound: boolean } {
  const { live, stateful } = scores;
  const { part, of } = balanceOf(scores);
  const needed = 100 * part >= settings.needBoundaryPercent * of;
  const bound = stateful > 0 && 100 * live >= settings.boundBoundaryPercent * stateful;
  return { needed, bound };
}

/** b = (F − L) / (F + L). */
export const balanceOf = ({ stateful, stateless }: Scores): Ratio => ({
  part: stateful - stateless,
  of: stateful + stateless,
});

/** h = N / F. */
export const boundnessOf = ({ live, stateful }: Scores): Ratio => ({ part: live, of: stateful });

/** The balance as a figure, with its sign; a dash without points. */
export const balanceFigure = ({ balance, scores, settings }: Recommendation): string =>
  balance === null ? "–" : ratio(balanceOf(scores), settings.needBoundaryPercent, true);

/** The boundness as a figure; a dash without points for stateful. */
export const boundnessFigure = ({ boundness, scores, settings }: Recommendation): string =>
  boundness === null ? "–" : ratio(boundnessOf(scores), settings.boundBoundaryPercent);

/** The two boundaries as figures: state is needed from the one, must live with the connection from the other. */
export const boundaryFigures = ({
  settings,
}: Pick<Recommendation, "settings">): { readonly need: string; readonly bound: string } => ({
  need: hundredths(settings.needBoundaryPercent),
  bound: hundredths(settings.boundBoundaryPercent),
});

/** The two styles, the one with more points first. */
export const heavierFirst = ({ stateful, stateless }: Scores): readonly Style[] =>
  stateful >= stateless ? ["stateful", "stateless"] : ["stateless", "stateful"];

/** A contribution with the answer that makes it, in words. */
export interface Weighing extends ReportedContribution {
  readonly ask: string;
  readonly labels: string;
  readonly note: string | null;
}

/** The contributions with their answers, largest first. */
export function weighingOf({ answers, contributions }: Recommendation): readonly Weighing[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  return contributions.map((contribution) => {
    const answer = given.get(contribution.question);
    return answer === undefined
      ? { ...contribution, ask: contribution.question, labels: "", note: null }
      : { ...contribution, ask: answer.ask, labels: optionLabels(answer), note: answer.note };
  });
}

/** The contributions to one style, largest first. */
export const weighingFor = (from: Recommendation, style: Style): readonly Weighing[] =>
  weighingOf(from)
    .filter((each) => pointsFor(style, each) > 0)
    .sort((a, b) => pointsFor(style, b) - pointsFor(style, a));

/** An answer's points for one style, in units of 1/`denominator`. */
export const pointsFor = (style: Style, { live, kept, stateless }: ReportedContribution): number =>
  style === "stateful" ? live + kept : stateless;

/** The kind of state an answer calls for, worded to follow its name; with points if it is both. */
export function kinds({ live, kept, denominator }: ReportedContribution): string {
  if (kept === 0) return ", live";
  if (live === 0) return ", kept";
  return `, ${points(live, denominator)}${glue}live${glue}+${glue}${points(kept, denominator)}${glue}kept`;
}

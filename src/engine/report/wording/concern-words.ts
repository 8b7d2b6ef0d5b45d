import type { RuleKind } from "../../model/pack.js";
import type { Recommendation, ReportedConcern } from "../../model/recommendation.js";
import type { Form, Points } from "../../model/scores.js";
import type { Concern, PlaceClass } from "../../model/verdict.js";
import { plural } from "../numbers.js";
import { listed } from "./phrases.js";
import { classWords, concernTitles } from "./titles.js";

/** One question about a concern, decided: whether it is kept, or whether the conversation is bound. */
export interface Gauge {
  readonly concern: Concern;
  readonly form: Form;
  readonly title: string;
  /** The class that this question leads to: for `need`, `elsewhere` stands for kept, `bound` for what follows the conversation. */
  readonly outcome: PlaceClass;
  /** The outcome in a word or two: "kept", "not kept", "bound". */
  readonly word: string;
  /** What decides, worded to follow `word`; ids are between backticks. */
  readonly because: string;
  readonly points: Points;
  /** Whether a given decides, whatever the points. */
  readonly isGiven: boolean;
  /** Whether the points decide; if neither does, nothing fired. */
  readonly byPoints: boolean;
}

/** The need of every concern and, if the conversation is kept, its place. Empty while undecided. */
export function gaugesOf(from: Recommendation): readonly Gauge[] {
  if (from.verdict === "undecided") return [];
  return from.concerns.flatMap((concern) => [
    needGauge(from, concern),
    ...(concern.concern === "interaction" && concern.kept ? [placeGauge(from, concern)] : []),
  ]);
}

/** Colour roles: points have the colour of the verdict that they lead to. */
export const sideRoles = {
  need: { for: "hybrid", against: "stateless" },
  place: { for: "stateful", against: "hybrid" },
} as const satisfies Readonly<Record<Form, object>>;

/** The ends of a gauge: what its points speak for and against. */
export const gaugeEnds: Readonly<Record<Form, { readonly for: string; readonly against: string }>> = {
  need: { for: "keep", against: "not keep" },
  place: { for: "bind", against: "elsewhere" },
};

function needGauge(from: Recommendation, concern: ReportedConcern): Gauge {
  const { must, mustNot, need, kept, follows } = concern;
  const isTied = follows && concern.class === "bound";
  return {
    concern: concern.concern,
    form: "need",
    title: concernTitles[concern.concern],
    outcome: isTied ? "bound" : kept ? "elsewhere" : "not-kept",
    word: isTied ? "bound" : kept ? "kept" : "not kept",
    because: isTied
      ? `goes where the conversation goes, by ${firedIds(from, concern.concern, "follows")}; by itself ${kept ? "" : "not "}kept (${needReason(from, concern)})`
      : needReason(from, concern),
    points: need,
    isGiven: must || mustNot,
    byPoints: !must && !mustNot && need.for + need.against > 0,
  };
}

function needReason(from: Recommendation, { concern, must, mustNot, need }: ReportedConcern): string {
  if (must && mustNot)
    return `given by ${firedIds(from, concern, "must")}, which overrides ${firedIds(from, concern, "must-not")}`;
  if (must) return `given by ${firedIds(from, concern, "must")}`;
  if (mustNot) return `given by ${firedIds(from, concern, "must-not")}`;
  if (need.for + need.against === 0) return "no rule speaks for or against it";
  return `${plural(need.for, "point")} for keeping it, ${need.against} against${tie(need)}`;
}

function placeGauge(
  from: Recommendation,
  { concern, mustBind, mayNotBind, place, class: at }: ReportedConcern,
): Gauge {
  return {
    concern,
    form: "place",
    title: "Its place",
    outcome: at,
    word: classWords[at],
    because: placeReason(from, { concern, mustBind, mayNotBind, place }),
    points: place,
    isGiven: mustBind || mayNotBind,
    byPoints: !mustBind && !mayNotBind && place.for + place.against > 0,
  };
}

function placeReason(
  from: Recommendation,
  {
    concern,
    mustBind,
    mayNotBind,
    place,
  }: Pick<ReportedConcern, "concern" | "mustBind" | "mayNotBind" | "place">,
): string {
  if (mayNotBind && mustBind)
    return `given by ${firedIds(from, concern, "may-not-bind")}, which overrides ${firedIds(from, concern, "must-bind")}`;
  if (mayNotBind) return `given by ${firedIds(from, concern, "may-not-bind")}`;
  if (mustBind) return `given by ${firedIds(from, concern, "must-bind")}`;
  if (place.for + place.against === 0) return "no rule speaks for binding it";
  return `${plural(place.for, "point")} for binding it, ${place.against} for keeping it elsewhere${tie(place)}`;
}

const tie = (points: Points): string =>
  points.for === points.against ? "; a tie goes to the lighter side" : "";

/** The ids of the fired rules of one kind and concern, as one phrase, each between backticks. */
const firedIds = ({ settled }: Recommendation, concern: Concern, kind: RuleKind): string =>
  listed(
    settled
      .filter(({ rule }) => rule.concern === concern && rule.kind === kind)
      .map(({ rule }) => `\`${rule.id}\``),
  );

/** The sums of one concern and form: A and B, or P and Q. */
export function sumsOf({ concerns }: Pick<Recommendation, "concerns">, concern: Concern, form: Form): Points {
  return concerns.find((each) => each.concern === concern)?.[form] ?? { for: 0, against: 0 };
}

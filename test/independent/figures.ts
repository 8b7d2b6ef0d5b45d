import { singleChanges } from "./changes.js";
import { contributions } from "./contributions.js";
import { clashesOf, homes, of, type Pack, scored, type Verdict } from "./evaluate.js";
import { endings, openQuestions, otherwise, overturns, valueOfInformation } from "./open.js";
import { radius, trust } from "./trust.js";
import { type Known, withImplied } from "./world.js";

/**
 * All that is compared about one surface, lists in alphabetical order. Undefined: not worked out here, as too much is
 * open to list it.
 */
export interface Figures {
  readonly verdict: string;
  readonly grade: string | null | undefined;
  readonly answersTrust: string | null | undefined;
  readonly weightsTrust: string | null;
  readonly radius: string;
  readonly clashes: readonly string[];
  readonly answers: readonly string[];
  readonly concerns: unknown;
  readonly backedBy: string | null;
  readonly contributions: readonly string[];
  readonly reach: readonly string[] | undefined;
  readonly worth: readonly string[] | undefined;
  readonly overturning: readonly string[];
  readonly tipping: readonly string[];
  readonly moving: readonly string[];
  readonly assumed: readonly string[];
}

const verdicts: readonly Verdict[] = ["stateless", "stateful", "hybrid", "undecided"];

/** What the documents say about a surface with these answers. */
export function figuresOf(pack: Pack, given: Known): Figures {
  const known = withImplied(pack.questions, given);
  const now = scored(pack, known);
  const { homes: home, backedBy } = homes(pack, known, now);
  const clashes = clashesOf(pack, known);
  const word = trust(pack, given, clashes.length);
  const ends = endings(pack, known);
  const open = openQuestions(pack, known);
  const changes = singleChanges(pack, given);
  return {
    verdict: now.verdict,
    grade: word.grade,
    answersTrust: word.answers,
    weightsTrust: word.weights,
    radius: digits(radius(now).r),
    clashes,
    answers: [...known].map(([id, chosen]) => answered(id, chosen, !given.has(id))).sort(),
    concerns: of((concern) => ({
      kept: now.kept[concern],
      class: now.classes[concern],
      need: now.need[concern],
      placing: concern === "interaction" ? now.place : null,
      ...home[concern],
      fired: [
        "must",
        "must-not",
        "must-bind",
        "may-not-bind",
        ...(now.classes.interaction === "bound" ? ["follows"] : []),
      ]
        .flatMap((kind) => now.fired(kind, concern))
        .sort(),
    })),
    backedBy,
    contributions: contributions(pack, known, now)
      .map((each) => shared({ ...each, implied: !given.has(each.question) }))
      .sort(),
    reach:
      ends &&
      verdicts.map((verdict) => digits(ends.filter(([, end]) => end === verdict).length / ends.length)),
    worth: ends && open.map((id) => `${id} ${digits(valueOfInformation(ends, id))}`).sort(),
    overturning: open.filter((id) => overturns(pack, given, id)).sort(),
    tipping: changes
      .filter(({ verdict }) => verdict !== now.verdict)
      .map(({ change, verdict }) => `${change}: ${verdict}`)
      .sort(),
    moving: changes
      .flatMap(({ change, moved }) => moved.map((each) => `${change}: ${each.join(" ")}`))
      .sort(),
    assumed: otherwise(pack, given)
      .map((each) => assumed(each.question, each))
      .sort(),
  };
}

interface Shared {
  readonly concern: string;
  readonly form: string;
  readonly question: string;
  readonly implied: boolean;
  readonly for: number;
  readonly against: number;
}

export function shared(each: Shared): string {
  const { concern, form, question, implied } = each;
  return `${concern} ${form} ${question}${implied ? " (implied)" : ""} +${digits(each.for)} -${digits(each.against)}`;
}

interface Assumed {
  readonly option: string;
  readonly verdict: string | null;
  readonly concerns: readonly string[];
}

export function assumed(question: string, { option, verdict, concerns: moved }: Assumed): string {
  return `${question}: ${option} ${verdict ?? "same"} ${moved.join(" ")}`;
}

export function answered(question: string, chosen: readonly string[], implied: boolean): string {
  return `${question}${implied ? " (implied)" : ""}: ${[...chosen].sort().join(", ")}`;
}

/** Enough digits to tell figures of different ways of counting apart, too few to show rounding. */
export function digits(figure: number | null): string {
  return figure === null || figure === Number.POSITIVE_INFINITY
    ? "none"
    : figure.toFixed(9).replace("-0.000000000", "0.000000000");
}

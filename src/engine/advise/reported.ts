import { type CompiledCondition, questionsIn } from "../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../model/compiled-pack.js";
import { oncePer } from "../model/once-per.js";
import { type Backing, isGiven, type Placement } from "../model/pack.js";
import type { Profile } from "../model/profile.js";
import type {
  ReportedBacking,
  ReportedClash,
  ReportedConcern,
  ReportedContribution,
  ReportedPlacement,
  ReportedRule,
} from "../model/recommendation.js";
import { forms, type Score } from "../model/scores.js";
import { type Concern, concerns } from "../model/verdict.js";
import { contributionsOf, responsible } from "../score/contributions.js";
import { holds } from "../score/holds.js";
import type { Placed } from "../score/place-state.js";

/** Contributions of the questions, largest first within each concern and form. */
export function reportedContributions(
  pack: CompiledPack,
  profile: Profile,
  { fired }: Score,
): readonly ReportedContribution[] {
  return contributionsOf(pack, profile.possible, fired)
    .map(({ question, concern, form, for: pro, against }) => ({
      concern,
      form,
      for: pro,
      against,
      question: question.id,
      implied: profile.answerStates[question.index] === "implied",
      denominator: pack.shares,
    }))
    .sort(
      (a, b) =>
        concerns.indexOf(a.concern) - concerns.indexOf(b.concern) ||
        forms.indexOf(a.form) - forms.indexOf(b.form) ||
        b.for + b.against - (a.for + a.against),
    );
}

/** Every concern with its evidence, and where its state is placed. */
export function reportedConcerns(
  pack: CompiledPack,
  score: Score,
  placed: Placed | null,
): readonly ReportedConcern[] {
  return concerns.map((concern): ReportedConcern => {
    const backing = concern === "interaction" ? (placed?.backing ?? null) : null;
    const placement =
      placed === null
        ? null
        : reportedPlacement(pack, placed.placements[concern], reportedBacking(pack, backing));
    const { need, place, must, mustNot, mustBind, mayNotBind, follows, kept } = score.concerns[concern];
    const placeClass = score.concerns[concern].class;
    // Written out, as a spread would take several times as long.
    return {
      concern,
      need,
      place,
      must,
      mustNot,
      mustBind,
      mayNotBind,
      follows,
      kept,
      class: placeClass,
      placement,
    };
  });
}

function reportedPlacement(
  { patterns }: CompiledPack,
  { id, place, pattern, beside, because, sources }: Placement,
  backedBy: ReportedBacking | null,
): ReportedPlacement {
  return {
    id,
    place,
    pattern: pattern === null ? null : (patterns.get(pattern) ?? null),
    beside: beside === null ? null : (patterns.get(beside) ?? null),
    because,
    sources,
    backedBy,
  };
}

function reportedBacking({ patterns }: CompiledPack, backing: Backing | null): ReportedBacking | null {
  const pattern = backing === null ? undefined : patterns.get(backing.pattern);
  if (backing === null || pattern === undefined) return null;
  return { id: backing.id, pattern, because: backing.because, sources: backing.sources };
}

/** What a concern keeps if no fired rule says it in other words. */
const keptNouns: Readonly<Record<Concern, string>> = {
  interaction: "the conversation",
  session: "the login",
  workflow: "the task under way",
  sync: "the state of each copy",
};

/**
 * What is kept, in the order of the concerns: of each that is kept, what its fired musts keep, and with fewer than two of
 * them its heaviest fired rule, if its points are for keeping it and nothing bans that.
 */
export function keptThings({ verdict, concerns: scores, fired }: Score): readonly string[] {
  if (verdict === "undecided") return [];
  const things = concerns.flatMap((concern): readonly string[] => {
    const { kept, need, mustNot } = scores[concern];
    if (!kept) return [];
    const saying = fired.flatMap(({ entry: { concern: own, kind, points, keeps } }) =>
      own === concern && keeps !== null ? [{ kind, points, keeps }] : [],
    );
    const musts = saying.filter(({ kind }) => kind === "must");
    const [heaviest] = saying.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points);
    const isWanted = !mustNot && need.for > need.against && musts.length < 2;
    const weighed = heaviest !== undefined && isWanted ? [heaviest] : [];
    const said = [...musts, ...weighed].map(({ keeps }) => keeps);
    return said.length > 0 ? said : [keptNouns[concern]];
  });
  return [...new Set(things)];
}

/** Clashes whose condition holds, in the pack's order. */
export function reportedClashes({ clashes }: CompiledPack, profile: Profile): readonly ReportedClash[] {
  return clashes
    .filter(({ condition }) => holds(condition, profile.possible))
    .map(({ entry, condition }) => ({ clash: entry, questions: questionIds(profile, condition) }));
}

/** Fired rules that give points, heaviest first. */
export function reportedRules(profile: Profile, { fired }: Score): readonly ReportedRule[] {
  return fired
    .filter(({ entry: { kind } }) => kind === "need" || kind === "place")
    .toSorted((a, b) => Math.abs(b.entry.points) - Math.abs(a.entry.points))
    .map((rule) => reportedRule(profile, rule));
}

/** Fired rules without points, in the pack's order; a concern follows the conversation only while that is bound. */
export function reportedSettled(profile: Profile, { fired, concerns }: Score): readonly ReportedRule[] {
  const isBound = concerns.interaction.class === "bound";
  return fired
    .filter(({ entry }) => isGiven(entry) || (entry.kind === "follows" && isBound))
    .map((rule) => reportedRule(profile, rule));
}

function reportedRule(profile: Profile, rule: CompiledRule): ReportedRule {
  if (rule.condition.length === 1) return reportedConjunction(rule);
  return { rule: rule.entry, questions: questionIds(profile, rule.condition) };
}

/** A rule without alternatives is reported the same whatever the answers are. */
const reportedConjunction = oncePer(
  ({ entry, condition }: CompiledRule): ReportedRule => ({
    rule: entry,
    questions: questionsIn(condition).map(({ id }) => id),
  }),
);

function questionIds({ possible }: Profile, condition: CompiledCondition): readonly string[] {
  return responsible(condition, possible).map(({ id }) => id);
}

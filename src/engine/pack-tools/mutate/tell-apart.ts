import type { Answers } from "../../model/answers.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Finding } from "../../model/pack-statistics.js";
import type { Profile } from "../../model/profile.js";
import type { Score } from "../../model/scores.js";
import { concerns, type Verdict, verdicts } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { score } from "../../score/score.js";
import { runOn } from "../cases/run-case.js";
import { answersOfTerm, pointsOfTerm } from "../witness/answers-of-term.js";
import { verdictDistance } from "../witness/distances.js";
import { type Goal, searchAnswers, shrinkAnswers } from "../witness/search-answers.js";
import { answersCount, everyAnswers } from "./every-answers.js";
import { differingClass, differingVerdict } from "./exact-difference.js";
import type { Mutant } from "./mutants.js";

/** Answers on which a pack and a mutant differ, and in what respect. */
export interface Difference {
  readonly answers: Answers;
  readonly by: "verdict" | "placement" | "firing";
  readonly before: Verdict;
  readonly after: Verdict;
}

type Respect = Difference["by"];

/** With more ways of answering than this, not all of them are tried. */
const exhaustible = 20_000;

/**
 * Looks for minimal answers on which a pack and a mutant differ: in the verdict if possible, else in a placement, else
 * in what fires. `same` is proved: there are none.
 */
export function tellApart(pack: CompiledPack, mutant: Mutant): Difference | "same" | "unknown" {
  return answersCount(pack.source.questions) <= exhaustible
    ? (tellApartByAll(pack, mutant) ?? "same")
    : tellApartBySearch(pack, mutant);
}

function tellApartByAll(pack: CompiledPack, mutant: Mutant): Difference | null {
  for (const by of ["verdict", "placement", "firing"] as const) {
    for (const answers of everyAnswers(pack.source.questions)) {
      if (differs(pack, mutant.pack, answers, by)) return differenceOn(pack, mutant.pack, answers, by);
    }
  }
  return null;
}

/** Exported for a test that compares it with trying all answers. */
export function tellApartBySearch(pack: CompiledPack, mutant: Mutant): Difference | "same" | "unknown" {
  const starts = startsOf(pack, mutant);
  const near = searched(pack, starts, verdictGoal(pack, mutant.pack));
  if (near !== null) return differenceOn(pack, mutant.pack, near, "verdict");
  const exact = differingVerdict(pack, pack.rules, mutant.pack.rules);
  if (exact.kind === "shown") return differenceOn(pack, mutant.pack, exact.witness, "verdict");
  const moved = movedState(pack, mutant, starts);
  if (moved.kind === "shown") return differenceOn(pack, mutant.pack, moved.witness, "placement");
  const [firing] = mutant.kind === "points" ? [] : starts;
  if (firing !== undefined) return differenceOn(pack, mutant.pack, firing, "firing");
  // Another condition fires on other answers, even if the few that are tried do not show it.
  const isProved = mutant.kind !== "condition" && exact.kind === "excluded" && moved.kind === "excluded";
  return isProved ? "same" : "unknown";
}

const mostStarts = 4;
const attempts = 8;

function searched(pack: CompiledPack, starts: readonly Answers[], goal: Goal): Answers | null {
  for (const start of starts.slice(0, mostStarts)) {
    const found = searchAnswers(pack, start, goal, { fixed: new Set(start.keys()), starts: attempts });
    if (found !== null) return found;
  }
  return null;
}

/** Answers on which the placement of a concern differs: a nearby example first, then an exact search. */
function movedState(pack: CompiledPack, mutant: Mutant, starts: readonly Answers[]): Finding<Answers> {
  const near = searched(pack, starts, placementGoal(pack, mutant));
  if (near !== null) return { kind: "shown", witness: near };
  const found = differingClass(pack, pack.rules, mutant.pack.rules);
  // While the verdict is undecided nothing is placed, so another class need not show.
  if (found.kind === "shown" && !differs(pack, mutant.pack, found.witness, "placement"))
    return { kind: "unknown", questions: [] };
  return found;
}

/** Answers on which the changed rule fires; for a changed condition, on which it fires in only one of the packs. */
function startsOf(pack: CompiledPack, { kind, entry, pack: mutated }: Mutant): readonly Answers[] {
  const terms = [pack, mutated].flatMap((each) => conditionOf(each, entry));
  const points = terms.flatMap(pointsOfTerm).map(answersOfTerm);
  return kind === "points" ? points : points.filter((point) => differs(pack, mutated, point, "firing"));
}

function conditionOf({ rules }: CompiledPack, id: string): CompiledCondition {
  return rules.find(({ entry }) => entry.id === id)?.condition ?? [];
}

/** How far the nearer of the two is from another verdict; farther if the sums do not differ at all. */
function verdictGoal(pack: CompiledPack, mutated: CompiledPack): Goal {
  return ({ possible }) => {
    const [before, after] = [score(pack, possible), score(mutated, possible)];
    if (before.verdict !== after.verdict) return 0;
    return 1 + Math.min(toAnother(before), toAnother(after)) + (sameSums(before, after) ? farStep : 0);
  };
}

const farStep = 20;

function toAnother(found: Score): number {
  const others = verdicts.filter((verdict) => verdict !== found.verdict);
  return Math.min(...others.map((verdict) => verdictDistance(found, verdict)));
}

function sameSums(before: Score, after: Score): boolean {
  return JSON.stringify(before.concerns) === JSON.stringify(after.concerns);
}

/**
 * How far the changed rule's concern is from equal points, where its class changes; farther while it is bound with the
 * conversation, which its own points do not change.
 */
function placementGoal(pack: CompiledPack, { entry, pack: mutated }: Mutant): Goal {
  const rule = pack.rules.find((each) => each.entry.id === entry)?.entry;
  return (profile) => {
    if (placesDiffer(pack, mutated, profile)) return 0;
    if (rule === undefined) return farStep;
    const { need, place, class: found } = score(pack, profile.possible).concerns[rule.concern];
    const { for: on, against } = rule.kind === "place" ? place : need;
    const follows = rule.concern !== "interaction" && found === "bound";
    return 1 + Math.abs(on - against) + (follows ? farStep : 0);
  };
}

function placesDiffer(pack: CompiledPack, mutated: CompiledPack, profile: Profile): boolean {
  const [before, after] = [runOn(pack, profile).placed, runOn(mutated, profile).placed];
  return concerns.some((concern) => before?.placements[concern].id !== after?.placements[concern].id);
}

/** Whether a pack and a mutant differ on these answers in this respect. */
export function differs(pack: CompiledPack, mutated: CompiledPack, answers: Answers, by: Respect): boolean {
  const profile = profileOf(pack, answers);
  switch (by) {
    case "verdict":
      return score(pack, profile.possible).verdict !== score(mutated, profile.possible).verdict;
    case "placement":
      return placesDiffer(pack, mutated, profile);
    case "firing": {
      const [before, after] = [runOn(pack, profile).fired, runOn(mutated, profile).fired];
      return before.size !== after.size || [...before].some((id) => !after.has(id));
    }
    default:
      return by satisfies never;
  }
}

function differenceOn(pack: CompiledPack, mutated: CompiledPack, found: Answers, by: Respect): Difference {
  const answers = shrinkAnswers(found, (fewer) => differs(pack, mutated, fewer, by));
  const { possible } = profileOf(pack, answers);
  const [before, after] = [score(pack, possible).verdict, score(mutated, possible).verdict];
  return { answers, by, before, after };
}

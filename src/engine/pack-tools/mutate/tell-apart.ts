import type { Answers } from "../../model/answers.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { profileOf } from "../../score/fill-implied.js";
import { type Evaluation, evaluate, score } from "../../score/score.js";
import { runOn } from "../cases/run-case.js";
import { answersOfTerm, pointsOfTerm } from "../witness/answers-of-term.js";
import { verdictDistance } from "../witness/distances.js";
import { type Goal, searchAnswers, shrinkAnswers } from "../witness/search-answers.js";
import { answersCount, everyAnswers } from "./every-answers.js";
import type { Mutant } from "./mutants.js";

/** Answers on which a pack and a mutant of it differ, and in what respect. */
export interface Difference {
  readonly answers: Answers;
  readonly by: "verdict" | "placement" | "firing";
  readonly before: Verdict;
  readonly after: Verdict;
}

type Respect = Difference["by"];

/** With more ways of answering than this, not all of them are tried. */
const exhaustible = 20_000;

/** Whether not finding a difference proves that there is none. */
export function isExhaustible(pack: CompiledPack): boolean {
  return answersCount(pack.source.questions) <= exhaustible;
}

/**
 * Looks for minimal answers on which a pack and a mutant differ: in the verdict if possible, else in where state is
 * placed, else in what fires. Null means that none were found; if `isExhaustible`, that there are none.
 */
export function tellApart(pack: CompiledPack, mutant: Mutant): Difference | null {
  return isExhaustible(pack) ? tellApartByAll(pack, mutant) : tellApartBySearch(pack, mutant);
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
export function tellApartBySearch(pack: CompiledPack, mutant: Mutant): Difference | null {
  const starts = startsOf(pack, mutant);
  const goals: readonly { readonly by: Respect; readonly goal: Goal }[] = [
    { by: "verdict", goal: verdictGoal(pack, mutant.pack) },
    ...(mutant.kind === "weight" ? [{ by: "placement", goal: placementGoal(pack, mutant) } as const] : []),
  ];
  for (const { by, goal } of goals) {
    for (const start of starts.slice(0, mostStarts)) {
      const attempts = mutant.kind === "threshold" ? 40 : 8;
      const found = searchAnswers(pack, start, goal, { fixed: new Set(start.keys()), starts: attempts });
      if (found !== null) return differenceOn(pack, mutant.pack, found, by);
    }
  }
  const [firing] = mutant.kind === "condition" ? starts : [];
  return firing === undefined ? null : differenceOn(pack, mutant.pack, firing, "firing");
}

const mostStarts = 4;

/** Answers on which the changed entry fires; for a changed condition, on which it fires in only one of the packs. */
function startsOf(pack: CompiledPack, { kind, entry, pack: mutated }: Mutant): readonly Answers[] {
  if (kind === "threshold") return [new Map()];
  const terms = [pack, mutated].flatMap((each) => conditionOfEntry(each, entry));
  const points = terms.flatMap(pointsOfTerm).map(answersOfTerm);
  return kind === "weight" ? points : points.filter((point) => differs(pack, mutated, point, "firing"));
}

function conditionOfEntry({ rules, vetoes }: CompiledPack, id: string): CompiledCondition {
  return [...rules, ...vetoes].filter(({ entry }) => entry.id === id).flatMap(({ condition }) => condition);
}

/** How far the nearer of the two is from another verdict; farther if the scores do not differ at all. */
function verdictGoal(pack: CompiledPack, mutated: CompiledPack): Goal {
  return ({ possible }) => {
    const [before, after] = [evaluate(pack, possible), evaluate(mutated, possible)];
    if (before.verdict !== after.verdict) return 0;
    const same =
      before.live === after.live && before.kept === after.kept && before.stateless === after.stateless;
    return 1 + Math.min(toAnother(pack, before), toAnother(mutated, after)) + (same ? farStep : 0);
  };
}

const farStep = 20;

function toAnother({ forms }: CompiledPack, found: Evaluation): number {
  const others = verdicts.filter((verdict) => verdict !== found.verdict);
  return Math.min(...others.map((verdict) => verdictDistance(forms, found, verdict)));
}

/** Placements depend on which kind of state leads in a concern: how far it is from a tie. */
function placementGoal(pack: CompiledPack, { entry, pack: mutated }: Mutant): Goal {
  const concern = pack.rules.find(({ entry: rule }) => rule.id === entry)?.entry.concern;
  return ({ possible }) => {
    if (placesDiffer(pack, mutated, possible)) return 0;
    const scores = concern === undefined ? undefined : score(pack, possible).concerns.get(concern);
    return 1 + (scores === undefined ? farStep : Math.abs(scores.live - scores.kept));
  };
}

function placesDiffer(pack: CompiledPack, mutated: CompiledPack, possible: readonly number[]): boolean {
  const [before, after] = [runOn(pack, possible).placed, runOn(mutated, possible).placed];
  return [...before].some(([concern, { place }]) => after.get(concern)?.place !== place);
}

/** Whether a pack and a mutant differ on these answers in this respect. */
export function differs(pack: CompiledPack, mutated: CompiledPack, answers: Answers, by: Respect): boolean {
  const { possible } = profileOf(pack, answers);
  switch (by) {
    case "verdict":
      return evaluate(pack, possible).verdict !== evaluate(mutated, possible).verdict;
    case "placement":
      return placesDiffer(pack, mutated, possible);
    case "firing": {
      const [before, after] = [runOn(pack, possible).fired, runOn(mutated, possible).fired];
      return before.size !== after.size || [...before].some((id) => !after.has(id));
    }
    default:
      return by satisfies never;
  }
}

function differenceOn(pack: CompiledPack, mutated: CompiledPack, found: Answers, by: Respect): Difference {
  const answers = shrinkAnswers(found, (fewer) => differs(pack, mutated, fewer, by));
  const { possible } = profileOf(pack, answers);
  const [before, after] = [evaluate(pack, possible).verdict, evaluate(mutated, possible).verdict];
  return { answers, by, before, after };
}

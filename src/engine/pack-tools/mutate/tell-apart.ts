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
import type { Mutant } from "./mutant.js";

/** Answers on which a pack and a mutant of it differ, and in what. */
export interface Difference {
  readonly answers: Answers;
  readonly by: "verdict" | "placement" | "firing";
  readonly before: Verdict;
  readonly after: Verdict;
}

type Means = Difference["by"];

/** With more ways of answering than this, not all of them are gone through. */
const exhaustible = 20_000;

/** Whether not finding a difference proves that there is none. */
export function isExhaustible(pack: CompiledPack): boolean {
  return answersCount(pack.source.questions) <= exhaustible;
}

/**
 * Looks for answers that tell a pack and a mutant apart: by the verdict if it can be, else by where state is placed, else
 * by what fires. No answer of them can be left out. Null means that none were found; that there are none only where
 * `isExhaustible`.
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

/** Exported for a test that holds it against going through all answers. */
export function tellApartBySearch(pack: CompiledPack, mutant: Mutant): Difference | null {
  const starts = startsOf(pack, mutant);
  const goals: readonly { readonly by: Means; readonly goal: Goal }[] = [
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

/** Answers on which the changed entry fires; of a condition, on which it fires in one pack and not in the other. */
function startsOf(pack: CompiledPack, { kind, entry, pack: mutated }: Mutant): readonly Answers[] {
  if (kind === "threshold") return [new Map()];
  const terms = [pack, mutated].flatMap((each) => conditionOfEntry(each, entry));
  const points = terms.flatMap(pointsOfTerm).map(answersOfTerm);
  return kind === "weight" ? points : points.filter((point) => differs(pack, mutated, point, "firing"));
}

function conditionOfEntry(pack: CompiledPack, entry: string): CompiledCondition {
  const rule = pack.rules.find((each) => each.entry.id === entry);
  const veto = pack.vetoes.find((each) => each.entry.id === entry);
  return (rule ?? veto)?.condition ?? [];
}

/** The nearer one of the two is to another verdict, the nearer they are to differing; where nothing differs yet, far. */
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

/** Placements hang on which kind of state leads in a concern: the nearer to a tie, the nearer to differing. */
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

/** Whether a pack and a mutant differ on answers in this respect. */
export function differs(pack: CompiledPack, mutated: CompiledPack, answers: Answers, by: Means): boolean {
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

function differenceOn(pack: CompiledPack, mutated: CompiledPack, found: Answers, by: Means): Difference {
  const answers = shrinkAnswers(found, (fewer) => differs(pack, mutated, fewer, by));
  const { possible } = profileOf(pack, answers);
  const [before, after] = [evaluate(pack, possible).verdict, evaluate(mutated, possible).verdict];
  return { answers, by, before, after };
}

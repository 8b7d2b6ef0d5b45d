import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Verdict } from "../../model/verdict.js";
import { type Run, run } from "../cases/run-case.js";
import { type PackChange, packChanges } from "./pack-changes.js";
import { type ChangeWitness, changeWitnesses, sameQuestions, withChange } from "./with-change.js";

/** Answers to replay, and their name: a file and surface, a case or real system, or the change that they reveal. */
export interface Recorded {
  readonly kind: "file" | "case" | "system" | "witness";
  readonly name: string;
  readonly answers: Answers;
}

/** Recorded answers whose verdict differs in the new version, and the changes that cause it. */
export interface VerdictMove {
  readonly recorded: Recorded;
  readonly before: Verdict;
  readonly after: Verdict;
  /**
   * The decisive changes: those that alone would move the verdict, or without which it would not move. If there are
   * none, or the versions differ in their questions: every threshold, and the rules and vetoes that fire in either.
   */
  readonly by: readonly PackChange[];
}

export interface PackDiff {
  readonly before: CompiledPack;
  readonly after: CompiledPack;
  readonly changes: readonly PackChange[];
  readonly witnesses: readonly ChangeWitness[];
  readonly replayed: number;
  readonly moves: readonly VerdictMove[];
}

/**
 * Replays recorded answers, and a witness for each change, under two versions of a pack. Answers recorded several times
 * are replayed once, under their first name. Questions and options that a version does not have are ignored there.
 */
export function diffPacks(
  before: CompiledPack,
  after: CompiledPack,
  recorded: readonly Recorded[],
): PackDiff {
  const changes = packChanges(before.source, after.source);
  const witnesses = changeWitnesses(before, after, changes);
  const all = distinct([
    ...recorded,
    ...witnesses.map(({ change, answers }): Recorded => ({ kind: "witness", name: change.id, answers })),
  ]);
  const exchangeable = sameQuestions(before, after);
  const moves = all.flatMap((each): readonly VerdictMove[] => {
    const old = run(before, knownAnswers(before, each.answers));
    const now = run(after, knownAnswers(after, each.answers));
    if (old.score.verdict === now.score.verdict) return [];
    const verdictOf = (pack: CompiledPack): Verdict => run(pack, each.answers).score.verdict;
    const decisive = changes.filter(
      (change) =>
        exchangeable &&
        (verdictOf(withChange(before, after, change).pack) !== old.score.verdict ||
          verdictOf(withChange(after, before, change).pack) !== now.score.verdict),
    );
    const by = decisive.length > 0 ? decisive : changes.filter((change) => mayCause(change, old, now));
    return [{ recorded: each, before: old.score.verdict, after: now.score.verdict, by }];
  });
  return { before, after, changes, witnesses, replayed: all.length, moves };
}

function mayCause({ kind, id }: PackChange, old: Run, now: Run): boolean {
  return kind === "threshold" || old.fired.has(id) || now.fired.has(id);
}

/** The first of each set of equal answers, notes and "not sure yet" aside. */
function distinct(recorded: readonly Recorded[]): readonly Recorded[] {
  const first = new Map<string, Recorded>();
  for (const each of recorded) {
    const chosen = [...each.answers].flatMap(([question, answer]) =>
      answer.kind === "chosen" ? [`${question}=${[...answer.options].sort().join()}`] : [],
    );
    const key = chosen.sort().join(" ");
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

/** The answers without questions and options that the pack does not have. */
function knownAnswers({ questionsById }: CompiledPack, answers: Answers): Answers {
  return new Map(
    [...answers].flatMap(([id, answer]) => {
      const question = questionsById.get(id);
      if (question === undefined || answer.kind === "unsure") return [];
      const options = answer.options.filter((option) => question.options.some((each) => each.id === option));
      return options.length === 0 ? [] : [[id, { ...answer, options }] as const];
    }),
  );
}

import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Verdict } from "../../model/verdict.js";
import { type Run, run } from "../cases/run-case.js";
import { type ChangeWitness, changeWitnesses } from "./change-witnesses.js";
import { type PackChange, packChanges } from "./pack-changes.js";
import { sameQuestions } from "./same-questions.js";
import { withChange } from "./with-change.js";

/** Answers to replay, and what they are called: a file and surface, a case, or the change that they bring out. */
export interface Recorded {
  readonly kind: "file" | "case" | "system" | "witness";
  readonly name: string;
  readonly answers: Answers;
}

/** Recorded answers that come to another verdict under the new pack, and what of the change did it. */
export interface Move {
  readonly recorded: Recorded;
  readonly before: Verdict;
  readonly after: Verdict;
  /**
   * The changes that move it: those that alone would, or without which it would not move; where there is none such, and
   * where the versions do not ask the same, those that fire in either, and every threshold.
   */
  readonly by: readonly PackChange[];
}

export interface PackDiff {
  readonly before: CompiledPack;
  readonly after: CompiledPack;
  readonly changes: readonly PackChange[];
  readonly witnesses: readonly ChangeWitness[];
  readonly replayed: number;
  readonly moves: readonly Move[];
}

/**
 * Replays recorded answers, and a witness for each change, under two versions of a pack. Of the same answers recorded
 * several times only the first are replayed. Answers to questions or with options that a version does not have count
 * as not given there.
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
  const decides = (change: PackChange, answers: Answers, old: Run, now: Run): boolean =>
    run(withChange(before, after, change).pack, answers).score.verdict !== old.score.verdict ||
    run(withChange(after, before, change).pack, answers).score.verdict !== now.score.verdict;
  const moves = all.flatMap((each): readonly Move[] => {
    const [old, now] = [before, after].map((pack) => run(pack, known(pack, each.answers)));
    if (old === undefined || now === undefined || old.score.verdict === now.score.verdict) return [];
    const decisive = exchangeable ? changes.filter((change) => decides(change, each.answers, old, now)) : [];
    const by = decisive.length > 0 ? decisive : changes.filter((change) => bears(change, old, now));
    return [{ recorded: each, before: old.score.verdict, after: now.score.verdict, by }];
  });
  return { before, after, changes, witnesses, replayed: all.length, moves };
}

function bears({ kind, id }: PackChange, old: Run, now: Run): boolean {
  return kind === "threshold" || old.fired.has(id) || now.fired.has(id);
}

function distinct(recorded: readonly Recorded[]): readonly Recorded[] {
  const seen = new Set<string>();
  return recorded.filter(({ answers }) => {
    const meaning = [...answers].flatMap(([question, answer]) =>
      answer.kind === "chosen" ? [`${question}=${[...answer.options].sort().join()}`] : [],
    );
    const key = meaning.sort().join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The answers that a pack knows; options of several that it does not know are left out. */
function known({ source: { questions } }: CompiledPack, answers: Answers): Answers {
  return new Map(
    [...answers].flatMap(([id, answer]) => {
      const question = questions.find((candidate) => candidate.id === id);
      if (question === undefined || answer.kind === "unsure") return [];
      const options = answer.options.filter((option) => question.options.some((each) => each.id === option));
      return options.length === 0 ? [] : [[id, { ...answer, options }] as const];
    }),
  );
}

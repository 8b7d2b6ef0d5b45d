import type { Answers } from "../../model/answers.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import { type Concern, concerns, type Place, type Verdict } from "../../model/verdict.js";
import { type Run, run } from "../cases/run-case.js";
import { differingVerdict } from "../mutate/exact-difference.js";
import { shrinkAnswers } from "../witness/search-answers.js";
import { alignedRules } from "./aligned-rules.js";
import { type PackChange, packChanges } from "./pack-changes.js";
import { distinct, knownAnswers, type Recorded } from "./recorded-answers.js";
import { type ChangeWitness, changeWitnesses, sameQuestions, withRule } from "./with-change.js";

/** Recorded answers whose verdict differs in the new version, and the changes that cause it. */
export interface VerdictMove {
  readonly recorded: Recorded;
  readonly before: Verdict;
  readonly after: Verdict;
  /**
   * The decisive changes: those of rules that alone would move the verdict, or without which it would not move. If
   * there are none, or the versions differ in their questions: the changed rules that fire in either.
   */
  readonly by: readonly PackChange[];
}

/** Recorded answers whose verdict stays, but the state of some concern is placed by another entry. */
export interface PlaceMove {
  readonly recorded: Recorded;
  readonly concern: Concern;
  readonly before: PlacedBy;
  readonly after: PlacedBy;
}

/** A place, and the id of the placement that chose it. */
export interface PlacedBy {
  readonly placement: string;
  readonly place: Place;
}

/**
 * Whether other answers than the replayed ones can have another verdict; null: the versions differ in their questions.
 */
export type Certainty = "moves" | "nothing-moves" | "unknown" | null;

export interface PackDiff {
  readonly before: CompiledPack;
  readonly after: CompiledPack;
  readonly changes: readonly PackChange[];
  readonly witnesses: readonly ChangeWitness[];
  readonly replayed: number;
  readonly moves: readonly VerdictMove[];
  readonly placeMoves: readonly PlaceMove[];
  /** `nothing-moves` is proved for all answers, complete or not. */
  readonly certainty: Certainty;
}

/**
 * Replays recorded answers, and a witness for each change, under two versions of a pack. Answers recorded several times
 * are replayed once, under their first name. Questions and options that a version does not have are ignored there. If
 * no verdict moves, the whole space of answers is searched for one that does.
 */
export function diffPacks(
  before: CompiledPack,
  after: CompiledPack,
  recorded: readonly Recorded[],
): PackDiff {
  const changes = packChanges(before.source, after.source);
  const witnesses = changeWitnesses(before, after, changes);
  const replayed = distinct([
    ...recorded,
    ...witnesses.map(({ change, answers }): Recorded => ({ kind: "witness", name: change.id, answers })),
  ]);
  const comparison = new Comparison(before, after, changes);
  const moves = replayed.flatMap((each) => comparison.verdictMove(each));
  const searched = moves.length > 0 ? null : comparison.search();
  const found = searched?.answers ?? null;
  const last: readonly Recorded[] =
    found === null ? [] : [{ kind: "witness", name: "all-changes", answers: found }];
  const all = [...replayed, ...last];
  return {
    before,
    after,
    changes,
    witnesses,
    replayed: all.length,
    moves: [...moves, ...last.flatMap((each) => comparison.verdictMove(each))],
    placeMoves: all.flatMap((each) => comparison.placeMoves(each)),
    certainty: moves.length > 0 ? "moves" : (searched?.certainty ?? null),
  };
}

/** Two versions of a pack on the same answers. */
class Comparison {
  readonly #before: CompiledPack;
  readonly #after: CompiledPack;
  readonly #changedRules: readonly PackChange[];
  readonly #exchangeable: boolean;

  constructor(before: CompiledPack, after: CompiledPack, changes: readonly PackChange[]) {
    this.#before = before;
    this.#after = after;
    this.#changedRules = changes.filter(({ kind }) => kind === "rule");
    this.#exchangeable = sameQuestions(before, after);
  }

  verdictMove(recorded: Recorded): readonly VerdictMove[] {
    const [old, now] = this.#runs(recorded.answers);
    const [before, after] = [old.score.verdict, now.score.verdict];
    if (before === after) return [];
    const verdictOf = (pack: CompiledPack): Verdict => runOf(pack, recorded.answers).score.verdict;
    const decisive = this.#changedRules.filter(
      (change) =>
        this.#exchangeable &&
        (verdictOf(withRule(this.#before, this.#after, change).pack) !== before ||
          verdictOf(withRule(this.#after, this.#before, change).pack) !== after),
    );
    const firing = this.#changedRules.filter(({ id }) => old.fired.has(id) || now.fired.has(id));
    return [{ recorded, before, after, by: decisive.length > 0 ? decisive : firing }];
  }

  placeMoves(recorded: Recorded): readonly PlaceMove[] {
    const [old, now] = this.#runs(recorded.answers);
    const [placed, moved] = [old.placed?.placements, now.placed?.placements];
    if (old.score.verdict !== now.score.verdict || placed === undefined || moved === undefined) return [];
    return concerns.flatMap((concern): readonly PlaceMove[] => {
      const [first, second] = [placed[concern], moved[concern]];
      if (first.id === second.id && first.place === second.place) return [];
      const before = { placement: first.id, place: first.place };
      return [{ recorded, concern, before, after: { placement: second.id, place: second.place } }];
    });
  }

  /** Looks for answers with another verdict in the whole space; null if the versions differ in their questions. */
  search(): { readonly certainty: Certainty; readonly answers: Answers | null } | null {
    if (!this.#exchangeable) return null;
    const found = differingVerdict(this.#before, this.#before.rules, alignedRules(this.#before, this.#after));
    if (found.kind === "unknown") return { certainty: "unknown", answers: null };
    if (found.kind === "excluded") return { certainty: "nothing-moves", answers: null };
    const moves = (answers: Answers): boolean => {
      const [old, now] = this.#runs(answers);
      return old.score.verdict !== now.score.verdict;
    };
    return { certainty: "moves", answers: shrinkAnswers(found.witness, moves) };
  }

  #runs(answers: Answers): readonly [Run, Run] {
    return [runOf(this.#before, answers), runOf(this.#after, answers)];
  }
}

function runOf(pack: CompiledPack, answers: Answers): Run {
  return run(pack, knownAnswers(pack, answers));
}

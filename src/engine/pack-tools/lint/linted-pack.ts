import type { Location } from "../../diagnostics/problem.js";
import type { Answers } from "../../model/answers.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Condition } from "../../model/condition.js";
import type { RawPack } from "../../pack-file/raw-pack.js";
import type { Path } from "../../parse/parsed-document.js";
import { answersOfTerm } from "../witness/answers-of-term.js";
import type { LintDetail, LintFinding, LintSeverity } from "./finding.js";

/** Finds where a part of an entry is written. Ids are unique over all sections, so an id is enough. */
export type Locate = (id: string, path: Path, part?: "key" | "value") => Location | null;

/** A pack that loads, and the places of its entries. */
export interface LintedPack {
  readonly compiled: CompiledPack;
  readonly locate: Locate;
}

/** Everything that one kind of check finds in a pack. */
export type LintCheck = (linted: LintedPack) => readonly LintFinding[];

/** The locator of a merged pack. */
export function locatorOf(raw: RawPack): Locate {
  const entries = new Map([...raw.entries.values()].flat().map((entry) => [entry.id, entry]));
  return (id, path, part = "value") => entries.get(id)?.locate(path, part) ?? null;
}

/** A part of an entry, its key or its value. */
interface Part {
  readonly id: string;
  readonly path: Path;
  readonly part?: "key" | "value";
}

/** A finding at a part of an entry, or at the entry's own key if `path` is empty. */
export function findingAt(
  { compiled, locate }: LintedPack,
  { id, path, part = path.length === 0 ? "key" : "value" }: Part,
  severity: LintSeverity,
  detail: LintDetail,
  witness: Answers | null = null,
): LintFinding {
  const at = locate(id, path, part);
  return { severity, file: at?.file ?? compiled.source.name, at, witness, ...detail };
}

/** A condition of an entry, and where it is written in it. */
export interface PlacedCondition {
  readonly id: string;
  readonly path: Path;
  readonly when: Condition;
  readonly condition: CompiledCondition;
}

/** Every condition of a pack: of rules, placements, second homes, clashes, tradeoffs, guidance and implications. */
export function conditionsOf(pack: CompiledPack): readonly PlacedCondition[] {
  const path = ["when"];
  const entries = [
    ...pack.rules,
    ...pack.placements,
    ...pack.backings,
    ...pack.clashes,
    ...pack.tradeoffs,
    ...pack.guidance,
  ];
  return [
    ...entries.flatMap(({ entry: { id, when }, condition }) =>
      when === null || condition === null ? [] : [{ id, path, when, condition }],
    ),
    ...pack.questions.flatMap(({ id, implied }) =>
      implied.map(({ when, condition }, index) => ({
        id,
        path: ["implied", index, "when"],
        when,
        condition,
      })),
    ),
  ];
}

/** Answers on which a condition holds; null if it has no terms and never does. */
export function witnessOf([term]: CompiledCondition): Answers | null {
  return term === undefined ? null : answersOfTerm(term);
}

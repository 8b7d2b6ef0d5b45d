import type { Location } from "../../diagnostics/problem.js";
import type { Answers } from "../../model/answers.js";
import type { CompiledCondition } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Condition } from "../../model/condition.js";
import type { RawPack } from "../../pack-file/raw-pack.js";
import type { Path } from "../../parse/parsed-document.js";
import type { FindingDetail, FindingSeverity, LintFinding } from "./finding.js";

/** Where a part of an entry is written. Ids are unique over all sections, so an id alone finds it. */
export type Locate = (id: string, path: Path, part?: "key" | "value") => Location | null;

/** A pack that loads, and where its entries are written. */
export interface LintedPack {
  readonly compiled: CompiledPack;
  readonly locate: Locate;
}

/** One kind of check: everything that it finds in a pack. */
export type Check = (linted: LintedPack) => readonly LintFinding[];

/** The locator of a merged pack. */
export function locatorOf(raw: RawPack): Locate {
  const entries = new Map([...raw.entries.values()].flat().map((entry) => [entry.id, entry]));
  return (id, path, part = "value") => entries.get(id)?.locate(path, part) ?? null;
}

/** A finding at a part of an entry; at the entry's own key where `path` is empty. */
export function findingAt(
  { compiled, locate }: LintedPack,
  place: { readonly id: string; readonly path: Path; readonly part?: "key" | "value" },
  severity: FindingSeverity,
  detail: FindingDetail,
  witness: Answers | null = null,
): LintFinding {
  const at = locate(place.id, place.path, place.part ?? (place.path.length === 0 ? "key" : "value"));
  return { severity, file: at?.file ?? compiled.source.name, at, witness, ...detail };
}

/** A condition of an entry, and where it is written in it. */
export interface PlacedCondition {
  readonly id: string;
  readonly path: Path;
  readonly when: Condition;
  readonly compiled: CompiledCondition;
}

/** Every condition of a pack: of rules and vetoes, of what is shown or placed under one, and of implications. */
export function conditionsOf(pack: CompiledPack): readonly PlacedCondition[] {
  const path = ["when"];
  const shown = [...pack.placements, ...pack.tradeoffs, ...pack.guidance];
  return [
    ...[...pack.rules, ...pack.vetoes].map(({ entry: { id, when }, condition }) => ({
      id,
      path,
      when,
      compiled: condition,
    })),
    ...shown.flatMap(({ entry: { id, when }, condition }) =>
      when === null || condition === null ? [] : [{ id, path, when, compiled: condition }],
    ),
    ...pack.questions.flatMap(({ id, implied }) =>
      implied.map(({ when, condition }, index) => ({
        id,
        path: ["implied", index, "when"],
        when,
        compiled: condition,
      })),
    ),
  ];
}

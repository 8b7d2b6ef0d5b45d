import { conditionKey } from "../../model/compiled-condition.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Mutant } from "../mutate/mutant.js";
import type { PackChange } from "./pack-changes.js";

/** One version of a pack with a single entry or threshold as the other has it; both must ask the same questions. */
export function withChange(
  before: CompiledPack,
  after: CompiledPack,
  { kind, id, words }: PackChange,
): Mutant {
  const named = { entry: id, change: words };
  switch (kind) {
    case "rule": {
      const rules = exchanged(before.rules, after.rules, (each) => each.entry.id === id);
      const changed = conditionOf(before, id) !== conditionOf(after, id);
      return { ...named, kind: changed ? "condition" : "weight", pack: { ...before, rules } };
    }
    case "veto": {
      const vetoes = exchanged(before.vetoes, after.vetoes, (each) => each.entry.id === id);
      const changed = conditionOf(before, id) !== conditionOf(after, id);
      return { ...named, kind: changed ? "condition" : "weight", pack: { ...before, vetoes } };
    }
    case "threshold": {
      const settings = { ...before.source.settings, ...settingOf(after, id) };
      const forms = { ...before.forms, ...formsOf(after, id) };
      return {
        ...named,
        kind: "threshold",
        pack: { ...before, source: { ...before.source, settings }, forms },
      };
    }
    default:
      return kind satisfies never;
  }
}

function exchanged<Entry>(
  old: readonly Entry[],
  now: readonly Entry[],
  is: (entry: Entry) => boolean,
): readonly Entry[] {
  return [...old.filter((entry) => !is(entry)), ...now.filter(is)];
}

function settingOf({ source: { settings } }: CompiledPack, id: string) {
  const { needBoundaryPercent, boundBoundaryPercent, minimumEvidence } = settings;
  if (id === "need-boundary") return { needBoundaryPercent };
  return id === "bound-boundary" ? { boundBoundaryPercent } : { minimumEvidence };
}

function formsOf({ forms }: CompiledPack, id: string) {
  const { needStateful, needStateless, boundLive, boundKept, minimumEvidence } = forms;
  if (id === "need-boundary") return { needStateful, needStateless };
  return id === "bound-boundary" ? { boundLive, boundKept } : { minimumEvidence };
}

/** A rule or veto by its id. */
export function entryOf(pack: CompiledPack, id: string) {
  return pack.rules.find(({ entry }) => entry.id === id) ?? pack.vetoes.find(({ entry }) => entry.id === id);
}

function conditionOf(pack: CompiledPack, id: string): string | null {
  const entry = entryOf(pack, id);
  return entry === undefined ? null : conditionKey(entry.condition);
}

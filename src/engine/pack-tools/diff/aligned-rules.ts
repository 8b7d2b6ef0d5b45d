import { conditionKey } from "../../model/compiled-condition.js";
import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";

/** The rules of `after`; for each that does the same as one of `before`, that one. */
export function alignedRules(before: CompiledPack, after: CompiledPack): readonly CompiledRule[] {
  const known = new Map(before.rules.map((rule) => [meaningOf(rule), rule]));
  return after.rules.map((rule) => known.get(meaningOf(rule)) ?? rule);
}

function meaningOf({ entry: { id, kind, concern, points }, condition }: CompiledRule): string {
  return [id, kind, concern, points, conditionKey(condition)].join(" ");
}

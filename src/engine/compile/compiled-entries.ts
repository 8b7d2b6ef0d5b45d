import type { CompiledCondition, CompiledRule, Listed } from "../model/compiled-pack.js";
import type { Rule } from "../model/pack.js";

export function compiledRule(rule: Rule, condition: CompiledCondition): CompiledRule {
  return { rule, weight: rule.weight, concern: rule.concern, condition };
}

export function listedById<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Listed<Entry>> {
  return new Map(entries.map((entry) => [entry.id, { entry }]));
}

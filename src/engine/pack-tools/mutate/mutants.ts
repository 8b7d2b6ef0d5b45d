import type { CompiledPack, CompiledRule } from "../../model/compiled-pack.js";
import type { Rule } from "../../model/pack.js";
import { ruleEffect } from "../../report/wording/rule-words.js";

/** A pack with one rule changed: its points, its condition, or the whole rule gone. */
export interface Mutant {
  readonly kind: "points" | "condition" | "removed";
  /** Id of the changed rule. */
  readonly entry: string;
  /** The change in words: "from 2 points for keeping it to 1 point for keeping it". */
  readonly change: string;
  readonly pack: CompiledPack;
}

/** The most points that a rule may have, either way. */
const most = 5;

/** For each rule with points: one point more or less, and the same points the other way. */
export function pointMutants(pack: CompiledPack): readonly Mutant[] {
  return pack.rules.flatMap(({ entry, condition }, index) =>
    neighbours(entry).map((points): Mutant => {
      // Only what speaks for keeping says what would be kept.
      const rule: Rule = { ...entry, points, keeps: points > 0 ? entry.keeps : null };
      return {
        kind: "points",
        entry: entry.id,
        change: `from ${ruleEffect(entry)} to ${ruleEffect(rule)}`,
        pack: { ...pack, rules: pack.rules.with(index, { entry: rule, condition }) },
      };
    }),
  );
}

function neighbours({ points }: Rule): readonly number[] {
  if (points === 0) return [];
  return [points - 1, points + 1, -points].filter((other) => other !== 0 && Math.abs(other) <= most);
}

/** Each rule without points removed. */
export function removalMutants(pack: CompiledPack): readonly Mutant[] {
  const without = (index: number): readonly CompiledRule[] => pack.rules.toSpliced(index, 1);
  return pack.rules.flatMap(({ entry }, index): readonly Mutant[] =>
    entry.points === 0
      ? [
          {
            kind: "removed",
            entry: entry.id,
            change: `left out (${ruleEffect(entry)})`,
            pack: { ...pack, rules: without(index) },
          },
        ]
      : [],
  );
}

import { conditionWords, questionsById } from "../../explain/condition-words.js";
import { ruleEffect, vetoEffect } from "../../explain/mentions.js";
import type { Pack } from "../../model/pack.js";
import { thresholds } from "../mutate/mutants.js";

/** A rule, veto or threshold that differs between two versions of a pack. */
export interface PackChange {
  readonly kind: "rule" | "veto" | "threshold";
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** The change in words; for an added or removed entry, its effect. */
  readonly words: string;
}

/** The effect and condition of an entry in words: everything that affects verdicts and scores. */
type Parts = readonly [effect: string, concern: string, condition: string];

/** All differences between two versions of a pack that affect verdicts; texts and sources do not. */
export function packChanges(before: Pack, after: Pack): readonly PackChange[] {
  return [
    ...entryChanges("rule", rulesOf(before), rulesOf(after)),
    ...entryChanges("veto", vetoesOf(before), vetoesOf(after)),
    ...thresholds.flatMap(({ key, field, shown }): readonly PackChange[] => {
      const [old, now] = [before.settings[field], after.settings[field]];
      if (old === now) return [];
      return [
        { kind: "threshold", id: key, change: "changed", words: `${shown(old)} becomes ${shown(now)}` },
      ];
    }),
  ];
}

function rulesOf({ rules, questions }: Pack): ReadonlyMap<string, Parts> {
  const known = questionsById(questions);
  return new Map(
    rules.map((rule) => [rule.id, [ruleEffect(rule), rule.concern, conditionWords(rule.when, known)]]),
  );
}

function vetoesOf({ vetoes, questions }: Pack): ReadonlyMap<string, Parts> {
  const known = questionsById(questions);
  return new Map(
    vetoes.map((veto) => [veto.id, [vetoEffect(veto), veto.concern, conditionWords(veto.when, known)]]),
  );
}

function entryChanges(
  kind: PackChange["kind"],
  old: ReadonlyMap<string, Parts>,
  now: ReadonlyMap<string, Parts>,
): readonly PackChange[] {
  const whole = ([effect, , condition]: Parts): string => `${effect} when ${condition}`;
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, parts]): PackChange => ({ kind, id, change: "removed", words: whole(parts) }));
  const rest = [...now].flatMap(([id, parts]): readonly PackChange[] => {
    const earlier = old.get(id);
    if (earlier === undefined) return [{ kind, id, change: "added", words: whole(parts) }];
    const differing = parts.flatMap((part, at) =>
      part === earlier[at] ? [] : [`${earlier[at]} becomes ${part}`],
    );
    return differing.length === 0 ? [] : [{ kind, id, change: "changed", words: differing.join("; ") }];
  });
  return [...gone, ...rest];
}

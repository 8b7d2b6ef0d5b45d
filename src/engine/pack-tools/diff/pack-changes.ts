import { conditionWords, questionsById } from "../../explain/condition-words.js";
import { ruleEffect, vetoEffect } from "../../explain/mentions.js";
import type { Pack, Rule, Settings, Veto } from "../../model/pack.js";

/** A rule, veto or threshold that one version of a pack has otherwise than the other. */
export interface PackChange {
  readonly kind: "rule" | "veto" | "threshold";
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** What became of it, in words; of what was added or removed, what it does. */
  readonly words: string;
}

const thresholds: readonly { readonly key: string; readonly of: (settings: Settings) => number }[] = [
  { key: "need-boundary", of: ({ needBoundaryPercent }) => needBoundaryPercent / 100 },
  { key: "bound-boundary", of: ({ boundBoundaryPercent }) => boundBoundaryPercent / 100 },
  { key: "minimum-evidence", of: ({ minimumEvidence }) => minimumEvidence },
];

/** What an entry does and when, in words: all of it that bears on verdicts and scores. */
type Parts = readonly [effect: string, concern: string, condition: string];

/** Everything that bears on verdicts and differs between two versions of a pack; texts and sources do not. */
export function packChanges(before: Pack, after: Pack): readonly PackChange[] {
  const ruleParts = (rule: Rule, { questions }: Pack): Parts => [
    ruleEffect(rule),
    rule.concern,
    conditionWords(rule.when, questionsById(questions)),
  ];
  const vetoParts = (veto: Veto, { questions }: Pack): Parts => [
    vetoEffect(veto),
    veto.concern,
    conditionWords(veto.when, questionsById(questions)),
  ];
  const partsOf = <Entry extends { readonly id: string }>(
    read: (entry: Entry, pack: Pack) => Parts,
    entries: (pack: Pack) => readonly Entry[],
    pack: Pack,
  ) => new Map(entries(pack).map((entry) => [entry.id, read(entry, pack)]));
  const changes = <Entry extends { readonly id: string }>(
    kind: PackChange["kind"],
    entries: (pack: Pack) => readonly Entry[],
    read: (entry: Entry, pack: Pack) => Parts,
  ) => entryChanges(kind, partsOf(read, entries, before), partsOf(read, entries, after));
  return [
    ...changes("rule", ({ rules }) => rules, ruleParts),
    ...changes("veto", ({ vetoes }) => vetoes, vetoParts),
    ...thresholds.flatMap(({ key, of }): readonly PackChange[] => {
      const [old, now] = [of(before.settings), of(after.settings)];
      return old === now
        ? []
        : [{ kind: "threshold", id: key, change: "changed", words: `${old} becomes ${now}` }];
    }),
  ];
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

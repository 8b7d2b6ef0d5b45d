import { conditionWords, type QuestionsById, questionsById } from "../../explain/condition-words.js";
import type { Condition } from "../../model/condition.js";
import type { Pack } from "../../model/pack.js";
import { classesOf, classOfPlace, concerns } from "../../model/verdict.js";
import { ruleEffect } from "../../report/wording/rule-words.js";

/**
 * An entry that differs between two versions of a pack. Questions and rules affect verdicts; placements, their order in
 * the list of a concern and class, and second homes affect places only, clashes neither.
 */
export interface PackChange {
  readonly kind: "question" | "rule" | "placement" | "order" | "backing" | "clash";
  /** Id of the entry; of an order, the list: `interaction/bound`. */
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** The change in words; for an added or removed entry, what it does and when. */
  readonly words: string;
}

/** What an entry does, for which concern, and when, in words; of a question, what answers to it are read as. */
type Parts = readonly string[];

/** All differences between two versions of a pack that affect verdicts, places or clashes; texts and sources do not. */
export function packChanges(before: Pack, after: Pack): readonly PackChange[] {
  return [
    ...entryChanges("question", questionsOf(before), questionsOf(after), ([options]) => String(options)),
    ...entryChanges("rule", rulesOf(before), rulesOf(after)),
    ...entryChanges("placement", placementsOf(before), placementsOf(after)),
    ...orderChanges(before, after),
    ...entryChanges("backing", backingsOf(before), backingsOf(after)),
    ...entryChanges("clash", clashesOf(before), clashesOf(after)),
  ];
}

type Entries = ReadonlyMap<string, Parts>;

function questionsOf({ questions }: Pack): Entries {
  const known = questionsById(questions);
  return new Map(
    questions.map(({ id, several, options, implied, harmless, retired }) => {
      const implications = implied.map(({ answer, when }) => `${answer} ${whenWords(when, known)}`);
      const replaced = retired.map((old) => `${old.id} (${old.replacedBy ?? "open"})`);
      const parts = [
        `${several ? "any" : "one"} of ${options.map((option) => option.id).join(", ")}`,
        implications.length === 0 ? "never implied" : `implied ${implications.join(", or ")}`,
        harmless === null ? "no harmless option" : `harmless option ${harmless}`,
        replaced.length === 0 ? "no retired options" : `retired options ${replaced.join(", ")}`,
      ];
      return [id, parts];
    }),
  );
}

function rulesOf({ rules, questions }: Pack): Entries {
  const known = questionsById(questions);
  return new Map(
    rules.map((rule) => [rule.id, [`${rule.concern}: ${ruleEffect(rule)}`, whenWords(rule.when, known)]]),
  );
}

function placementsOf({ placements, questions }: Pack): Entries {
  const known = questionsById(questions);
  return new Map(
    placements.map(({ id, concern, place, pattern, beside, when }) => {
      const by = pattern === null ? "" : ` by ${pattern}`;
      const companion = beside === null ? "" : ` with ${beside}`;
      return [id, [`${concern}: ${place}${by}${companion}`, whenWords(when, known)]];
    }),
  );
}

function backingsOf({ backings, questions }: Pack): Entries {
  const known = questionsById(questions);
  return new Map(backings.map(({ id, pattern, when }) => [id, [pattern, whenWords(when, known)]]));
}

function clashesOf({ clashes, questions }: Pack): Entries {
  const known = questionsById(questions);
  return new Map(
    clashes.map(({ id, when, reconsider }) => [id, [`reconsider ${reconsider}`, whenWords(when, known)]]),
  );
}

function whenWords(when: Condition | null, questions: QuestionsById): string {
  return when === null ? "always" : `when ${conditionWords(when, questions)}`;
}

/** @param summary what is said of an entry that was added or removed */
function entryChanges(
  kind: PackChange["kind"],
  old: Entries,
  now: Entries,
  summary: (parts: Parts) => string = (parts) => parts.join(" "),
): readonly PackChange[] {
  const gone = [...old]
    .filter(([id]) => !now.has(id))
    .map(([id, parts]): PackChange => ({ kind, id, change: "removed", words: summary(parts) }));
  const rest = [...now].flatMap(([id, parts]): readonly PackChange[] => {
    const earlier = old.get(id);
    if (earlier === undefined) return [{ kind, id, change: "added", words: summary(parts) }];
    const differing = parts.flatMap((part, at) =>
      part === earlier[at] ? [] : [`${earlier[at]} becomes ${part}`],
    );
    return differing.length === 0 ? [] : [{ kind, id, change: "changed", words: differing.join("; ") }];
  });
  return [...gone, ...rest];
}

/** Lists whose common entries come in another order. */
function orderChanges(before: Pack, after: Pack): readonly PackChange[] {
  return concerns.flatMap((concern) =>
    classesOf[concern].flatMap((placeClass): readonly PackChange[] => {
      const list = ({ placements }: Pack): readonly string[] =>
        placements
          .filter((each) => each.concern === concern && classOfPlace[each.place] === placeClass)
          .map(({ id }) => id);
      const [old, now] = [list(before), list(after)];
      const first = old.filter((id) => now.includes(id));
      const second = now.filter((id) => old.includes(id));
      if (first.join() === second.join()) return [];
      const words = `${first.join(", ")} becomes ${second.join(", ")}`;
      return [{ kind: "order", id: `${concern}/${placeClass}`, change: "changed", words }];
    }),
  );
}

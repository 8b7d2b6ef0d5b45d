import { normalFormOrNull } from "../../../compile/normal-form.js";
import { termKey } from "../../../model/compiled-condition.js";
import type { Condition } from "../../../model/condition.js";
import { answersOfTerm, coversAll } from "../../witness/answers-of-term.js";
import type { LintFinding } from "../finding.js";
import {
  type Check,
  conditionsOf,
  findingAt,
  type LintedPack,
  type PlacedCondition,
} from "../linted-pack.js";

/** Alternatives and implications that add nothing to those beside or before them, and rules said twice. */
export const shadowedConditions: Check = (linted) => [
  ...conditionsOf(linted.compiled).flatMap((placed) =>
    alternativesOf(placed.when).flatMap((any) => shadowedAlternatives(linted, placed, any)),
  ),
  ...shadowedImplications(linted),
  ...repeatedRules(linted),
];

type Any = Extract<Condition, { readonly kind: "any" }>;

function alternativesOf(condition: Condition): readonly Any[] {
  switch (condition.kind) {
    case "answer":
      return [];
    case "not":
      return alternativesOf(condition.of);
    case "all":
      return condition.of.flatMap(alternativesOf);
    case "any":
      return [condition, ...condition.of.flatMap(alternativesOf)];
    default:
      return condition satisfies never;
  }
}

/** Later alternatives are looked at first, so that of two that are the same the later one is reported. */
function shadowedAlternatives(
  linted: LintedPack,
  { id, path }: PlacedCondition,
  any: Any,
): readonly LintFinding[] {
  const { compiled } = linted;
  const alternatives = any.of.map((part) => normalFormOrNull(part, compiled.questionsById));
  const dropped = new Set<number>();
  for (const [index, own] of [...alternatives.entries()].reverse()) {
    if (own === null) continue;
    const others = alternatives.flatMap((each, other) =>
      other === index || dropped.has(other) ? [] : (each ?? []),
    );
    const covered = coversAll(compiled, own, others);
    if (alternatives.length > 1 && covered) dropped.add(index);
  }
  return [...dropped]
    .sort((a, b) => a - b)
    .map((index) => {
      const term = alternatives[index]?.[0];
      const witness = term === undefined ? null : answersOfTerm(term);
      const detail = { code: "shadowed-alternative", id, alternative: index + 1 } as const;
      return findingAt(linted, { id, path }, "warning", detail, witness);
    });
}

function shadowedImplications(linted: LintedPack): readonly LintFinding[] {
  const { compiled } = linted;
  return compiled.questions.flatMap(({ id, implied }) =>
    implied.flatMap(({ condition }, index) => {
      const earlier = implied.slice(0, index).flatMap((before) => before.condition);
      const [term] = condition;
      if (term === undefined || !coversAll(compiled, condition, earlier)) return [];
      return [
        findingAt(
          linted,
          { id, path: ["implied", index, "when"] },
          "warning",
          { code: "shadowed-implication", question: id, position: index + 1 },
          answersOfTerm(term),
        ),
      ];
    }),
  );
}

function repeatedRules(linted: LintedPack): readonly LintFinding[] {
  const { compiled } = linted;
  const first = new Map<string, string>();
  return compiled.rules.flatMap(({ entry: rule, condition }) => {
    const alternatives = condition.map(termKey).sort();
    const meaning = JSON.stringify([rule.favours, rule.concern, alternatives]);
    const earlier = first.get(meaning);
    const [term] = condition;
    if (earlier === undefined) first.set(meaning, rule.id);
    if (earlier === undefined || term === undefined) return [];
    const detail = { code: "repeated-rule", id: rule.id, first: earlier } as const;
    return [findingAt(linted, { id: rule.id, path: ["when"] }, "warning", detail, answersOfTerm(term))];
  });
}

import { boxesOfCondition } from "../../../compile/condition-boxes.js";
import type { Condition } from "../../../model/condition.js";
import { boxesOf, conditionOf } from "../../../model/condition-code.js";
import { answersOfBox } from "../../witness/answers-of-box.js";
import { coversAll } from "../../witness/covers-all.js";
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
  const boxes = any.of.map((part) => boxesOfCondition(compiled, part));
  const dropped = new Set<number>();
  for (let index = boxes.length - 1; index >= 0; index -= 1) {
    const own = boxes[index] ?? null;
    if (own === null) continue;
    const others = boxes.flatMap((each, other) =>
      other === index || dropped.has(other) ? [] : (each ?? []),
    );
    const covered = coversAll(compiled, own, conditionOf(others));
    if (boxes.length > 1 && covered) dropped.add(index);
  }
  return [...dropped]
    .sort((a, b) => a - b)
    .map((index) => {
      const box = boxes[index]?.[0];
      const witness = box === undefined ? null : answersOfBox(compiled, box);
      const detail = { code: "shadowed-alternative", id, alternative: index + 1 } as const;
      return findingAt(linted, { id, path }, "warning", detail, witness);
    });
}

function shadowedImplications(linted: LintedPack): readonly LintFinding[] {
  const { compiled } = linted;
  return compiled.questions.flatMap(({ question, implied }) =>
    implied.flatMap(({ condition }, index) => {
      const earlier = implied.slice(0, index).flatMap((before) => boxesOf(before.condition));
      const boxes = boxesOf(condition);
      const [box] = boxes;
      if (box === undefined || !coversAll(compiled, boxes, conditionOf(earlier))) return [];
      return [
        findingAt(
          linted,
          { id: question.id, path: ["implied", index, "when"] },
          "warning",
          { code: "shadowed-implication", question: question.id, position: index + 1 },
          answersOfBox(compiled, box),
        ),
      ];
    }),
  );
}

function repeatedRules(linted: LintedPack): readonly LintFinding[] {
  const { compiled } = linted;
  const first = new Map<string, string>();
  return compiled.rules.flatMap(({ rule, condition }) => {
    const boxes = boxesOf(condition);
    const alternatives = boxes.map((box) => JSON.stringify(box)).sort();
    const meaning = JSON.stringify([rule.favours, rule.concern, alternatives]);
    const earlier = first.get(meaning);
    const [box] = boxes;
    if (earlier === undefined) first.set(meaning, rule.id);
    if (earlier === undefined || box === undefined) return [];
    const detail = { code: "repeated-rule", id: rule.id, first: earlier } as const;
    return [
      findingAt(linted, { id: rule.id, path: ["when"] }, "warning", detail, answersOfBox(compiled, box)),
    ];
  });
}

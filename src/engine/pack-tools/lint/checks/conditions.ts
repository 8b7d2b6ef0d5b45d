import { normalFormOrNull } from "../../../compile/normal-form.js";
import { termKey } from "../../../model/compiled-condition.js";
import type { CompiledPack } from "../../../model/compiled-pack.js";
import type { Condition } from "../../../model/condition.js";
import { coversAll, holdsAlways } from "../../witness/answers-of-term.js";
import type { LintFinding } from "../finding.js";
import {
  conditionsOf,
  findingAt,
  type LintCheck,
  type LintedPack,
  type PlacedCondition,
  witnessOf,
} from "../linted-pack.js";
import { shadowing } from "../shadowing.js";

/** Conditions that never or always hold, redundant alternatives and implications, and repeated rules. */
export const redundantConditions: LintCheck = (linted) => [
  ...conditionsOf(linted.compiled).flatMap((placed) => [
    ...constantCondition(linted, placed),
    ...alternativesOf(placed.when).flatMap((any) => shadowedAlternatives(linted, placed, any)),
  ]),
  ...shadowedImplications(linted),
  ...repeatedRules(linted),
];

function constantCondition(
  linted: LintedPack,
  { id, path, condition }: PlacedCondition,
): readonly LintFinding[] {
  if (condition.length === 0) return [findingAt(linted, { id, path }, "error", { code: "never-holds", id })];
  return holdsAlways(linted.compiled, condition)
    ? [findingAt(linted, { id, path }, "warning", { code: "needless-condition", id }, new Map())]
    : [];
}

type AnyCondition = Extract<Condition, { readonly kind: "any" }>;

function alternativesOf(condition: Condition): readonly AnyCondition[] {
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

/** Checks later alternatives first, so that the later of two equal ones is reported. */
function shadowedAlternatives(
  linted: LintedPack,
  { id, path }: PlacedCondition,
  any: AnyCondition,
): readonly LintFinding[] {
  return shadowedIn(linted.compiled, any.of).map(({ index, part }) => {
    const detail = { code: "shadowed-alternative", id, alternative: index + 1 } as const;
    const normal = normalFormOrNull(part, linted.compiled.questionsById);
    return findingAt(linted, { id, path }, "warning", detail, normal === null ? null : witnessOf(normal));
  });
}

function shadowedIn(
  pack: CompiledPack,
  parts: readonly Condition[],
): readonly { readonly index: number; readonly part: Condition }[] {
  const alternatives = parts.map((part, index) => ({
    index,
    part,
    condition: normalFormOrNull(part, pack.questionsById),
  }));
  if (alternatives.length < 2) return [];
  let left = alternatives;
  for (const each of alternatives.toReversed()) {
    const others = left.filter((other) => other !== each);
    const rest = others.flatMap(({ condition }) => condition ?? []);
    if (each.condition !== null && coversAll(pack, each.condition, rest)) left = others;
  }
  return alternatives.filter((each) => !left.includes(each));
}

function shadowedImplications(linted: LintedPack): readonly LintFinding[] {
  const { compiled } = linted;
  return compiled.questions.flatMap(({ id, implied }) =>
    implied.flatMap(({ condition }, index) => {
      if (shadowing(compiled, condition, implied.slice(0, index)).length === 0) return [];
      const place = { id, path: ["implied", index, "when"] };
      const detail = { code: "shadowed-implication", question: id, position: index + 1 } as const;
      return [findingAt(linted, place, "warning", detail, witnessOf(condition))];
    }),
  );
}

function repeatedRules(linted: LintedPack): readonly LintFinding[] {
  const first = new Map<string, string>();
  return linted.compiled.rules.flatMap(({ entry: { id, kind, concern, points }, condition }) => {
    const meaning = [kind, concern, Math.sign(points), ...condition.map(termKey).sort()].join(" ");
    const earlier = first.get(meaning);
    if (earlier === undefined) first.set(meaning, id);
    if (earlier === undefined || condition.length === 0) return [];
    const detail = { code: "repeated-rule", id, first: earlier } as const;
    return [findingAt(linted, { id, path: ["when"] }, "warning", detail, witnessOf(condition))];
  });
}

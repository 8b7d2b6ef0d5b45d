import fc from "fast-check";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Condition } from "../../src/engine/model/condition.js";
import { givenKinds, type Pack } from "../../src/engine/model/pack.js";
import { barePack, bareQuestion, bareRule, compiled, type Effect } from "./bare-pack.js";

type Parts = Pick<Pack, "rules"> & Partial<Pack>;

/**
 * A question that takes several of these options, `kinds`, and one with one answer, `other`.
 * @param when `other` is implied to be `x`
 */
export function severalPack(
  kinds: readonly string[],
  parts: Parts,
  when: Condition | null = null,
): CompiledPack {
  const { options } = bareQuestion("kinds", kinds);
  const none = { id: "none-of-these", label: "None", help: "", examples: [], none: true };
  const implied = when === null ? [] : [{ when, answer: "x", because: "" }];
  const questions = [
    bareQuestion("kinds", [], { several: true, options: [...options, none] }),
    bareQuestion("other", ["x", "y", "z"], { implied }),
    ...(parts.questions ?? []),
  ];
  return compiled(barePack({ ...parts, questions }));
}

export function is(question: string, option: string): Condition {
  return { kind: "answer", question, options: [option] };
}

/**
 * Such packs with rules, givens and now and then an implication, that tie options to each other and to `other`, and
 * with points against keeping the conversation if `other` is `x`.
 */
export function generatedSeveralPack(kinds: readonly string[]): fc.Arbitrary<CompiledPack> {
  const option = fc.constantFrom(...kinds);
  /** Whether an option is chosen or not, or `other` answered by x or not. */
  const part = fc
    .tuple(
      fc.oneof({ weight: 5, arbitrary: option }, { weight: 1, arbitrary: fc.constant("x") }),
      fc.boolean(),
    )
    .map(([id, chosen]) => ({ id, chosen }));
  const condition = fc
    .record({
      kind: fc.constantFrom("all" as const, "any" as const),
      parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    })
    .map(({ kind, parts }): Condition => ({ kind, of: parts.map(partCondition) }));
  const effect: fc.Arbitrary<Effect> = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }).map((need) => ({ need })) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((points) => ({ need: -points })) },
    { weight: 2, arbitrary: fc.constantFrom(-3, -1, 1, 2).map((place) => ({ place })) },
    {
      weight: 2,
      arbitrary: fc.integer({ min: 1, max: 3 }).map((need) => ({ need, concern: "sync" as const })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...givenKinds).map((given) => ({ given })),
    },
  );
  return fc
    .record({
      rules: fc.array(fc.tuple(condition, effect), { minLength: 2, maxLength: 7 }),
      standing: fc.integer({ min: 1, max: 20 }),
      implying: fc.option(option, { freq: 2 }),
    })
    .map(({ rules, standing, implying }) =>
      severalPack(
        kinds,
        {
          rules: [
            ...rules.map(([when, does], index) => bareRule(`r${index}`, when, does)),
            bareRule("standing", is("other", "x"), { need: -standing }),
          ],
        },
        implying === null ? null : is("kinds", implying),
      ),
    );
}

function partCondition({ id, chosen }: { readonly id: string; readonly chosen: boolean }): Condition {
  const of = is(id === "x" ? "other" : "kinds", id);
  return chosen ? of : { kind: "not", of };
}

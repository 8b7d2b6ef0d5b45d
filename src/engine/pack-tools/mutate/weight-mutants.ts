import { weightWords } from "../../explain/mentions.js";
import type { CompiledPack } from "../../model/compiled-pack.js";
import type { Weight } from "../../model/pack.js";
import type { Mutant } from "./mutant.js";

const least = 1;
const most = 5;

/** For each rule: one point more or less, and one point of the other kind of state, within the 1 to 5 that a rule may have. */
export function weightMutants(pack: CompiledPack): readonly Mutant[] {
  return pack.rules.flatMap(({ entry: rule, condition }, index) =>
    neighbours(rule.weight).map(
      (weight): Mutant => ({
        kind: "weight",
        entry: rule.id,
        change: `weight ${weightWords(rule.weight)} becomes ${weightWords(weight)}`,
        pack: { ...pack, rules: pack.rules.with(index, { entry: { ...rule, weight }, condition }) },
      }),
    ),
  );
}

function neighbours({ live, kept, stateless }: Weight): readonly Weight[] {
  const steps =
    stateless > 0
      ? [-1, 1].map((step) => ({ live, kept, stateless: stateless + step }))
      : [
          ...[-1, 1].map((step) => ({ live: live + step, kept, stateless })),
          ...[-1, 1].map((step) => ({ live, kept: kept + step, stateless })),
          ...[-1, 1].map((step) => ({ live: live + step, kept: kept - step, stateless })),
        ];
  return steps.filter((weight) => {
    const total = weight.live + weight.kept + weight.stateless;
    return weight.live >= 0 && weight.kept >= 0 && total >= least && total <= most;
  });
}

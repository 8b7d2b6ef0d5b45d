import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { answersCount, everyAnswers } from "../../../../src/engine/pack-tools/mutate/every-answers.js";
import type { Mutant } from "../../../../src/engine/pack-tools/mutate/mutants.js";
import { mutantsOf } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import {
  differs,
  tellApart,
  tellApartBySearch,
} from "../../../../src/engine/pack-tools/mutate/tell-apart.js";
import { generatedPack } from "../../generated-pack.js";
import { smallPack } from "../../small-pack.js";
import { tinyPack } from "../../tiny-pack.js";

const pack = smallPack();

/** A mutant in words. */
const named = ({ entry, change }: Mutant): string => `${entry} ${change}`;

/** In what respect some answers distinguish a mutant from the pack, found by trying all answers; null if none do. */
function respectOf(of: CompiledPack, mutant: Mutant, all: readonly Answers[]): string | null {
  const respects = ["verdict", "placement", "firing"] as const;
  return respects.find((by) => all.some((answers) => differs(of, mutant.pack, answers, by))) ?? null;
}

describe("every way of answering", () => {
  it("is gone through once", () => {
    const all = [...everyAnswers(pack.source.questions)].map((answers) =>
      JSON.stringify([...answers].sort()),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(answersCount(pack.source.questions));
    expect(all.length).toBe(4 * 4 * 5 * 3);
  });
});

describe("telling apart", () => {
  it.each([
    ["trying all answers", tellApart],
    ["searching", tellApartBySearch],
  ])("by %s finds in the small pack what some answers show, in the respect that counts most", (_, tell) => {
    const all = [...everyAnswers(pack.source.questions)];
    for (const mutant of mutantsOf(pack)) {
      const found = tell(pack, mutant);
      const by = typeof found === "string" ? found : found.by;
      expect(by, named(mutant)).toBe(respectOf(pack, mutant, all) ?? "same");
    }
  });

  it("by searching calls nothing the same that some answers tell apart, and shows what it finds", () => {
    const packs = generatedPack({ questions: 3, rules: 4 });
    fc.assert(
      fc.property(packs, (generated) => {
        const all = [...everyAnswers(generated.source.questions)];
        for (const mutant of mutantsOf(generated)) {
          const found = tellApartBySearch(generated, mutant);
          if (found === "unknown") continue;
          const by = respectOf(generated, mutant, all);
          if (found === "same") expect(by, named(mutant)).toBeNull();
          else expect(differs(generated, mutant.pack, found.answers, found.by), named(mutant)).toBe(true);
          // The search for another verdict is exact.
          if (by === "verdict") expect(found).toMatchObject({ by });
        }
      }),
      { numRuns: 6 },
    );
  });

  it("by searching does not call another condition the same only because no answers that were tried show it", () => {
    const names = ["a", "b", "c", "d", "e"];
    const most = Object.fromEntries(names.map((name) => [name, ["one", "two", "three", "four"]]));
    const wide = tinyPack({
      questions: Object.fromEntries(names.map((name) => [name, ["one", "two", "three", "four", "five"]])),
      // Nothing can be kept, so that neither a verdict nor a placement depends on these points.
      rules: [[most, { place: -1 }]],
    });
    const fewer = mutantsOf(wide).find(({ change }) => change.includes("a is one of one, two, three, and"));
    if (fewer === undefined) throw new Error("some mutant drops the last option of the first question");
    // It fires on 4^5 points, of which the first ones have the first option of the first question.
    expect(tellApartBySearch(wide, fewer)).toBe("unknown");
  });
});

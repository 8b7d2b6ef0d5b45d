import { describe, expect, it } from "vitest";
import { unwrap } from "../../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../../src/engine/model/compiled-pack.js";
import { readCases } from "../../../../src/engine/pack-tools/cases/read-cases.js";
import { answersCount, everyAnswers } from "../../../../src/engine/pack-tools/mutate/every-answers.js";
import { mutantsOf, mutate, mutationScore } from "../../../../src/engine/pack-tools/mutate/mutate.js";
import { mutationDocument } from "../../../../src/engine/pack-tools/mutate/mutation-json.js";
import {
  effectOf,
  mutationText,
  mutationWitnesses,
} from "../../../../src/engine/pack-tools/mutate/mutation-text.js";
import { differs, tellApartBySearch } from "../../../../src/engine/pack-tools/mutate/tell-apart.js";
import { parseText } from "../../../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../../../src/engine/report/report-style.js";
import { smallPack } from "../../small-pack.js";

const pack = smallPack();

const casesOf = (text: string) =>
  unwrap(readCases(unwrap(parseText({ file: "cases.yaml", text })), pack.source));

const changesOf = (of: CompiledPack, entry: string): readonly string[] =>
  mutantsOf(of)
    .filter((mutant) => mutant.entry === entry)
    .map(({ change }) => change);

/** The mutants that some answers distinguish from the pack, found by trying all answers. */
function distinguishable(of: CompiledPack) {
  const all = [...everyAnswers(of.source.questions)];
  return mutantsOf(of).filter((mutant) =>
    all.some((answers) =>
      (["verdict", "placement", "firing"] as const).some((by) => differs(of, mutant.pack, answers, by)),
    ),
  );
}

describe("mutants", () => {
  it.each([
    [
      "streams",
      [
        "weight 3 live becomes 2 live",
        "weight 3 live becomes 4 live",
        "weight 3 live becomes 3 live + 1 kept",
        "weight 3 live becomes 2 live + 1 kept",
        "condition becomes: style is apart or stream",
        "condition becomes: style is steps or stream",
      ],
    ],
    ["crowds", ["weight 1 becomes 2", "condition becomes: load is many", "condition becomes: load is some"]],
    [
      "stream-needs-state",
      ["condition becomes: style is apart or stream", "condition becomes: style is steps or stream"],
    ],
    ["need-boundary", ["0 becomes -0.1", "0 becomes 0.1"]],
    ["bound-boundary", ["0.5 becomes 0.4", "0.5 becomes 0.6"]],
    ["minimum-evidence", ["2 becomes 1", "2 becomes 3"]],
  ])("of %s move one thing by one step", (entry, changes) => {
    expect([...changesOf(pack, entry)].sort()).toEqual([...changes].sort());
  });

  it("of an option among several add or drop one", () => {
    expect(changesOf(pack, "ordered-games").filter((change) => change.startsWith("condition"))).toEqual([
      "condition becomes: kinds includes games or shops, and order is strict",
      "condition becomes: kinds includes games or neither, and order is strict",
      "condition becomes: kinds includes games, and order is anything",
    ]);
  });
});

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

describe("mutation", () => {
  it("tells apart exactly the mutants that some answers tell apart", () => {
    const { surviving, equivalent, undetermined, killed } = mutate(pack, { cases: [], systems: [] });
    expect(killed).toBe(0);
    expect(undetermined).toEqual([]);
    const told = surviving.map(({ mutant: { entry, change } }) => `${entry} ${change}`);
    expect(told).toEqual(distinguishable(pack).map(({ entry, change }) => `${entry} ${change}`));
    expect(told.length + equivalent.length).toBe(mutantsOf(pack).length);
    const searched = mutantsOf(pack).filter((mutant) => tellApartBySearch(pack, mutant) !== null);
    expect(searched.map(({ entry, change }) => `${entry} ${change}`)).toEqual(told);
  });

  it("shows each surviving mutant by answers none of which can be left out", () => {
    for (const { mutant, difference } of mutate(pack, { cases: [], systems: [] }).surviving) {
      expect(differs(pack, mutant.pack, difference.answers, difference.by)).toBe(true);
      if (difference.by === "firing") continue;
      for (const question of difference.answers.keys()) {
        const fewer = new Map([...difference.answers].filter(([id]) => id !== question));
        expect(differs(pack, mutant.pack, fewer, difference.by)).toBe(false);
      }
    }
  });

  it("does not count what means the same on all answers", () => {
    const counted = mutate(pack, { cases: [], systems: [] });
    expect(counted.equivalent.map(({ entry, change }) => `${entry} ${change}`)).toContain(
      "streams weight 3 live becomes 4 live",
    );
    expect(mutationScore(counted)).toEqual({ killed: 0, of: counted.surviving.length });
  });

  const close = "style: apart, kinds: games, order: strict";
  it.each([
    ["style: stream", "verdict: stateful", "alone", "weight 3 becomes 4", false],
    [close, "verdict: hybrid", "alone", "weight 3 becomes 4", true],
    [
      "style: stream",
      "verdict: stateful",
      "steps-remembered",
      "condition becomes: style is steps or stream",
      false,
    ],
    [
      "style: stream",
      "verdict: stateful, not-fires: [steps-remembered]",
      "steps-remembered",
      "condition becomes: style is steps or stream",
      true,
    ],
  ])("on %s %s: %s, %s, noticed: %s", (answers, expectation, entry, change, noticed) => {
    const set = casesOf(`cases:\n  a: { about: A., answers: { ${answers} }, expect: { ${expectation} } }\n`);
    const { surviving } = mutate(pack, set);
    expect(surviving.some(({ mutant }) => mutant.entry === entry && mutant.change === change)).toBe(!noticed);
  });

  /** A real system as its file has it. */
  const systemOf = (documented: string, given: string, more = "") =>
    casesOf(
      `system: S\nsurface: All of it.\ndocumented: ${documented}\nbecause: So.\nconfidence: high\nsources: [a paper]\n${more}answers: { ${given} }\n`,
    );

  // On the answers the pack says hybrid, and under the mutant stateless.
  it.each([
    ["stateful", "", true],
    ["stateless", "", false],
    ["hybrid", "", false],
    ["stateless", "contradicts: It teaches.\n", true],
  ])(
    "is noticed by a system documented as %s that it contradicts or whose remark it outdates: %s%s",
    (documented, more, noticed) => {
      const { surviving } = mutate(pack, systemOf(documented, close, more), new Set(["alone"]));
      expect(surviving.some(({ mutant: { change } }) => change === "weight 3 becomes 4")).toBe(!noticed);
    },
  );

  it("is not noticed by a system that the pack contradicts anyway", () => {
    expect(mutate(pack, systemOf("stateful", "style: apart")).killed).toBe(0);
  });

  it("is not noticed by a case that does not hold anyway", () => {
    const set = casesOf(
      "cases:\n  a: { about: A., answers: { style: stream }, expect: { verdict: stateless } }\n",
    );
    expect(mutate(pack, set).killed).toBe(0);
  });

  it("says of each survivor what the difference is", () => {
    const { surviving } = mutate(pack, { cases: [], systems: [] });
    for (const survivor of surviving) {
      const { by, before, after } = survivor.difference;
      expect(effectOf(survivor)).toBe(
        {
          verdict: `the verdict changes from ${before} to ${after}`,
          placement: "state is placed elsewhere",
          firing: `${survivor.mutant.entry} fires only before or only after the change`,
        }[by],
      );
    }
    expect(new Set(surviving.map(({ difference }) => difference.by))).toContain("verdict");
  });

  it("gives answers for each survivor, named after what was changed and numbered", () => {
    const mutation = mutate(pack, { cases: [], systems: [] }, new Set(["crowds", "minimum-evidence"]));
    const witnesses = mutationWitnesses(mutation);
    expect(mutation.surviving.map(({ mutant }) => mutant.entry)).toEqual([
      "crowds",
      "crowds",
      "crowds",
      "minimum-evidence",
      "minimum-evidence",
    ]);
    expect(witnesses.map(({ name }) => name)).toEqual([
      "crowds-1",
      "crowds-2",
      "crowds-3",
      "minimum-evidence-1",
      "minimum-evidence-2",
    ]);
    mutation.surviving.forEach((survivor, at) => {
      const { entry, change } = survivor.mutant;
      expect(witnesses[at]).toMatchObject({
        shows: `${entry}, ${change}: ${effectOf(survivor)}.`,
        answers: survivor.difference.answers,
      });
    });
  });

  it("counts among entries that are named those alone", () => {
    const whole = mutantsOf(pack).filter(({ entry }) => entry === "alone").length;
    const { killed, surviving, equivalent, undetermined } = mutate(
      pack,
      casesOf(
        "cases:\n  a: { about: A., answers: { style: apart, kinds: games, order: strict }, expect: { verdict: hybrid } }\n",
      ),
      new Set(["alone"]),
    );
    expect(killed + surviving.length + equivalent.length + undetermined.length).toBe(whole);
    expect(killed).toBeGreaterThan(0);
    expect(
      [...surviving.map(({ mutant }) => mutant), ...equivalent].every(({ entry }) => entry === "alone"),
    ).toBe(true);
  });

  it("prints what no case notices, and the score", async () => {
    const cases = ["stream", "steps", "apart"].map(
      (style) =>
        `  ${style}: { about: A., answers: { style: ${style}, load: few }, expect: { verdict: ${{ stream: "stateful", steps: "hybrid", apart: "stateless" }[style]} } }`,
    );
    const mutation = mutate(pack, casesOf(`cases:\n${cases.join("\n")}\n`));
    const { killed, of } = mutationScore(mutation);
    expect(of).toBe(killed + mutation.surviving.length);
    expect(mutationDocument(mutation).surviving).toHaveLength(mutation.surviving.length);
    await expect(mutationText(mutation, plainStyle)).toMatchFileSnapshot("golden/mutation.txt");
  });
});

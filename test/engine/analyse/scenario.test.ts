import fc from "fast-check";
import { expect, it } from "vitest";
import { Scenario } from "../../../src/engine/analyse/scenario.js";
import type { Answer, Answers } from "../../../src/engine/model/answers.js";
import type { Variable } from "../../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { generatedCase } from "../generated-pack.js";
import { variableOf } from "../lookup.js";
import { naiveDecisionOn } from "../naive-decision.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

/** Changes, each given by two arbitrary numbers. */
const steps = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 });

it("is, after any changes, as a profile of the same answers", () => {
  fc.assert(
    fc.property(generatedCase(), steps, ({ pack, answers }, script) => {
      let scenario = Scenario.of(pack, profileOf(pack, answers));
      let changed = answers;
      const variables = changeable(pack, answers);
      for (const step of script) {
        const variable = variables[step[0] % variables.length];
        if (variable === undefined) continue;
        const state = step[1] % variable.states.length;
        const before = [scenario, stateOf(scenario, pack)] as const;
        const rules = scenario.dependentsOf(variable).map(({ rule }) => rule);
        scenario = scenario.with(variable, 1 << state);
        changed = withState(changed, variable, state);
        expect(stateOf(scenario, pack)).toEqual(naiveState(pack, changed));
        expect(stateOf(before[0], pack)).toEqual(before[1]);
        for (const [rule, fires] of firedIn(scenario, pack).entries())
          if (fires !== before[1].fired[rule]) expect(rules).toContain(rule);
      }
    }),
    { seed: 20_266, numRuns: 60 },
  );
});

it("prefers a changed answer to an implied one", () => {
  const pack = tinyPack({
    questions: { style: ["plain", "rich"], depth: ["none", "deep"], load: ["low", "high"] },
    rules: [[{ depth: "deep" }, { need: 1 }]],
    implied: [
      ["depth", { style: "plain" }, "none"],
      ["load", { depth: "deep" }, "high"],
    ],
  });
  const masksOf = (scenario: Scenario) => pack.variables.map((variable) => scenario.maskOf(variable));
  const before = Scenario.of(pack, profileOf(pack, answersOf({ style: "plain" })));
  const deep = before.with(variableOf(pack, 1), 2);
  const deepAndLow = deep.with(variableOf(pack, 2), 1);
  expect([before, deep, deepAndLow].map(masksOf)).toEqual([
    [1, 1, 3],
    [1, 2, 2],
    [1, 2, 1],
  ]);
});

/** The variables of questions with one answer, and of those that are given: single options of no others are answered. */
function changeable(pack: CompiledPack, answers: Answers): readonly Variable[] {
  return pack.variables.filter(
    ({ question }) => !question.several || answers.get(question.id)?.kind === "chosen",
  );
}

function withState(answers: Answers, { question, states }: Variable, state: number): Answers {
  const { id, several } = question;
  if (!several) return new Map([...answers, [id, chosen([states[state] ?? ""])]]);
  // Of a question that takes several, the second state of a variable is its option.
  const [, option = ""] = states;
  const before = answers.get(id);
  const kept = before?.kind === "chosen" ? before.options.filter((other) => other !== option) : [];
  return new Map([...answers, [id, chosen(state === 1 ? [...kept, option] : kept)]]);
}

function chosen(options: readonly string[]): Answer {
  return { kind: "chosen", options, note: null };
}

function firedIn(scenario: Scenario, pack: CompiledPack): readonly boolean[] {
  return pack.rules.map((_, rule) => scenario.isFired(rule));
}

function stateOf(scenario: Scenario, pack: CompiledPack) {
  const masks = pack.variables.map((variable) => scenario.maskOf(variable));
  const { verdict, classes } = scenario;
  return { masks, fired: firedIn(scenario, pack), verdict, classes };
}

/** The same from the answers alone. */
function naiveState(pack: CompiledPack, answers: Answers): ReturnType<typeof stateOf> {
  const masks = profileOf(pack, answers).possible;
  const fired = pack.rules.map(({ condition }) => holds(condition, masks));
  return { masks: [...masks], fired, ...naiveDecisionOn(pack, answers) };
}

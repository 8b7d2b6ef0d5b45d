import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addShifts,
  addSignals,
  canDiffer,
  classesOf,
  noSignals,
  type Signals,
  shiftsOf,
  verdictOf,
} from "../../../src/engine/analyse/signals.js";
import { givenKinds, type Rule } from "../../../src/engine/model/pack.js";
import { concerns, followers, verdicts } from "../../../src/engine/model/verdict.js";
import { barePack, bareRule, compiled, type Effect } from "../bare-pack.js";
import { naiveDecision } from "../naive-decision.js";

const points = fc.integer({ min: -5, max: 5 }).filter((each) => each !== 0);
const concern = fc.constantFrom("interaction" as const, ...concerns);
const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ need: points, concern }) },
  { weight: 2, arbitrary: fc.record({ place: points }) },
  { weight: 1, arbitrary: fc.record({ given: fc.constantFrom("must", "must-not"), concern }) },
  { weight: 1, arbitrary: fc.record({ given: fc.constantFrom(...givenKinds.slice(2)) }) },
  { weight: 1, arbitrary: fc.record({ follows: fc.constantFrom(...followers) }) },
);

function rulesOf(effects: readonly Effect[]): readonly Rule[] {
  return effects.map((each, index) => bareRule(`r${index}`, { kind: "all", of: [] }, each));
}

const base = compiled(barePack({}));

function shiftsOfRules(rules: readonly Rule[]) {
  return shiftsOf({ ...base, rules: rules.map((entry) => ({ entry, condition: [[]] })) });
}

/** The sum of what some rules add. */
function signalsOf(rules: readonly Rule[]): Signals {
  const signals = [...noSignals];
  for (const shifts of shiftsOfRules(rules)) addShifts(signals, shifts, 1);
  return signals;
}

it("give the verdict and the classes, whatever fires", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(effect, { maxLength: 9 }), (effects) => {
      const rules = rulesOf(effects);
      const signals = signalsOf(rules);
      expect({ verdict: verdictOf(signals), classes: classesOf(signals) }).toEqual(naiveDecision(rules));
      seen.add(verdictOf(signals));
    }),
    { numRuns: 1500 },
  );
  expect(seen).toEqual(new Set(verdicts));
});

it("are as before once what was added is taken away", () => {
  const rules = rulesOf([{ need: 3 }, { given: "must-not" }, { place: -2 }, { follows: "session" }]);
  const signals = [...signalsOf(rules)];
  for (const shifts of shiftsOfRules(rules)) addShifts(signals, shifts, -1);
  expect(signals).toEqual(noSignals);
});

describe("signals that lie in intervals", () => {
  /** Rules that fire, and up to three signals with how far down and up each can go. */
  const open = fc.record({
    effects: fc.array(effect, { maxLength: 7 }),
    intervals: fc.uniqueArray(
      fc.record({
        signal: fc.nat({ max: noSignals.length - 1 }),
        down: fc.integer({ min: -2, max: 0 }),
        up: fc.nat({ max: 2 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ signal }) => signal },
    ),
  });

  it("can differ from a verdict if that is not the verdict everywhere", () => {
    const answers = new Set<boolean>();
    fc.assert(
      fc.property(open, ({ effects, intervals }) => {
        const signals = signalsOf(rulesOf(effects));
        const [lowest, highest] = [[...noSignals], [...noSignals]];
        let moves: readonly Signals[] = [noSignals];
        for (const { signal, down, up } of intervals) {
          lowest[signal] = down;
          highest[signal] = up;
          const steps = Array.from({ length: up - down + 1 }, (_, step) => down + step);
          moves = moves.flatMap((move) => steps.map((step) => move.with(signal, step)));
        }
        const found = new Set(moves.map((move) => verdictOf(addSignals(signals, move))));
        for (const verdict of verdicts) {
          const others = [...found].some((each) => each !== verdict);
          if (others) expect(canDiffer(signals, lowest, highest, verdict)).toBe(true);
          answers.add(canDiffer(signals, lowest, highest, verdict));
        }
      }),
      { numRuns: 1500 },
    );
    expect(answers.size).toBe(2);
  });

  it("cannot where no concern gets that far", () => {
    const signals = signalsOf(rulesOf([{ need: -3 }, { place: 2 }]));
    const by = (amount: number): Signals => noSignals.map((_, signal) => (signal < 4 ? amount : 0));
    // Three points more for each concern: the conversation is at a tie, but the others are not.
    const others = [...by(3)];
    others.fill(0, 1);
    expect(canDiffer(signals, noSignals, others, "stateless")).toBe(false);
    expect(canDiffer(signals, noSignals, by(3), "stateless")).toBe(true);
    others[0] = 4;
    expect(canDiffer(signals, noSignals, others, "stateless")).toBe(true);
    expect(canDiffer(signals, by(-3), noSignals, "stateless")).toBe(false);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { Trial } from "../../../src/engine/analyse/trial.js";
import type { Answer, Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack, Variable } from "../../../src/engine/model/compiled-pack.js";
import { evaluate } from "../../../src/engine/score/evaluate.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { holds } from "../../../src/engine/score/holds.js";
import { generatedCase } from "../generated-pack.js";
import { answersOf, tinyPack } from "../tiny-pack.js";

/** A change, by any two numbers, or null: the last one is taken back. */
const steps = fc.array(fc.option(fc.tuple(fc.nat(), fc.nat()), { freq: 3 }), { minLength: 1, maxLength: 8 });

it("stands, after changes and taking them back, as a profile of the same answers does", () => {
  fc.assert(
    fc.property(generatedCase(), steps, ({ pack, answers }, script) => {
      const trial = new Trial(pack, profileOf(pack, answers));
      const history = [answers];
      const variables = changeable(pack, answers);
      for (const step of script) {
        const [now = answers] = history;
        if (step === null) {
          trial.undo();
          if (history.length > 1) history.shift();
        } else {
          const variable = variables[step[0] % variables.length];
          if (variable === undefined) continue;
          const state = step[1] % variable.states.length;
          const fired = firedIn(trial, pack);
          trial.change(variable.index, 1 << state);
          history.unshift(withState(pack, now, variable, state));
          for (const [entry, fires] of firedIn(trial, pack).entries())
            if (fires !== fired[entry]) expect(trial.touched[variable.index]).toContain(entry);
        }
        expect(standOf(trial, pack)).toEqual(naiveStand(pack, history[0] ?? answers));
      }
    }),
    { seed: 20_266, numRuns: 60 },
  );
});

it("prefers a changed answer to an implied one, which comes back when the change is taken back", () => {
  const pack = tinyPack({
    questions: { style: ["plain", "rich"], depth: ["none", "deep"], load: ["low", "high"] },
    rules: [[{ depth: "deep" }, { N: 1 }]],
    implied: [
      ["depth", { style: "plain" }, "none"],
      ["load", { depth: "deep" }, "high"],
    ],
  });
  const trial = new Trial(pack, profileOf(pack, answersOf({ style: "plain" })));
  const masks = () => [0, 1, 2].map((variable) => trial.maskOf(variable));
  const seen = [masks()];
  for (const [variable, mask] of [
    [1, 2],
    [2, 1],
  ] as const) {
    trial.change(variable, mask);
    seen.push(masks());
  }
  for (const _ of [0, 1]) {
    trial.undo();
    seen.push(masks());
  }
  const [before, deep, deepAndLow] = [
    [1, 1, 3],
    [1, 2, 2],
    [1, 2, 1],
  ];
  expect(seen).toEqual([before, deep, deepAndLow, deep, before]);
});

it("knows what an answer bears on: what names it, and what names a question that hangs on it", () => {
  const yesNo = ["yes", "no"];
  const pack = tinyPack({
    questions: { first: yesNo, second: yesNo, third: yesNo, other: yesNo },
    rules: [
      [{ first: "yes" }, { L: 1 }],
      [{ second: "yes" }, { L: 1 }],
      [{ third: "yes", first: "yes" }, { N: 1 }],
      [{ other: "yes" }, { K: 1 }],
    ],
    vetoes: [[{ third: "no", other: "no" }, "stateful"]],
    implied: [
      ["second", { first: "yes" }, "yes"],
      ["third", { second: "yes" }, "yes"],
    ],
  });
  const trial = new Trial(pack, profileOf(pack, answersOf({})));
  const entries = [0, 1, 2, 3, 4];
  const bearing = [0, 1, 2, 3].map((variable) => ({
    touched: trial.touched[variable]?.toSorted(),
    indirectly: entries.filter((entry) => trial.touchesIndirectly(variable, entry)),
  }));
  expect(bearing).toEqual([
    { touched: [0, 1, 2, 4], indirectly: [1, 2, 4] },
    { touched: [1, 2, 4], indirectly: [2, 4] },
    { touched: [2, 4], indirectly: [] },
    { touched: [3, 4], indirectly: [] },
  ]);
});

/** The variables of questions with one answer, and of those that are given: single options of no others are answered. */
function changeable(pack: CompiledPack, answers: Answers): readonly Variable[] {
  return pack.variables.filter(({ question }) => {
    const asked = pack.questions[question]?.question;
    return asked?.several === false || answers.get(asked?.id ?? "")?.kind === "chosen";
  });
}

function withState(
  pack: CompiledPack,
  answers: Answers,
  { question, states }: Variable,
  state: number,
): Answers {
  const asked = pack.questions[question]?.question;
  const id = asked?.id ?? "";
  if (asked?.several !== true) return new Map([...answers, [id, chosen([states[state] ?? ""])]]);
  // Of a question that takes several, the second state of a variable is its option.
  const [, option = ""] = states;
  const before = answers.get(id);
  const kept = before?.kind === "chosen" ? before.options.filter((other) => other !== option) : [];
  return new Map([...answers, [id, chosen(state === 1 ? [...kept, option] : kept)]]);
}

function chosen(options: readonly string[]): Answer {
  return { kind: "chosen", options, note: null };
}

function firedIn(trial: Trial, pack: CompiledPack): readonly boolean[] {
  return [...pack.rules, ...pack.vetoes].map((_, entry) => trial.isFired(entry));
}

function standOf(trial: Trial, pack: CompiledPack) {
  const masks = pack.variables.map(({ index }) => trial.maskOf(index));
  return { masks, fired: firedIn(trial, pack), signals: trial.signals, verdict: trial.verdict };
}

/** The same from the answers alone; the signals are the sums that a verdict hangs on (see `signals.ts`). */
function naiveStand(pack: CompiledPack, answers: Answers): ReturnType<typeof standOf> {
  const masks = profileOf(pack, answers).possible;
  const { live, kept, stateless, verdict } = evaluate(pack, masks);
  const { needStateful, needStateless, boundLive, boundKept, minimumEvidence } = pack.forms;
  const fires = pack.vetoes.filter(({ condition }) => holds(condition, masks));
  const against = (style: string) => fires.filter(({ veto }) => veto.forbids === style).length - 1;
  return {
    masks: [...masks],
    fired: [...pack.rules, ...pack.vetoes].map(({ condition }) => holds(condition, masks)),
    signals: [
      needStateful * (live + kept) - needStateless * stateless,
      boundLive * live - boundKept * kept,
      live + kept + stateless - Math.max(minimumEvidence, 1),
      against("stateless"),
      against("stateful"),
    ],
    verdict,
  };
}

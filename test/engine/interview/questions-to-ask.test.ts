import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bearing, questionsToAsk } from "../../../src/engine/interview/questions-to-ask.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledQuestion } from "../../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { ReportedOpenQuestion } from "../../../src/engine/model/recommendation.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { recommended } from "../advise/recommended.js";
import { answersTo, completionsOf, withAnswer } from "../completions.js";
import { generatedCase } from "../generated-pack.js";
import { sample } from "../report/sample-recommendation.js";

/** The verdict, and the verdict with the places. */
function outcomeOf(pack: CompiledPack, answers: Answers): { readonly verdict: string; readonly all: string } {
  const { verdict, concerns } = recommended(pack, answers, false);
  return { verdict, all: [verdict, ...concerns.map(({ placement }) => placement?.place)].join() };
}

/** What some answer changes, with all others left open. */
function changedAlone(pack: CompiledPack, answers: Answers, question: CompiledQuestion): Bearing | null {
  const now = outcomeOf(pack, answers);
  const then = answersTo(question).map((answer) => outcomeOf(pack, withAnswer(answers, question.id, answer)));
  if (then.some(({ verdict }) => verdict !== now.verdict)) return "verdict";
  // While it is undecided nothing has a place.
  return now.verdict !== "undecided" && then.some(({ all }) => all !== now.all) ? "place" : null;
}

/** H(verdict) + H(answer) − H(verdict, answer) in bits, by listing all completions. */
function informationOf(pack: CompiledPack, answers: Answers, { variables }: CompiledQuestion): number {
  const joint = new Map<string, number>();
  const byVerdict = new Map<string, number>();
  const byAnswer = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const possible of completionsOf(pack, profileOf(pack, answers))) {
    const { verdict } = score(pack, possible);
    const answer = variables.map(({ index }) => possible[index]).join();
    add(joint, `${verdict} ${answer}`);
    add(byVerdict, verdict);
    add(byAnswer, answer);
  }
  const entropy = (counts: ReadonlyMap<string, number>): number => {
    const all = [...counts.values()];
    const total = all.reduce((sum, each) => sum + each, 0);
    return all.reduce((sum, each) => sum - (each / total) * Math.log2(each / total), 0);
  };
  return entropy(byVerdict) + entropy(byAnswer) - entropy(joint);
}

describe("the questions to ask", () => {
  it("are those that change the verdict or a place, or tell enough about the verdict, and no others", () => {
    const seen = { verdict: 0, place: 0, "with-others": 0, none: 0 };
    fc.assert(
      fc.property(generatedCase({ questions: 4, rules: 8 }), ({ pack, answers }) => {
        const from = recommended(pack, answers);
        const asked = new Map(questionsToAsk(from).map(({ question, bearing }) => [question.id, bearing]));
        const open = new Set(from.open.filter(({ unsure }) => !unsure).map(({ question }) => question));
        for (const question of pack.questions.filter(({ id }) => open.has(id))) {
          const information = informationOf(pack, answers, question);
          if (Math.abs(information - 0.05) < 1e-6) continue;
          const expected =
            changedAlone(pack, answers, question) ?? (information > 0.05 ? "with-others" : null);
          expect({ id: question.id, bearing: asked.get(question.id) ?? null }).toEqual({
            id: question.id,
            bearing: expected,
          });
          seen[expected ?? "none"] += 1;
        }
        expect([...asked.keys()].filter((id) => !open.has(id))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  const idle: Omit<ReportedOpenQuestion, "question"> = {
    ...{ ask: "?", unsure: false, essential: false, valueOfInformation: 0, overturns: false },
    ...{ moves: [], relocates: [] },
  };
  const order = (open: readonly ReportedOpenQuestion[]) =>
    questionsToAsk({ ...sample, open }).map(({ question }) => question.id);

  it("come in an order: what changes something alone, then the others, the most informative first", () => {
    const telling = { ...idle, question: "exchange", valueOfInformation: 0.4 };
    const overturning = { ...idle, question: "context", overturns: true, valueOfInformation: 0.1 };
    const moving = {
      ...idle,
      question: "clients",
      valueOfInformation: 0.2,
      ...({ moves: ["sync"], relocates: ["sync"] } as const),
    };
    expect(order([telling, overturning, moving])).toEqual(["clients", "context", "exchange"]);
  });

  it.each<[what: string, open: Partial<ReportedOpenQuestion>]>([
    ["only the pattern in the same place", { moves: ["sync"] }],
    ["nothing, and says next to nothing", { valueOfInformation: 0.04 }],
    ["something, but has been answered with “unsure”", { overturns: true, unsure: true }],
    ["nothing that is known, without analysis", { valueOfInformation: null }],
  ])("leave out what changes %s", (_, open) => {
    expect(order([{ ...idle, question: "exchange", ...open }])).toEqual([]);
  });
});

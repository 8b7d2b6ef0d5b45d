import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { implicationOf } from "../../../src/engine/interview/implications.js";
import { type Bearing, questionsToAsk } from "../../../src/engine/interview/questions-to-ask.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledQuestion } from "../../../src/engine/model/compiled-condition.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { ReportedOpenQuestion } from "../../../src/engine/model/recommendation.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { recommended } from "../advise/recommended.js";
import { answersTo, withAnswer } from "../completions.js";
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

/**
 * Whether the verdict tells something about the answer, by listing all ways of answering the open questions that leave
 * out no implied answer: what is unsure stays so, and is known only if the other answers imply it.
 */
function tellsOfVerdict(pack: CompiledPack, answers: Answers, question: CompiledQuestion): boolean {
  const open = pack.questions.filter(({ id, index }) => {
    const state = profileOf(pack, answers).answerStates[index];
    return !answers.has(id) && (state === "open" || state === "implied");
  });
  const ways = open.reduce<readonly Answers[]>(
    (lists, each) =>
      lists.flatMap((list) => answersTo(each).map((answer) => withAnswer(list, each.id, answer))),
    [answers],
  );
  const joint = new Map<string, Map<string, number>>();
  for (const way of ways.filter((each) => open.every(({ id }) => isAsImplied(pack, each, id)))) {
    const { verdict } = score(pack, profileOf(pack, way).possible);
    const answer = way.get(question.id);
    const key = answer?.kind === "chosen" ? answer.options.join() : "";
    const counts = joint.get(key) ?? new Map<string, number>();
    joint.set(key, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
  }
  // It tells nothing if the verdicts come in the same proportions after each answer.
  const shares = [...joint.values()].map((counts) => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [...counts]
      .map(([verdict, count]) => `${verdict} ${(count / total).toFixed(9)}`)
      .sort()
      .join();
  });
  return new Set(shares).size > 1;
}

function isAsImplied(pack: CompiledPack, answers: Answers, question: string): boolean {
  const implied = implicationOf(pack, answers, question);
  const answer = answers.get(question);
  return implied === null || (answer?.kind === "chosen" && answer.options.join() === implied.option);
}

describe("the questions to ask", () => {
  it("are those that can change the verdict or a place while what is unsure stays so, and no others", () => {
    const seen = { verdict: 0, place: 0, "with-others": 0, none: 0 };
    fc.assert(
      fc.property(generatedCase({ questions: 4, rules: 8 }), ({ pack, answers }) => {
        const from = recommended(pack, answers);
        const asked = new Map(questionsToAsk(from).map(({ question, bearing }) => [question.id, bearing]));
        const open = new Set(from.open.filter(({ unsure }) => !unsure).map(({ question }) => question));
        for (const question of pack.questions.filter(({ id }) => open.has(id))) {
          const alone = changedAlone(pack, answers, question);
          const together = alone !== "verdict" && tellsOfVerdict(pack, answers, question);
          const expected = together ? "with-others" : alone;
          const { id } = question;
          expect({ id, bearing: asked.get(id) ?? null }).toEqual({ id, bearing: expected });
          seen[expected ?? "none"] += 1;
        }
        expect([...asked.keys()].filter((id) => !open.has(id))).toEqual([]);
      }),
      { numRuns: 600 /* to see each bearing */ },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  const idle: Omit<ReportedOpenQuestion, "question"> = {
    ...{ ask: "?", unsure: false, essential: false, valueOfInformation: 0.5, valueOfAsking: 0 },
    ...{ bearsOnVerdict: false, overturns: false, moves: [], relocates: [] },
  };
  const order = (open: readonly ReportedOpenQuestion[]) =>
    questionsToAsk({ ...sample, open }).map(({ question }) => question.id);

  it("come in an order: what changes the verdict alone, together, and what moves a place; the most informative first", () => {
    const moving = { ...idle, question: "clients", ...({ moves: ["sync"], relocates: ["sync"] } as const) };
    const telling = { ...idle, question: "exchange", valueOfAsking: 0.2, bearsOnVerdict: true };
    const more = { ...idle, question: "network", valueOfAsking: 0.4, bearsOnVerdict: true };
    const hidden = { ...idle, question: "latency", bearsOnVerdict: true };
    const overturning = { ...idle, question: "context", overturns: true, valueOfAsking: 0.1 };
    expect(order([hidden, moving, telling, more, overturning])).toEqual([
      "context",
      "network",
      "exchange",
      "latency",
      "clients",
    ]);
  });

  it.each<[what: string, open: Partial<ReportedOpenQuestion>]>([
    ["only the pattern in the same place", { moves: ["sync"] }],
    ["something only together with what is unsure", { valueOfInformation: 0.9 }],
    ["something, but has been answered with “unsure”", { overturns: true, unsure: true }],
    ["nothing that is known, without analysis", { valueOfInformation: null, valueOfAsking: null }],
  ])("leave out what changes %s", (_, open) => {
    expect(order([{ ...idle, question: "exchange", ...open }])).toEqual([]);
  });
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { Answers } from "../../../src/engine/model/answers.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { adviceOf } from "../../../src/engine/report/brief/advice.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score } from "../../../src/engine/score/score.js";
import { loadPack } from "../../../src/node.js";
import { caseFolders, loadCases } from "../../../src/packs/load-cases.js";
import { recommended } from "../../engine/advise/recommended.js";
import { answersTo, withAnswer } from "../../engine/completions.js";
import { type Connected, connect } from "./connect.js";

interface Case {
  readonly id: string;
  readonly answers: Answers;
  /** Whether it is a documented decision, or a system that many teams build. */
  readonly documented: boolean;
}

let pack: CompiledPack;
let cases: readonly Case[];
let connected: Connected;
beforeAll(async () => {
  pack = await loadPack();
  const set = unwrap(await loadCases(caseFolders([], process.cwd()), pack.source));
  cases = [
    ...set.systems.map(({ id, answers }) => ({ id, answers, documented: true })),
    ...set.cases.map(({ id, answers, at }) => ({
      ...{ id, answers },
      documented: at.file.endsWith("systems.yaml"),
    })),
  ];
  connected = await connect(pack, "2026-07-28");
});
afterAll(() => connected.close());

/** Answers as a call has them. */
const given = (answers: Answers) =>
  Object.fromEntries(
    [...answers].map(([id, answer]) => {
      if (answer.kind === "unsure") return [id, "unsure"];
      return [id, pack.questionsById.get(id)?.several ? answer.options : (answer.options[0] ?? "")];
    }),
  );

/** The advice of the server. */
async function advised(answers: Answers): Promise<ReturnType<typeof adviceOf>> {
  const { structuredContent } = await connected.client.callTool({
    name: "advise",
    arguments: { service: "x", answers: given(answers) },
  });
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is compared below
  return (structuredContent as any).surfaces[0];
}

const placesOf = ({ concerns }: Recommendation) => concerns.map(({ placement }) => placement?.place ?? null);

it("advises on every packaged case as the library does", async () => {
  expect(cases.length).toBeGreaterThan(250);
  for (const { answers } of cases) {
    const expected = recommended(pack, answers);
    const advice = await advised(answers);
    expect(advice).toEqual(JSON.parse(JSON.stringify(adviceOf(expected))));
    expect([advice.verdict, advice.grade]).toEqual([
      expected.verdict,
      expected.analysis?.trust?.grade ?? null,
    ]);
    for (const { concern, placement } of expected.concerns)
      expect(advice.places?.[concern]?.place ?? "nowhere").toBe(placement?.place ?? "nowhere");
  }
});

/** Numbers from 0 to 1, the same on every run (the constants of ANSI C). */
let state = 1;
function draw(): number {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return state / 2 ** 31;
}

/** Whether the answer moves the verdict for some answers to the other open questions: what is unsure may be found out. */
function movesWithOthers(answers: Answers, question: string): boolean {
  const asked = pack.questionsById.get(question);
  if (asked === undefined) return false;
  const others = pack.questions.filter(({ id }) => answers.get(id)?.kind !== "chosen");
  for (let tries = 0; tries < 2000; tries += 1) {
    const filled = new Map(answers);
    for (const each of others) {
      const ways = answersTo(each);
      const way = ways[Math.floor(draw() * ways.length)];
      if (way !== undefined) filled.set(each.id, way);
    }
    const verdicts = answersTo(asked).map(
      (answer) => score(pack, profileOf(pack, withAnswer(filled, question, answer)).possible).verdict,
    );
    if (new Set(verdicts).size > 1) return true;
  }
  return false;
}

/** Whether some answer alone moves the verdict or a place. */
function movesAlone(answers: Answers, question: string): boolean {
  const asked = pack.questionsById.get(question);
  if (asked === undefined) return false;
  const outcome = (of: Answers) => {
    const from = recommended(pack, of, false);
    return JSON.stringify([from.verdict, placesOf(from)]);
  };
  return answersTo(asked).some(
    (answer) => outcome(withAnswer(answers, question, answer)) !== outcome(answers),
  );
}

interface Course {
  readonly questions: number;
  readonly unsure: number;
  readonly places: boolean;
}

/** A client that answers what `askNext` asks first as the case does, or with `unsure`, until nothing is asked. */
async function ask({ id, answers }: Case): Promise<Course> {
  let known: Answers = new Map();
  let unsure = 0;
  const everything = recommended(pack, answers);
  for (let questions = 0; ; questions += 1) {
    const advice = await advised(known);
    const [next] = advice.askNext ?? [];
    if (next === undefined) {
      expect({ id, verdict: advice.verdict }).toEqual({ id, verdict: everything.verdict });
      const places = placesOf(everything).join() === placesOf(recommended(pack, known)).join();
      return { questions, unsure, places };
    }
    const moves = movesAlone(known, next.question) || movesWithOthers(known, next.question);
    expect({ id, question: next.question, moves }).toEqual({ id, question: next.question, moves: true });
    const answer = answers.get(next.question);
    if (answer?.kind !== "chosen") unsure += 1;
    known = new Map([...known, [next.question, answer ?? { kind: "unsure", note: null }]]);
  }
}

it("asks at most 12 questions to reach the verdict of half the documented cases, and none that can move nothing", {
  timeout: 300_000,
}, async () => {
  const documented = cases.filter((each) => each.documented);
  expect(documented.length).toBeGreaterThan(75);
  const courses: Course[] = [];
  for (const each of documented) courses.push(await ask(each));
  const counts = courses.map(({ questions }) => questions).sort((a, b) => a - b);
  const median = counts[Math.floor(counts.length / 2)] ?? Number.NaN;
  const spread = [...new Set(counts)].map((n) => `${n}: ${counts.filter((each) => each === n).length}`);
  console.log(
    `questions asked in ${counts.length} documented cases: median ${median} of ${pack.questions.length}; ${spread.join(", ")}; ` +
      `${courses.reduce((sum, { unsure }) => sum + unsure, 0)} of ${counts.reduce((sum, each) => sum + each, 0)} answered with unsure; ` +
      `the same places in ${courses.filter(({ places }) => places).length}`,
  );
  expect(median).toBeLessThanOrEqual(12);
});

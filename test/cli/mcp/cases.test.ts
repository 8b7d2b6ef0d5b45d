import { afterAll, beforeAll, expect, it } from "vitest";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { implicationOf } from "../../../src/engine/interview/implications.js";
import type { Answer, Answers } from "../../../src/engine/model/answers.js";
import { at } from "../../../src/engine/model/at.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { concerns, type Verdict } from "../../../src/engine/model/verdict.js";
import { type AskNext, adviceOf, type ImpliedAnswer } from "../../../src/engine/report/brief/advice.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { placeState, withHarmless } from "../../../src/engine/score/place-state.js";
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

function waysOf(id: string): readonly Answer[] {
  const question = pack.questionsById.get(id);
  return question === undefined ? [] : answersTo(question);
}

/** Numbers from 0 to 1, the same on every run (xorshift32). */
let state = 1;
function draw(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

/** The answers with some answer to every open question, but to those that the others imply; what is unsure stays so. */
function filled(answers: Answers): Answers {
  const all = new Map(answers);
  for (const question of pack.implicationOrder) {
    const { id, implied } = question;
    if (all.has(id) || (implied.length > 0 && implicationOf(pack, all, id) !== null)) continue;
    const ways = answersTo(question);
    all.set(id, at(ways, Math.floor(draw() * ways.length)));
  }
  return all;
}

const verdictOf = (answers: Answers): Verdict => score(pack, profileOf(pack, answers).possible).verdict;

/** Where the state of each concern lives. */
function placedBy(answers: Answers): string {
  const profile = profileOf(pack, answers);
  const placed = placeState(pack, withHarmless(pack, profile), score(pack, profile.possible));
  return concerns.map((concern) => placed?.placements[concern].place ?? null).join();
}

/** Whether the answer moves the verdict for some answers to the other open questions. */
function movesWithOthers(answers: Answers, { question }: AskNext): boolean {
  for (let tries = 0; tries < 20_000; tries += 1) {
    const others = filled(answers);
    const verdicts = waysOf(question).map((answer) => verdictOf(withAnswer(others, question, answer)));
    if (new Set(verdicts).size > 1) return true;
  }
  return false;
}

/** Whether some answers to the open questions move the verdict. */
const somethingMoves = (answers: Answers): boolean =>
  Array.from({ length: 200 }, () => verdictOf(filled(answers))).some((each) => each !== verdictOf(answers));

/** Whether some answer alone moves what it bears on. */
function movesAlone(answers: Answers, { question, bearing }: AskNext): boolean {
  const outcome = bearing === "verdict" ? verdictOf : placedBy;
  const now = outcome(answers);
  return waysOf(question).some((answer) => outcome(withAnswer(answers, question, answer)) !== now);
}

interface Course {
  /** Questions until nothing could move the verdict any more, and until nothing was asked any more. */
  readonly toVerdict: number;
  readonly toPlaces: number;
  readonly unsure: number;
  /** Whether each ended as with all the answers. */
  readonly verdict: boolean;
  readonly places: boolean;
}

interface Step {
  readonly verdict: Verdict;
  readonly next: AskNext | null;
  readonly implied: readonly ImpliedAnswer[];
}

/** By answers: what the server says to them and asks first, which has to move something. */
const steps = new Map<string, Step>();

async function stepAt(known: Answers): Promise<Step> {
  const key = JSON.stringify(given(known));
  const before = steps.get(key);
  if (before !== undefined) return before;
  const { verdict, askNext, implied } = await advised(known);
  const [next = null] = askNext ?? [];
  if (next !== null) {
    const moves = next.bearing === "with-others" ? movesWithOthers(known, next) : movesAlone(known, next);
    expect({ key, ...next, moves }).toEqual({ key, ...next, moves: true });
  }
  const step = { verdict, next, implied };
  steps.set(key, step);
  return step;
}

/**
 * A client that answers what `askNext` asks first as the case does, or with `unsure`, until nothing is asked; and that objects
 * to what is implied, which counts as a question, where the case says otherwise.
 */
async function ask({ id, answers }: Case): Promise<Course> {
  const everything = recommended(pack, answers, false);
  let known: Answers = new Map();
  let [toVerdict, unsure, verdictStays] = [0, 0, false];
  for (let toPlaces = 0; ; toPlaces += 1) {
    const { verdict, next, implied } = await stepAt(known);
    const objection = implied.find(({ question, option }) => {
      const answer = answers.get(question);
      return answer?.kind === "chosen" && !answer.options.includes(option);
    });
    const asked = objection ?? next;
    if (objection === undefined && !verdictStays && (next === null || next.bearing === "place")) {
      expect({ id, moves: somethingMoves(known) }).toEqual({ id, moves: false });
      verdictStays = true;
    }
    if (asked === null) {
      const places = placesOf(everything).join() === placesOf(recommended(pack, known, false)).join();
      return { toVerdict, toPlaces, unsure, verdict: verdict === everything.verdict, places };
    }
    if (objection !== undefined) verdictStays = false;
    else
      expect({ id, ...next, stays: next?.bearing === "place" }).toEqual({ id, ...next, stays: verdictStays });
    if (!verdictStays) toVerdict = toPlaces + 1;
    const answer = answers.get(asked.question);
    if (answer?.kind !== "chosen") unsure += 1;
    known = new Map([...known, [asked.question, answer ?? { kind: "unsure", note: null }]]);
  }
}

const medianOf = (counts: readonly number[]): number =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? Number.NaN;

it.each(["documented", "made for a rule"])(
  "asks what can move the verdict, then what can move a place, and nothing else, in cases that are %s: at most 12 questions to half of the verdicts",
  { timeout: 600_000 },
  async (kind) => {
    const some = cases.filter(({ documented }) => documented === (kind === "documented"));
    expect(some.length).toBeGreaterThan(75);
    const courses: (Course & { readonly case: Case })[] = [];
    for (const each of some) courses.push({ case: each, ...(await ask(each)) });
    const sum = (of: (course: Course) => number) => courses.reduce((total, course) => total + of(course), 0);
    const toVerdict = medianOf(courses.map((course) => course.toVerdict));
    const toPlaces = medianOf(courses.map((course) => course.toPlaces));
    const astray = courses.filter(({ verdict }) => !verdict).map((course) => course.case);
    console.log(
      `${courses.length} cases, ${kind}, of ${pack.questions.length} questions: median ${toVerdict} to the verdict, ${toPlaces} until ` +
        `none is left; ${sum(({ unsure }) => unsure)} of ${sum((course) => course.toPlaces)} answered with unsure; another verdict in ` +
        `${astray.length}; the same places in ${courses.filter(({ places }) => places).length}`,
    );
    expect(astray).toEqual([]);
    expect(toVerdict).toBeLessThanOrEqual(12);
  },
);

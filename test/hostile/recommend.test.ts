import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { recommend } from "../../src/engine/advise/recommend.js";
import { buildPack } from "../../src/engine/compile/build-pack.js";
import type { Outcome } from "../../src/engine/diagnostics/problem.js";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import type { Answers, Surface } from "../../src/engine/model/answers.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import type { Question } from "../../src/engine/model/pack.js";
import type { Recommendation } from "../../src/engine/model/recommendation.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { formatIds, formats } from "../../src/engine/report/formats.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { root } from "../cli/run-main.js";
import { generatedPack } from "../engine/generated-pack.js";
import { type Chosen, naive } from "../engine/naive-condition.js";
import { seeded, steering } from "./bytes.js";

/** Whole numbers that choose answers: an option for each question. */
const draws = fc.array(fc.nat({ max: 2 ** 20 }), { minLength: 64, maxLength: 64 });

const idsOf = ({ options }: Question): readonly string[] =>
  options.filter(({ none }) => !none).map(({ id }) => id);

function chosenOf(question: Question, draw: number): readonly string[] {
  const ids = idsOf(question);
  if (!question.several) return ids.slice(draw % ids.length, (draw % ids.length) + 1);
  const some = ids.filter((_, bit) => (draw & (1 << (bit % 20))) !== 0);
  return some.length > 0 ? some : question.options.filter(({ none }) => none).map(({ id }) => id);
}

/** An answer to every question. */
const everyAnswer = ({ source: pack }: CompiledPack, drawn: readonly number[]): Chosen =>
  new Map(pack.questions.map((question, index) => [question.id, chosenOf(question, drawn[index % 64] ?? 0)]));

function recommended(pack: CompiledPack, chosen: Chosen): Recommendation {
  const answers: Answers = new Map(
    [...chosen].map(([id, options]) => [id, { kind: "chosen", options, note: null }]),
  );
  const surface: Surface = { name: "x", answers, decision: null, at: { file: "x.yaml", line: 1, column: 1 } };
  return recommend(pack, { service: "x", source: "x.yaml" }, surface, { analysis: true });
}

/** The score of a full assignment, straight from the pack's text: the sum of the rules that hold, and its verdict. */
function expectScoredAsNaively({ source: pack }: CompiledPack, chosen: Chosen, found: Recommendation): void {
  const fired = pack.rules.filter((rule) => naive(rule.when, chosen));
  const sum = (part: "live" | "kept" | "stateless"): number =>
    fired.reduce((total, { weight }) => total + weight[part], 0);
  const [live, kept, stateless] = [sum("live"), sum("kept"), sum("stateless")];
  expect(found.rules.map(({ rule }) => rule.id).sort()).toEqual(fired.map(({ id }) => id).sort());
  expect(found.scores).toEqual({ live, kept, stateless, stateful: live + kept });
  const vetoes = pack.vetoes.filter((veto) => naive(veto.when, chosen));
  expect(found.vetoes.map(({ veto }) => veto.id).sort()).toEqual(vetoes.map(({ id }) => id).sort());
  const all = live + kept + stateless;
  const { minimumEvidence, needBoundaryPercent, boundBoundaryPercent } = pack.settings;
  const needed = 100 * (live + kept - stateless) >= needBoundaryPercent * all;
  const bound = live + kept > 0 && 100 * live >= boundBoundaryPercent * (live + kept);
  const plain = !needed ? "stateless" : bound ? "stateful" : "hybrid";
  const allowed = vetoes.some(({ forbids }) => forbids === plain) ? "hybrid" : plain;
  expect(found.verdict).toBe(all < minimumEvidence ? "undecided" : allowed);
}

/** The limits of an analysis for any pack: numbers within their ranges, and only questions and options that exist. */
function expectSane(
  { source: pack }: CompiledPack,
  given: Chosen,
  { analysis, outOfReach, verdict }: Recommendation,
): void {
  expect(analysis === null).toBe(outOfReach.length > 0);
  if (analysis === null) return;
  const { stability, reach, open, tippingPoints, grade } = analysis;
  if (stability.radius !== null) {
    expect(stability.radius).toBeGreaterThanOrEqual(0);
    expect(stability.radius).toBeLessThan(1);
    expect(stability.verdict).not.toBe(verdict);
  }
  expect(Object.values(reach).every((count) => count >= 0n)).toBe(true);
  expect(Object.values(reach).reduce((sum, count) => sum + count, 0n)).toBeGreaterThan(0n);
  for (const { question, valueOfInformation } of open) {
    expect(given.has(question)).toBe(false);
    expect(valueOfInformation).toBeGreaterThanOrEqual(-1e-9);
    expect(valueOfInformation).toBeLessThanOrEqual(2 + 1e-9);
  }
  for (const point of tippingPoints.points) {
    expect(point.verdict).not.toBe(verdict);
    expect(point.changes.every(({ question }) => given.has(question))).toBe(true);
  }
  expect(grade === null).toBe(verdict === "undecided");
  if (given.size === pack.questions.length) expect(open).toEqual([]);
}

/** Recommends on answers to all questions, then on those to some of them. */
function hold(pack: CompiledPack, drawn: readonly number[], kept: number): void {
  const every = everyAnswer(pack, drawn);
  const full = recommended(pack, every);
  expectScoredAsNaively(pack, every, full);
  expectSane(pack, every, full);
  const some: Chosen = new Map(
    [...every].filter((_, index) => ((drawn[(index * 7) % 64] ?? 0) % 100) / 100 < kept),
  );
  const open = recommended(pack, some);
  expectSane(pack, some, open);
  // What has fired still fires, however the open questions are answered.
  const still = new Set(full.rules.map(({ rule }) => rule.id));
  const agrees = open.open.every(({ question }) => every.has(question)) && impliesNothing(open, every);
  if (agrees) for (const { rule } of open.rules) expect(still).toContain(rule.id);
  const services = [{ service: "x", source: "x.yaml", surfaces: [full, open] }];
  for (const format of formatIds) {
    const report = {
      tool: { name: "x", version: "1" },
      pack: { name: "p", version: "1", digest: "" },
      services,
    };
    expect(formats[format](report, plainStyle)).not.toMatch(steering);
  }
}

/** Whether what is implied on some of the answers is what all of them say. */
const impliesNothing = (open: Recommendation, every: Chosen): boolean =>
  open.answers
    .filter(({ state }) => state === "implied")
    .every(({ question, options }) => String(every.get(question)) === String(options.map(({ id }) => id)));

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

const folder = join(root, "rules");
const documents: readonly Tree[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => parse(readFileSync(join(folder, name), "utf8")));

/** Every entry of the trees, by its key. */
function entriesByKey(trees: readonly Tree[]): ReadonlyMap<string, readonly Tree[]> {
  const found = new Map<string, Tree[]>();
  const visit = (tree: Tree): void => {
    for (const [key, value] of Object.entries(tree)) {
      found.set(key, [...(found.get(key) ?? []), tree]);
      if (isTree(value)) visit(value);
    }
  };
  for (const tree of trees) visit(tree);
  return found;
}

/** Keys whose values move the score; those of texts are left alone. */
const telling = [
  "when",
  "weight",
  "favours",
  "forbids",
  "concern",
  "ordered",
  "direction",
  "several",
  "answer",
  "places",
];
const odd: Readonly<Record<string, readonly unknown[]>> = {
  weight: [0, 1, 3, 1000, 2 ** 31, 2 ** 53, -1, 1.5, { live: 1, kept: 3 }, { live: 2 ** 30, kept: 2 ** 30 }],
  direction: ["stateless", "stateful"],
};

interface Change {
  readonly key: string;
  readonly to: number;
  readonly from: number;
  readonly how: "copy" | "drop" | "odd" | "not";
}

const change: fc.Arbitrary<Change> = fc.record({
  key: fc.constantFrom(...telling),
  to: fc.nat(),
  from: fc.nat(),
  how: fc.constantFrom("copy", "copy", "copy", "not", "odd", "drop"),
});

/** The default pack with values of its entries copied onto others, dropped, reversed or made strange. */
function changedPack(changes: readonly Change[]): Outcome<CompiledPack> {
  const trees = structuredClone(documents);
  for (const { key, to, from, how } of changes) {
    const holders = entriesByKey(trees).get(key) ?? [];
    const target = holders[to % Math.max(1, holders.length)];
    if (target === undefined) continue;
    const choices = odd[key] ?? [true];
    if (how === "drop") delete target[key];
    else if (how === "odd") target[key] = choices[from % choices.length];
    else if (how === "not" && key === "when") target[key] = { not: target[key] };
    else target[key] = structuredClone(holders[from % holders.length]?.[key]);
  }
  const parsed = trees.flatMap((tree, index) => {
    const outcome = parseText({ file: `${index}.json`, text: JSON.stringify(tree) });
    return outcome.kind === "ok" ? outcome.value : [];
  });
  return buildPack([{ name: "pack", documents: parsed }]);
}

describe("recommending by a pack that compiles", () => {
  it("of the default pack, changed here and there, scores as read off it and ends", {
    timeout: 240_000,
  }, () => {
    let compiled = 0;
    const { numRuns, seed } = seeded(20);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), draws, (changes, drawn) => {
        const outcome = changedPack(changes);
        if (outcome.kind === "failed") expect(renderProblems(outcome.problems)).not.toMatch(steering);
        else {
          compiled += 1;
          hold(outcome.value, drawn, 0.6);
        }
      }),
      { numRuns, seed },
    );
    expect(compiled).toBeGreaterThan(numRuns / 5);
  });

  it("that ties many questions together scores as read off it and ends", { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(generatedPack({ questions: 6, rules: 9 }), generatedPack({ questions: 18, rules: 60 })),
        draws,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pack, drawn, kept) => hold(pack, drawn, kept),
      ),
      seeded(200),
    );
  });
});

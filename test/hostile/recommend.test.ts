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
import { concerns, places } from "../../src/engine/model/verdict.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { formatIds, formats } from "../../src/engine/report/formats.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { root } from "../cli/run-main.js";
import { generatedPack } from "../engine/generated-pack.js";
import type { Chosen } from "../engine/naive-condition.js";
import { seeded, steering } from "./bytes.js";
import { expectConsistent, expectSane, expectScoredAsNaively } from "./sound.js";

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

/** Recommends on answers to all questions, then on those to some of them. */
function hold(pack: CompiledPack, drawn: readonly number[], kept: number): void {
  const every = everyAnswer(pack, drawn);
  const full = recommended(pack, every);
  expectScoredAsNaively(pack, every, full);
  expectConsistent(full);
  expectSane(pack, every, full);
  const some: Chosen = new Map(
    [...every].filter((_, index) => ((drawn[(index * 7) % 64] ?? 0) % 100) / 100 < kept),
  );
  const open = recommended(pack, some);
  expectConsistent(open);
  expectSane(pack, some, open);
  // What has fired still fires, however the open questions are answered.
  const still = new Set([...full.rules, ...full.settled].map(({ rule }) => rule.id));
  const agrees = open.open.every(({ question }) => every.has(question)) && impliesNothing(open, every);
  if (agrees) for (const { rule } of [...open.rules, ...open.settled]) expect(still).toContain(rule.id);
  const services = [{ service: "x", source: "x.yaml", surfaces: [full, open] }];
  for (const format of formatIds) {
    const report = {
      tool: { name: "x", version: "1" },
      pack: { name: "p", version: "1", digest: "", drawnFrom: null, notAsked: null },
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

/** Keys whose values move the recommendation; those of texts are left alone. */
const telling = [
  "when",
  "points",
  "concern",
  "place",
  "places",
  "harmless",
  "bears-on",
  "ordered",
  "direction",
  "several",
];
/** Those that most packs survive a change of. */
const often = ["when", "points", "bears-on"];
const odd: Readonly<Record<string, readonly unknown[]>> = {
  points: [-5, -2, -1, 1, 2, 5, 0, 6, 1.5],
  concern: concerns,
  place: places,
  direction: ["stateless", "stateful"],
  "bears-on": ["place"],
};

interface Change {
  readonly key: string;
  readonly to: number;
  readonly from: number;
  readonly how: "copy" | "drop" | "odd" | "not";
}

const change: fc.Arbitrary<Change> = fc.record({
  key: fc.oneof(fc.constantFrom(...telling), fc.constantFrom(...often)),
  to: fc.nat(),
  from: fc.nat(),
  how: fc.constantFrom("copy", "copy", "copy", "not", "not", "odd", "drop"),
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

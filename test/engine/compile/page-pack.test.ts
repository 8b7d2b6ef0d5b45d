import { describe, expect, it } from "vitest";
import { recommend } from "../../../src/engine/advise/recommend.js";
import { pagePack, pageQuestions, restorePagePack } from "../../../src/engine/compile/page-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { LoadedPack } from "../../../src/engine/model/compiled-pack.js";
import { briefOf } from "../../../src/engine/report/brief/brief-of.js";
import { buildPacks } from "../../../src/packs/build-packs.js";
import { casesBeside } from "../../../src/packs/load-cases.js";
import { smallPack } from "../small-pack.js";

const small: LoadedPack = { compiled: smallPack(), digest: "sha256-small" };
const whole: LoadedPack = unwrap(await buildPacks([], import.meta.dirname));
const worked: LoadedPack = unwrap(await buildPacks(["examples/worked/pack.yaml"], process.cwd()));
const throughJson = (pack: LoadedPack, texts: "all" | "first"): LoadedPack =>
  restorePagePack(JSON.parse(JSON.stringify(pagePack(pack, texts))));

/** Without conditions as they were written. */
const unconditional = ({ compiled, digest }: LoadedPack): unknown =>
  JSON.parse(
    JSON.stringify({ digest, source: compiled.source, rules: compiled.rules }, (key, value: unknown) =>
      key === "when" || key === "question" ? null : value,
    ),
  );

describe.each([
  ["the small pack", small],
  ["a pack with few kinds of entries", worked],
  ["the default pack", whole],
])("%s for a page", (_, pack) => {
  it("comes back with all but its conditions as they were written", () => {
    const restored = throughJson(pack, "all");
    expect(unconditional(restored)).toEqual(unconditional(pack));
    expect(restored.compiled.implicationOrder.map(({ id }) => id)).toEqual(
      pack.compiled.implicationOrder.map(({ id }) => id),
    );
  });

  it("shows its questions without the rest", () => {
    const { topics, questions } = pageQuestions(JSON.parse(JSON.stringify(pagePack(pack, "first"))));
    expect(topics).toEqual(pack.compiled.source.topics);
    expect(questions.map(({ id, options, implied }) => [id, options, implied.length])).toEqual(
      pack.compiled.source.questions.map(({ id, options, implied }) => [id, options, implied.length]),
    );
  });

  it("with its first texts alone still has every rule with its sources, and no advice", () => {
    const { source } = throughJson(pack, "first").compiled;
    expect(source.guidance).toEqual([]);
    const sources = new Set([...source.criteria, ...source.references].map(({ id }) => id));
    const cited = source.rules.flatMap((rule) => rule.sources.map(({ id }) => id));
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter((id) => !sources.has(id))).toEqual([]);
  });
});

it("with its first texts alone decides the same, for the same reasons", async () => {
  const first = throughJson(whole, "first");
  const { cases } = unwrap(await casesBeside("default", process.cwd(), whole.compiled.source));
  const on = ({ compiled }: LoadedPack, { id, at, answers }: (typeof cases)[number]): object => {
    const surface = { name: id, at, answers, decision: null };
    const from = recommend(compiled, { service: "cases", source: "" }, surface, { analysis: true });
    const { verdict, clashes, assumptions, rules, settled, analysis } = from;
    const cited = [...rules, ...settled].flatMap(({ rule }) => rule.sources.map((source) => source.id));
    const sources = cited.map((source) => [from.titles.get(source), from.urls.get(source)]);
    return { verdict, clashes, assumptions, analysis, rules, settled, sources, places: briefOf(from).places };
  };
  const some = cases.filter((_, at) => at % 10 === 0);
  expect(some.length).toBeGreaterThan(20);
  const conditionless = (value: object): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, each: unknown) =>
        key === "when" ? null : typeof each === "bigint" ? String(each) : each,
      ),
    );
  for (const each of some) expect(conditionless(on(first, each))).toEqual(conditionless(on(whole, each)));
});

it("is not restored from data of another version", () => {
  expect(() => restorePagePack({ ...pagePack(small, "all"), format: "x" })).toThrow(RangeError);
});

import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { advise, type ServiceInput } from "../../../src/engine/advise/advise.js";
import { recommend } from "../../../src/engine/advise/recommend.js";
import { reportedPack } from "../../../src/engine/advise/reported-pack.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { costsOf } from "../../../src/engine/report/answer/costs.js";
import { checklist } from "../../../src/engine/report/checklist/document.js";
import { plainStyle } from "../../../src/engine/report/report-style.js";
import { loadPack } from "../../../src/node.js";
import { casesBeside } from "../../../src/packs/load-cases.js";

/* What a review gets to read of the packaged examples, the documented systems and the cases. */

let pack: CompiledPack;
const examples: Recommendation[] = [];
const systems: Recommendation[] = [];
const cases: Recommendation[] = [];

beforeAll(async () => {
  pack = await loadPack();
  for (const file of readdirSync("examples").filter((name) => name.endsWith(".yaml"))) {
    const input = parse(readFileSync(`examples/${file}`, "utf8")) as ServiceInput;
    examples.push(...advise(pack, input).surfaces);
  }
  const packaged = unwrap(await casesBeside("default", process.cwd(), pack.source));
  for (const [list, entries] of [
    [systems, packaged.systems],
    [cases, packaged.cases],
  ] as const)
    for (const { id, answers, at } of entries)
      list.push(
        recommend(
          pack,
          { service: id, source: "cases" },
          { name: id, at, answers, decision: null },
          { analysis: true },
        ),
      );
}, 120_000);

const drawn = (from: Recommendation): string =>
  checklist(
    {
      tool: { name: "api-advisor", version: "1.0.0" },
      pack: reportedPack(pack, "sha256-0123"),
      services: [{ service: from.service, source: from.source, surfaces: [from] }],
    },
    plainStyle,
  );

/** The tasks, and what is said below them, without marks, ids and labels. */
const saidIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:- \[ \] | {6}_[^_]+:_ )(.*?)(?: <!-- id: \S+ -->)?\\?$/gm)].map(
    ([, said = ""]) => said,
  );

const twice = (items: readonly string[]): readonly string[] =>
  items.filter((item, at) => items.indexOf(item) !== at);

describe("the checklist of one surface", () => {
  it.each([
    ["example", 1500, () => examples],
    ["documented system", 1600, () => systems],
  ] as const)("of every packaged %s has %i words at most, with ids and links", (_, most, list) => {
    const counts = list().map((from): [string, number] => [
      from.surface,
      drawn(from).trim().split(/\s+/).length,
    ]);
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(([, count]) => count > most)).toEqual([]);
  });

  it("says nothing twice", () => {
    expect(cases.length).toBeGreaterThan(200);
    for (const from of [...examples, ...systems, ...cases]) {
      const text = drawn(from);
      const said = saidIn(text);
      expect(said.length).toBeGreaterThan(5);
      expect({ of: from.surface, twice: twice(said) }).toEqual({ of: from.surface, twice: [] });
      expect(twice([...text.matchAll(/<!-- id: (\S+) -->/g)].map(([, id = ""]) => id))).toEqual([]);
    }
  });

  it("has an item for each cost that the screen names, and for the place of each kind of state", () => {
    for (const from of [...examples, ...systems, ...cases]) {
      const text = drawn(from);
      for (const { id } of costsOf(from, 2)) expect(text).toContain(`/mitigate/${id} -->`);
      for (const { placement } of from.concerns)
        if (placement !== null) expect(text).toContain(`/placement/${placement.id} -->`);
    }
  });

  it("has what speaks against each requirement that decides where state lives", () => {
    let known = 0;
    for (const from of [...examples, ...systems, ...cases]) {
      const text = drawn(from);
      for (const { rule } of from.settled) {
        const { kept } = from.concerns.find(({ concern }) => concern === rule.concern) ?? {};
        const decides = rule.kind === "must" ? kept : rule.kind === "must-not" ? !kept : false;
        if (!decides || rule.contested === null) continue;
        known += 1;
        expect(text.replace(/[\\`]/g, "")).toContain(
          `_Contested:_ ${rule.contested
            .split(/[\s`]+/)
            .slice(0, 4)
            .join(" ")}`,
        );
      }
    }
    expect(known).toBeGreaterThan(100);
  });

  it("has no tags of criteria, and every source as a link", () => {
    for (const from of [...examples, ...systems, ...cases])
      expect(drawn(from)).not.toMatch(/\b(?:cmp|sf|sl|err|use|practice|choose|tech|ex)-[a-z]+-?[a-z]*[,)]/);
  });
});

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

/** Each line of the items without its mark, its id and its label. */
const saidIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:- \[ \] | {6}_[^_]+:_ )(.*?)(?: <!-- id: \S+ -->)?\\?$/gm)].map(
    ([, said = ""]) => said,
  );

describe("the checklist of one surface", () => {
  it("probe", () => {
    const count = (from: Recommendation): [number, string] => [drawn(from).split(/\s+/).length, from.surface];
    for (const list of [examples, systems, cases]) {
      const counts = list.map(count).sort(([a], [b]) => b - a);
      console.log(counts.length, counts.slice(0, 12), counts[counts.length >> 1]);
    }
    console.log(systems.concat(cases, examples).flatMap((from) => {
      const said = saidIn(drawn(from));
      return said.filter((s, at) => said.indexOf(s) !== at).map((s) => `${from.surface}: ${s}`);
    }));
    expect(costsOf).toBeDefined();
  });
});

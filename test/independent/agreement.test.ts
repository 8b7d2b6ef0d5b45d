import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { answersOfCases, randomAnswers } from "./answer-sets.js";
import { type Pack, packFrom } from "./evaluate.js";
import { type Figures, figuresOf } from "./figures.js";
import { figuresOfJson, figuresOfLibrary } from "./reported.js";
import type { Known } from "./world.js";

/** All of it with `npm run test:laws`; otherwise a share that takes a few seconds. */
const all = process.env["npm_lifecycle_event"] === "test:laws";
const root = join(import.meta.dirname, "../..");
const rules = join(root, "rules");
const crookedRules = join(import.meta.dirname, "crooked.yaml");
const pack = packFrom(rules);
const crooked = packFrom(crookedRules);

/** The built library, not its sources. */
// biome-ignore lint/suspicious/noExplicitAny: it is imported by a name that the compiler does not follow
let library: any;
let sets: readonly Known[];
let expected: readonly Figures[];

beforeAll(async () => {
  library = await import(join(root, "dist/node.js"));
  const cases = answersOfCases(pack.questions, join(rules, "cases"));
  const some = all ? cases : cases.filter((_, index) => index % 40 === 0);
  sets = [...some, ...randomAnswers(pack.questions, all ? 2000 - cases.length : 10)];
  expected = sets.map((given) => figuresOf(pack, given));
}, 1_200_000);

function answersFile({ questions }: Pack, given: Known, service = "service") {
  const answers = [...given].map(([id, chosen]) => [id, questions[id]?.several ? chosen : chosen[0]]);
  return { version: 1, service, answers: Object.fromEntries(answers) };
}

/** The answers on which two accounts differ, with what differs. */
function differences(given: readonly Known[], ours: readonly Figures[], theirs: readonly Figures[]) {
  return given.flatMap((answers, index) => {
    const [mine, other] = [ours[index], theirs[index]] as unknown as Record<string, unknown>[];
    const differ = Object.keys(mine ?? {}).filter(
      (key) => mine?.[key] !== undefined && JSON.stringify(mine[key]) !== JSON.stringify(other?.[key]),
    );
    const found = differ.map((key) => ({ key, documents: mine?.[key], engine: other?.[key] }));
    return found.length === 0 ? [] : [{ answers: Object.fromEntries(answers), found }];
  });
}

function run(args: readonly string[], input: string): string {
  const script = join(root, "bin/api-advisor.js");
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

describe("an evaluator written from the documents alone agrees with", { timeout: 1_200_000 }, () => {
  it("the library, on the default pack", async () => {
    const compiled = await library.loadPack();
    const theirs = sets.map((given) =>
      figuresOfLibrary(library.advise(compiled, answersFile(pack, given)).surfaces[0]),
    );
    expect(differences(sets, expected, theirs)).toEqual([]);
    // Neither side is compared with nothing; which cases are drawn shifts with every new one.
    expect(new Set(expected.map(({ verdict }) => verdict)).size).toBe(4);
    expect(expected.filter(({ reach }) => reach !== undefined).length).toBeGreaterThan(sets.length / 5);
  });

  it("the library, on a pack with all turns of the format", async () => {
    const compiled = await library.loadPack(crookedRules);
    const given = randomAnswers(crooked.questions, all ? 2000 : 60);
    const ours = given.map((each) => figuresOf(crooked, each));
    const theirs = given.map((each) =>
      figuresOfLibrary(library.advise(compiled, answersFile(crooked, each)).surfaces[0]),
    );
    expect(differences(given, ours, theirs)).toEqual([]);
  });

  it("JSON lines", () => {
    const lines = sets.map((given, index) => JSON.stringify(answersFile(pack, given, `service-${index}`)));
    const results = run(["advise", "--format", "jsonl"], `${lines.join("\n")}\n`)
      .trimEnd()
      .split("\n");
    const services = results.map((line) => JSON.parse(line));
    expect(services.map(({ service }) => service)).toEqual(sets.map((_, index) => `service-${index}`));
    const theirs = services.map(({ surfaces }) => figuresOfJson(surfaces[0]));
    expect(differences(sets, expected, theirs)).toEqual([]);
  });

  it("single runs", () => {
    const every = all ? 40 : 20;
    const picked = sets.flatMap((given, index) => (index % every === 0 ? [{ given, index }] : []));
    const theirs = picked.map(({ given }) => {
      const report = run(["advise", "--format", "json"], JSON.stringify(answersFile(pack, given)));
      return figuresOfJson(JSON.parse(report).services[0].surfaces[0]);
    });
    const given = picked.map((each) => each.given);
    const ours = picked.flatMap(({ index }) => expected[index] ?? []);
    expect(differences(given, ours, theirs)).toEqual([]);
  });
});

it("the evaluator shares nothing with the engine", () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts"));
  const imported = files.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/ from "([^"]+)";/g)].map(
      ([, from]) => from,
    ),
  );
  const outside = imported.filter((from) => !from?.startsWith("./"));
  expect([...new Set(outside)].sort()).toEqual([
    "fast-check",
    "node:child_process",
    "node:fs",
    "node:path",
    "vitest",
    "yaml",
  ]);
});

it("the evaluator says of the worked example what docs/decision-model.md works out by hand", () => {
  const worked = packFrom(join(root, "examples/worked/pack.yaml"));
  const given: Known = new Map([
    ["exchange", ["stream"]],
    ["clients", ["many"]],
    ["presence", ["hidden"]],
  ]);
  expect(figuresOf(worked, given)).toMatchObject({
    verdict: "stateful",
    grade: "fragile",
    answersTrust: "open",
    weightsTrust: "moderate",
    radius: "0.200000000",
    reach: ["0.000000000", "0.500000000", "0.500000000", "0.000000000"],
    worth: ["failover 1.000000000"],
    tipping: ["exchange: stream > single: stateless", "exchange: stream > steps: hybrid"],
  });
});

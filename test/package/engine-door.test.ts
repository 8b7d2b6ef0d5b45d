import { execSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { precompilePack } from "../../src/engine/compile/precompiled-pack.js";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import { buildPacks } from "../../src/packs/build-packs.js";

const root = join(import.meta.dirname, "../..");
const dist = (file: string): string => join(root, "dist", file);

/** What a web page does with the engine: from the precompiled pack and answers to reports in every format. */
const page = `
  import * as engine from ${JSON.stringify(dist("index.js"))};
  const packJson = JSON.parse(packText);
  const compiled = engine.restorePack(packJson);
  const service = { version: 1, service: "chat", answers: { "interaction-style": "real-time-two-way", "client-liveness": "presence" } };
  const read = engine.parseText({ file: "chat.yaml", text: JSON.stringify(service) });
  const answers = engine.readAnswers(read.value[0], compiled.source.questions).value;
  const report = engine.recommendService(compiled, answers, { analysis: true });
  const pack = engine.reportedPack(compiled, packJson.digest);
  const document = { tool: { name: "page", version: "1" }, pack, services: [report] };
  const texts = Object.entries(engine.formats).map(([id, write]) => [id, write(document, engine.plainStyle).length]);
  const wrong = engine.parseText({ file: "wrong.yaml", text: "version: 2\\nservice: 漢字\\n" });
  const problems = engine.readAnswers(wrong.value[0], compiled.source.questions).problems;
  globalThis.result = {
    verdict: report.surfaces[0].verdict,
    reach: report.surfaces[0].analysis !== undefined,
    texts,
    problem: engine.renderProblems(problems),
  };
`;

beforeAll(() => {
  if (!existsSync(dist("index.js"))) execSync("npm run build", { cwd: root, stdio: "ignore" });
});

/** Runs the page with only the language's own globals: no Node, no DOM. */
async function runPage(): Promise<Record<string, unknown>> {
  const { outputFiles } = await build({
    stdin: { contents: page, resolveDir: root },
    bundle: true,
    platform: "browser",
    format: "iife",
    write: false,
  });
  const context = createContext({ packText: readFileSync(dist("default-pack.json"), "utf8") });
  new Script(outputFiles[0]?.text ?? "").runInContext(context);
  return context["result"];
}

describe("the precompiled default pack", () => {
  it("is what its YAML gives", async () => {
    const fromYaml = precompilePack(unwrap(await buildPacks([], root)));
    expect(JSON.parse(readFileSync(dist("default-pack.json"), "utf8"))).toEqual(fromYaml);
  });
});

describe("the default pack of the library", () => {
  it("is plain data, which a worker can be given", async () => {
    const { loadPack } = await import(dist("node.js"));
    const pack = await loadPack();
    expect(pack).toEqual(unwrap(await buildPacks([], root)).compiled);
    expect(structuredClone(pack)).toEqual(pack);
  });

  it("is the same from its JSON, which has its digest", async () => {
    const { digestOf, loadPack, restorePack } = await import(dist("node.js"));
    const json = JSON.parse(readFileSync(dist("default-pack.json"), "utf8"));
    const restored = restorePack(json);
    expect(restored).toEqual(await loadPack());
    expect(digestOf(restored.source)).toBe(json.digest);
  });
});

describe("the engine's door", () => {
  it("advises, with analysis, reports and problems if there is neither Node nor a browser", async () => {
    const { verdict, reach, texts, problem } = await runPage();
    expect({ verdict, reach }).toEqual({ verdict: "stateful", reach: true });
    expect(texts).toHaveLength(8);
    for (const [, length] of texts as [string, number][]) expect(length).toBeGreaterThan(200);
    expect(problem).toContain("wrong.yaml:1:10");
  });
});

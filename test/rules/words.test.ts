import { beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/engine/diagnostics/render-problem.js";
import type { Pack } from "../../src/engine/model/pack.js";
import { readPacks } from "../../src/packs/load-pack.js";

let pack: Pack;

beforeAll(async () => {
  pack = unwrap(await readPacks([], process.cwd())).compiled.source;
});

describe("the words of the default pack", () => {
  it("give each option and each pattern examples that one can search for", () => {
    const options = pack.questions.flatMap((question) =>
      question.options.map(({ id, examples }) => ({ id: `${question.id}/${id}`, examples })),
    );
    expect(options.length).toBeGreaterThan(100);
    expect([...options, ...pack.patterns].filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  it("say of each given what speaks against it", () => {
    const givens = pack.rules.filter(({ kind }) => kind !== "need" && kind !== "place");
    expect(givens.length).toBeGreaterThan(10);
    expect(givens.filter(({ contested }) => contested === null).map(({ id }) => id)).toEqual([]);
  });

  it("call what a server sends back a response, as an answer is what the user gives", () => {
    const { rules, placements, backings, tradeoffs, guidance, patterns, questions, criteria } = pack;
    const texts = [rules, placements, backings, tradeoffs, guidance, patterns, criteria]
      .flat()
      .flatMap((entry) => Object.values(entry))
      .filter((value) => typeof value === "string" && !/^[a-z0-9-]+$/.test(value));
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => /\banswer/i.test(text))).toEqual([]);
    expect(questions.filter(({ ask }) => /\banswer/i.test(ask))).toEqual([]);
  });
});

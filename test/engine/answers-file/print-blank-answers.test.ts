import { beforeAll, describe, expect, it } from "vitest";
import { printBlankAnswers } from "../../../src/engine/answers-file/print-answers.js";
import { readAnswers } from "../../../src/engine/answers-file/read-answers.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../../src/engine/model/compiled-pack.js";
import { parseText } from "../../../src/engine/parse/parse-text.js";
import { loadPack } from "../../../src/node.js";
import { barePack, bareQuestion } from "../bare-pack.js";
import { smallPack } from "../small-pack.js";
import { tinyPack } from "../tiny-pack.js";

function read(text: string, pack: CompiledPack) {
  const [document] = unwrap(parseText({ file: "blank.yaml", text }));
  if (document === undefined) throw new Error("no document");
  return unwrap(readAnswers(document, pack.source.questions));
}

const flowing = (text: string): string => text.replaceAll(/\n *# */g, " ").replaceAll(/\s+/g, " ");

describe("a blank answers file", () => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await loadPack();
  });

  it("is valid unchanged, and answers nothing", () => {
    const service = read(printBlankAnswers("a: shop #1", pack.source), pack);
    expect(service.service).toBe("a: shop #1");
    expect([...(service.surfaces[0]?.answers ?? [])]).toEqual([]);
  });

  it("says everything about every question, within a hundred columns", () => {
    const text = printBlankAnswers("shop", pack.source);
    const words = flowing(text);
    for (const { ask, help, why, options } of pack.source.questions) {
      for (const said of [ask, help, why, ...options.map((option) => option.help)])
        expect(words).toContain(flowing(said));
      for (const { label } of options) expect(words).toContain(flowing(label));
    }
    const prose = text.split("\n").filter((line) => !/^ *# +(- )?[a-z0-9-]+(: [a-z0-9-]+)? #/.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const line of text.split("\n"))
      expect(line).toMatch(/^( *#.*|version: 1|service: "shop"|answers:|)$/);
  });

  it("takes every option when the marks before it go", () => {
    const text = printBlankAnswers("shop", pack.source);
    for (const question of pack.source.questions) {
      for (const { id } of question.options) {
        const answered = question.several
          ? text
              .replace(`  # ${question.id}:\n`, `  ${question.id}:\n`)
              .replace(`  #   - ${id} #`, `    - ${id} #`)
          : text.replace(`  # ${question.id}: ${id} #`, `  ${question.id}: ${id} #`);
        const answers = read(answered, pack).surfaces[0]?.answers;
        expect([...(answers ?? [])]).toEqual([[question.id, { kind: "chosen", options: [id], note: null }]]);
      }
    }
  });

  it("reads as it should", async () => {
    const text = printBlankAnswers("shop", smallPack().source);
    await expect(text).toMatchFileSnapshot("golden/blank-small.yaml");
  });
});

it("a blank answers file has each question under its topic", () => {
  const topics = ["how", "where"].map((id) => ({ id, title: `On ${id}`, about: "" }));
  const questions = ["where", "how"].map((topic) => bareQuestion(`${topic}-q`, ["a"], { topic }));
  const text = printBlankAnswers("shop", barePack({ topics, questions }));
  expect(text.match(/On \w+|\w+-q/g)).toEqual(["On how", "how-q", "On where", "where-q"]);
});

describe("a line of a blank answers file", () => {
  it("offers options that YAML would take for something else as the texts that they are", () => {
    const ids = ["true", "false", "null", "1", "0x1f", "1e3", "trues", "untrue", "v1"];
    const { source: pack } = tinyPack({ questions: { q: ids }, rules: [] });
    const lines = printBlankAnswers("shop", pack).split("\n");
    const offered = lines.flatMap((line) => /^ {2}# (q: \S+) #/.exec(line)?.[1] ?? []);
    const answers = offered.map((text) => unwrap(parseText({ file: "a.yaml", text }))[0]?.value);
    expect(answers).toEqual(ids.map((id) => ({ q: id })));
    expect(offered.filter((text) => text.includes('"'))).toHaveLength(6);
  });

  it("breaks comments if a line would be longer than a hundred columns, and no earlier", () => {
    const { source: pack } = tinyPack({ questions: { q: ["a", "b"] }, rules: [] });
    const asked = (ask: string) => ({ ...pack, questions: pack.questions.map((each) => ({ ...each, ask })) });
    const lines = (ask: string) => printBlankAnswers("shop", asked(ask)).split("\n");
    const [first, second] = ["x".repeat(50), "y".repeat(45)];
    expect(lines(`${first} ${second}`)).toContain(`  # ${first} ${second}`);
    expect(lines(`${first} ${second}y`)).toContain(`  # ${first}`);
    expect(lines(`${first} ${second}y`)).toContain(`  # ${second}y`);
  });
});

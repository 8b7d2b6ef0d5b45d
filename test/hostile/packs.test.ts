import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recommendService } from "../../src/engine/advise/recommend.js";
import { readAnswers } from "../../src/engine/answers-file/read-answers.js";
import { buildPack } from "../../src/engine/compile/build-pack.js";
import type { Outcome } from "../../src/engine/diagnostics/problem.js";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import type { CompiledPack } from "../../src/engine/model/compiled-pack.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { plainStyle } from "../../src/engine/report/report-style.js";
import { textReport as reportText } from "../../src/engine/report/text/document.js";
import { root } from "../cli/run-main.js";
import { minimalPatternsText, minimalPlacementsText } from "../engine/minimal-placements.js";
import { damaged, noise, seeded, steering } from "./bytes.js";

function build(text: string): Outcome<CompiledPack> {
  const documents = parseText({ file: "pack.yaml", text });
  return documents.kind === "failed" ? documents : buildPack([{ name: "pack", documents: documents.value }]);
}

function expectRefused(text: string, code: string): void {
  const outcome = build(text);
  expect(outcome.kind).toBe("failed");
  if (outcome.kind === "failed") expect(outcome.problems.map((problem) => problem.code)).toContain(code);
}

/** A pack of one topic, with questions that each take `yes` or `no`. */
function packOf(questions: readonly string[], rest: string): string {
  const asked = questions.map(
    (id) =>
      `  ${id}: {topic: t, ask: a, why: w, help: h, options: {yes: {label: l, help: h}, no: {label: l, help: h}}}`,
  );
  return [
    "pack: {format: 2, name: p, version: '1'}",
    "topics: {t: {title: t, about: a}}",
    "references: {r: {title: t}}",
    "questions:",
    ...asked,
    rest,
    `placements:\n${minimalPlacementsText("r")}patterns:\n${minimalPatternsText("r")}`,
  ].join("\n");
}

const rule = (id: string, when: string): string =>
  `  ${id}: {when: ${when}, points: -1, concern: session, because: b, sources: [r]}`;

describe("the pack compiler", () => {
  it("takes or refuses damaged files of the default pack", () => {
    const folder = join(root, "rules");
    const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
    const whole = names.map((name) => readFileSync(join(folder, name), "utf8"));
    const anything = fc.oneof(damaged(...names.map((name) => `rules/${name}`)), noise);
    fc.assert(
      fc.property(anything, fc.nat(), (text, index) => {
        const others = whole.filter((_, other) => other !== index % whole.length);
        const documents = [text, ...others.slice(0, 2)].flatMap((each) => {
          const parsed = parseText({ file: "f.yaml", text: each });
          return parsed.kind === "ok" ? parsed.value : [];
        });
        const outcome = buildPack([{ name: "pack", documents }]);
        if (outcome.kind === "failed") expect(renderProblems(outcome.problems)).not.toMatch(steering);
        else expect(outcome.value.source.name).not.toBe("");
      }),
      seeded(40),
    );
  });

  it("compiles any condition or says that it is too complex", () => {
    const ids = Array.from({ length: 24 }, (_, n) => `q${n}`);
    const condition = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc
          .tuple(fc.constantFrom(...ids), fc.constantFrom("yes", "no", "[yes, no]"))
          .map(([q, o]) => `{${q}: ${o}}`),
        fc.array(tie("node"), { minLength: 1, maxLength: 12 }).map((of) => `{all: [${of.join(", ")}]}`),
        fc.array(tie("node"), { minLength: 1, maxLength: 12 }).map((of) => `{any: [${of.join(", ")}]}`),
        tie("node").map((of) => `{not: ${of}}`),
      ),
    })).node;
    fc.assert(
      fc.property(condition, (when) => {
        const outcome = build(packOf(ids, `need:\n${rule("r1", when)}`));
        if (outcome.kind === "ok") return;
        for (const { code } of outcome.problems)
          expect(["condition-too-complex", "always-holds", "too-many"]).toContain(code);
      }),
      seeded(80),
    );
  });

  it("takes ids that every object has for what they are", () => {
    const outcome = build(
      packOf(["constructor", "valueof"], `need:\n${rule("isprototypeof", "{constructor: yes}")}`),
    );
    expect(outcome.kind).toBe("ok");
    if (outcome.kind !== "ok") return;
    const answers = parseText({
      file: "a.yaml",
      text: "version: 1\nservice: constructor\nanswers: {constructor: yes}",
    });
    if (answers.kind === "failed") throw new Error(renderProblems(answers.problems));
    const [document] = answers.value;
    if (document === undefined) throw new Error("no document");
    const service = readAnswers(document, outcome.value.source.questions);
    if (service.kind === "failed") throw new Error(renderProblems(service.problems));
    const recommended = recommendService(outcome.value, service.value, { analysis: true });
    expect(recommended.surfaces[0]?.rules.map((fired) => fired.rule.id)).toEqual(["isprototypeof"]);
    expect(
      reportText(
        {
          tool: { name: "x", version: "1" },
          pack: { name: "p", version: "1", digest: "", drawnFrom: null, notAsked: null },
          services: [recommended],
        },
        plainStyle,
      ),
    ).toContain("constructor");
  });

  it("knows no question that only a prototype has", () => {
    for (const word of ["__proto__", "tostring", "hasownproperty", "constructor"])
      expectRefused(packOf(["q"], `need:\n${rule("r1", `{${word}: yes}`)}`), "unknown-id");
  });

  it("refuses a rule over more questions than its points can be shared among", () => {
    const ids = Array.from({ length: 800 }, (_, n) => `q${n}`);
    expectRefused(
      packOf(ids, `need:\n${rule("r1", `{${ids.map((id) => `${id}: yes`).join(", ")}}`)}`),
      "too-many",
    );
    const twenty = ids.slice(0, 20);
    const shared = build(
      packOf(twenty, `need:\n${rule("r1", `{${twenty.map((id) => `${id}: yes`).join(", ")}}`)}`),
    );
    expect(shared.kind === "ok" && shared.value.shares).toBe(232_792_560);
  });

  it("reports long lists with a wrong word without comparing each with every other", () => {
    const numbers = Array.from({ length: 60_000 }, (_, n) => n);
    expectRefused(`guidance: {g: {verdict: [${numbers.join(",")}]}}`, "wrong-type");
    for (const list of ["tradeoffs: {g: {places: ", "patterns: {g: {concerns: "])
      expectRefused(`${list}[${numbers.slice(0, 100).join(",")}]}}`, "wrong-type");
  });

  it("refuses conditions that multiply, however many of them there are", () => {
    const ids = Array.from({ length: 60 }, (_, n) => `q${n}`);
    const pairs = (from: number): string =>
      `{all: [${Array.from({ length: 9 }, (_, n) => `{any: [{q${from + 2 * n}: yes}, {q${from + 2 * n + 1}: yes}]}`).join(", ")}]}`;
    const product = `{all: [${pairs(0)}, ${pairs(20)}, ${pairs(40)}]}`;
    expectRefused(packOf(ids, `need:\n${rule("r1", product)}`), "condition-too-complex");
    const many = Array.from({ length: 1200 }, (_, n) => rule(`r${n}`, pairs(n % 40)));
    expectRefused(packOf(ids, `need:\n${many.join("\n")}`), "condition-too-complex");
  });
});

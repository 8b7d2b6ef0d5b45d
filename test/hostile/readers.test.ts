import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/engine/answers-file/set-answers.js";
import type { Problem } from "../../src/engine/diagnostics/problem.js";
import { renderProblems } from "../../src/engine/diagnostics/render-problem.js";
import { parseText } from "../../src/engine/parse/parse-text.js";
import { damaged, noise, seeded, steering } from "./bytes.js";
import { questions, read } from "./read.js";

/** A refusal says something, names real places, and cannot steer a terminal. */
function expectHonest(problems: readonly Problem[], text: string): void {
  expect(problems).not.toEqual([]);
  const lines = text.split("\n");
  for (const { at } of problems) {
    if (at === null) continue;
    expect(at.lineText.replace(/\r$/, "")).toBe((lines[at.line - 1] ?? "").replace(/\r$/, ""));
    expect(at.column).toBeLessThanOrEqual(at.lineText.length + 2);
  }
  const shown = renderProblems(problems);
  expect(shown).not.toBe("");
  expect(shown).not.toMatch(steering);
}

const answersFiles = ["examples/checkout.yaml", "examples/amazon-s3-rest.yaml"];

describe("the answers reader", () => {
  it("takes or refuses any text", () => {
    const anything = fc.oneof(
      noise,
      noise.map((text) => `version: 1\nservice: a\nanswers:\n  ${text}`),
      fc.string({ unit: "binary", maxLength: 200 }),
      damaged(...answersFiles),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const outcome = read(text);
        if (outcome.kind === "failed") expectHonest(outcome.problems, text);
        else for (const service of outcome.value) expect(service.surfaces.length).toBeGreaterThan(0);
      }),
      seeded(1500),
    );
  });

  it("takes or refuses any JSON value", () => {
    const shaped = fc.record(
      {
        version: fc.oneof(fc.constant(1), fc.jsonValue()),
        service: fc.oneof(fc.constant("a"), fc.jsonValue()),
        answers: fc.oneof(
          fc.dictionary(
            fc.constantFrom(...questions.map(({ id }) => id), "__proto__", "constructor", "toString"),
            fc.jsonValue({ maxDepth: 2 }),
          ),
          fc.jsonValue(),
        ),
        surfaces: fc.jsonValue(),
        decision: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(shaped, fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        const outcome = read(text);
        if (outcome.kind === "failed") expectHonest(outcome.problems, text);
      }),
      seeded(600),
    );
  });

  it("agrees with JSON.parse about what JSON says", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const documents = parseText({ file: "f.json", text });
        fc.pre(documents.kind === "ok");
        if (documents.kind !== "ok") return;
        expect(JSON.stringify(documents.value[0]?.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      seeded(400),
    );
  });
});

describe("--set", () => {
  it("takes or refuses any setting", () => {
    const ids = questions.map(({ id }) => id);
    const setting = fc.oneof(
      noise,
      fc.string({ unit: "binary" }),
      fc.tuple(fc.constantFrom(...ids), noise).map(([id, value]) => `${id}=${value}`),
    );
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 4 }), (settings) => {
        const outcome = readSettings(settings, questions);
        if (outcome.kind === "failed") expect(renderProblems(outcome.problems)).not.toMatch(steering);
        else expect([...outcome.value.keys()].every((id) => ids.includes(id))).toBe(true);
      }),
      seeded(600),
    );
  });
});

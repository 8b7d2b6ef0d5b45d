import { describe, expect, it } from "vitest";
import { jsonDocument } from "../../../src/engine/report/json/document.js";
import { checkedLine, problemLine, serviceLine } from "../../../src/engine/report/json/line.js";
import { checked, recommendationFor, surfaceOf } from "../check/checked.js";

const head = {
  tool: { name: "tool", version: "1" },
  pack: { name: "small", version: "1.2.3", digest: "sha256-0", drawnFrom: null, notAsked: null },
};

/** One line of ASCII that holds this. */
function expectLine(line: string, value: unknown): void {
  expect(line).toMatch(/^[ -~]+\n$/);
  expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
}

const surfaces = [
  "{}",
  "{ style: stream }",
  "{ style: apart, load: many }",
  "{ style: stream, kinds: [games, shops], order: strict }",
  '{ style: { answer: stream, note: "so says – 🙂 \\"answers\\":[] \\"rules\\":[]" }, load: unsure }',
  "{ style: { answer: stream, note: another }, load: { answer: few, note: counted } }",
];

describe("a line of JSON Lines", () => {
  it.each(surfaces)("holds what the JSON report says of %s, definitions included", (answers) => {
    const from = recommendationFor(surfaceOf(answers, null));
    const { definitions, services } = jsonDocument({
      ...head,
      services: [{ service: "shop", source: "a.jsonl", surfaces: [from] }],
    });
    expectLine(serviceLine("shop", { source: "a.jsonl", line: 7 }, [from]), {
      ...services[0],
      line: 7,
      definitions,
    });
  });

  it("holds what the gate says", () => {
    const surface = checked("{ style: stream }", "{ style: stateless }");
    const line = checkedLine(surface);
    expect(line).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(line)).toMatchObject({
      service: "shop",
      surface: "shop",
      verdict: "stateful",
      passes: false,
      findings: [{ kind: "deviation-unexplained" }],
    });
  });

  it("holds problems in place of a result, with their line", () => {
    const line = problemLine({ source: "ä.jsonl", line: 3 }, [
      { severity: "error", file: "ä.jsonl", at: null, code: "not-utf8" },
    ]);
    expect(line).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(line)).toMatchObject({ source: "ä.jsonl", line: 3, problems: [{ code: "not-utf8" }] });
  });
});

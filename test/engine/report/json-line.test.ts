import { describe, expect, it } from "vitest";
import { recommend } from "../../../src/engine/advise/recommend.js";
import { unwrap } from "../../../src/engine/diagnostics/render-problem.js";
import { jsonDocument } from "../../../src/engine/report/json/document.js";
import { checkedLine, problemLine, serviceLine } from "../../../src/engine/report/json/line.js";
import { checked, recommendationFor, surfaceOf } from "../check/checked.js";
import { packOf, smallPackText } from "../small-pack.js";
import { sample } from "./sample-recommendation.js";

const head = {
  tool: { name: "tool", version: "1" },
  pack: { name: "small", version: "1.2.3", digest: "sha256-0" },
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
  it.each(surfaces)("holds what the JSON report says of %s", (answers) => {
    const from = recommendationFor(surfaceOf(answers, null));
    const { services } = jsonDocument({
      ...head,
      services: [{ service: "shop", source: "a.jsonl", surfaces: [from] }],
    });
    expectLine(serviceLine("shop", { source: "a.jsonl", line: 7 }, [from]), { ...services[0], line: 7 });
  });

  it("holds every surface of a service, each with its own answers and notes", () => {
    const all = surfaces.map((answers) => recommendationFor(surfaceOf(answers, null)));
    const { services } = jsonDocument({
      ...head,
      services: [{ service: "Läden", source: "ä.jsonl", surfaces: all }],
    });
    const line = serviceLine("Läden", { source: "ä.jsonl", line: 1 }, all);
    expectLine(line, { ...services[0], line: 1 });
    expect(serviceLine("Läden", { source: "ä.jsonl", line: 1 }, all)).toBe(line);
  });

  it("holds every veto and every piece of guidance", () => {
    const from = {
      ...sample,
      vetoes: sample.vetoes.flatMap((each) => [each, { ...each, veto: { ...each.veto, id: "other" } }]),
      guidance: sample.guidance.flatMap((each) => [each, { ...each, id: "other" }]),
    };
    const service = { service: "shop", source: "a.jsonl", surfaces: [from] };
    const { services } = jsonDocument({ ...head, services: [service] });
    expectLine(serviceLine("shop", { source: "a.jsonl", line: 1 }, [from]), { ...services[0], line: 1 });
  });

  it("names of a rule the questions that made it fire there, though it fires by others elsewhere", () => {
    const pack = unwrap(
      packOf(
        smallPackText.replace("{ load: { at-least: some } }", "{ any: [{ load: many }, { order: strict }] }"),
      ),
    );
    const questionsBy = (answers: string): unknown => {
      const from = recommend(pack, { service: "x", source: "x" }, surfaceOf(answers, null), {
        analysis: false,
      });
      const line = JSON.parse(serviceLine("x", { source: "x", line: 1 }, [from]));
      return line.surfaces[0].rules.map(({ id, questions }: Record<string, unknown>) => [id, questions]);
    };
    expect(questionsBy("{ load: many }")).toEqual([["crowds", ["load"]]]);
    expect(questionsBy("{ order: strict }")).toEqual([["crowds", ["order"]]]);
    expect(questionsBy("{ load: many, order: strict }")).toEqual([["crowds", ["load", "order"]]]);
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

  it("holds problems in place of a result, with the line where they stand", () => {
    const line = problemLine({ source: "ä.jsonl", line: 3 }, [
      { severity: "error", file: "ä.jsonl", at: null, code: "not-utf8" },
    ]);
    expect(line).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(line)).toMatchObject({ source: "ä.jsonl", line: 3, problems: [{ code: "not-utf8" }] });
  });
});

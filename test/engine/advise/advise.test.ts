import { expect, it } from "vitest";
import { advise } from "../../../src/engine/advise/advise.js";
import { ProblemError } from "../../../src/engine/diagnostics/render-problem.js";
import { smallPack } from "../small-pack.js";

/** The code and the line of each problem that is thrown. */
function thrownBy(action: () => unknown): readonly (readonly [code: string, at: string])[] {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ code, file, at }) => [code, at === null ? file : `${file}:${at.line}`]);
  }
  return [];
}

it("an answers file as an object is advised on surface by surface, shared answers included", () => {
  const report = advise(smallPack(), {
    version: 1,
    service: "shop",
    answers: { load: "many" },
    surfaces: {
      cart: { answers: { style: { answer: "steps", note: "One page each." } } },
      chat: { answers: { style: "stream" }, decision: { style: "hybrid" } },
    },
  });
  expect(report).toMatchObject({ service: "shop", source: "<input>" });
  expect(
    report.surfaces.map(({ service, surface, verdict, answers, decision }) => [
      `${service}/${surface}`,
      verdict,
      answers.map(({ question, note }) => [question, note]),
      decision?.style ?? null,
    ]),
  ).toEqual([
    [
      "shop/cart",
      "hybrid",
      [
        ["style", "One page each."],
        ["load", null],
      ],
      null,
    ],
    [
      "shop/chat",
      "stateful",
      [
        ["style", null],
        ["load", null],
      ],
      "hybrid",
    ],
  ]);
});

it("advice comes with an analysis unless that is left off", () => {
  const input = { version: 1, service: "tv", answers: { style: "stream" } } as const;
  const trust = { grade: "fair", answers: "assumed", weights: "robust", caps: [] };
  expect(advise(smallPack(), input).surfaces[0]?.analysis?.trust).toEqual(trust);
  const [quick] = advise(smallPack(), input, { analysis: false }).surfaces;
  expect(quick).toMatchObject({ verdict: "stateful", analysis: null, assumptions: [], outOfReach: [] });
});

it("all that is wrong with an object is thrown at once, with its lines when it is printed as indented JSON", () => {
  const input = { version: 1, service: "tv", answers: { style: "none", lode: "many" } } as const;
  expect(JSON.stringify(input, null, 2).split("\n").slice(3, 6)).toEqual([
    '  "answers": {',
    '    "style": "none",',
    '    "lode": "many"',
  ]);
  expect(thrownBy(() => advise(smallPack(), input))).toEqual([
    ["unknown-option", "<input>:5"],
    ["unknown-id", "<input>:6"],
  ]);
});

it("anything but an object of answers is refused like an empty file", () => {
  expect(thrownBy(() => advise(smallPack(), undefined as never))).toEqual([["empty-document", "<input>"]]);
});

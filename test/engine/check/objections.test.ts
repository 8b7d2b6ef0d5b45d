import { describe, expect, it } from "vitest";
import { recommend } from "../../../src/engine/advise/recommend.js";
import { objections } from "../../../src/engine/check/objections.js";
import type { Recommendation } from "../../../src/engine/model/recommendation.js";
import { type DecidedVerdict, decidedVerdicts } from "../../../src/engine/model/verdict.js";
import { profileOf } from "../../../src/engine/score/fill-implied.js";
import { score, scoreOf } from "../../../src/engine/score/score.js";
import { pack, surfaceOf } from "./checked.js";

const at = (answers: string): Recommendation =>
  recommend(pack, { service: "shop", source: "a.yaml" }, surfaceOf(answers, null), { analysis: false });

describe("what speaks against a decided style", () => {
  it.each<
    [
      string,
      string,
      DecidedVerdict,
      Recommendation["verdict"],
      readonly (readonly [string, string, number | null])[],
    ]
  >([
    [
      "what makes any concern kept, musts first, and nothing about binding",
      "{ style: stream, kinds: games, order: strict, load: many }",
      "stateless",
      "stateful",
      [
        ["must", "ordered-stream", null],
        ["need", "streams", 3],
        ["need", "ordered-games", 2],
      ],
    ],
    [
      "of a hybrid, what is kept",
      "{ style: steps }",
      "stateless",
      "hybrid",
      [["need", "steps-remembered", 2]],
    ],
    [
      "only what binds the conversation, where nothing else is kept",
      "{ style: stream }",
      "hybrid",
      "stateful",
      [["place", "held-open", 2]],
    ],
    [
      "what keeps and what binds the conversation, where a hybrid is left without it",
      "{ style: stream, kinds: [games, shops], load: some, order: strict }",
      "hybrid",
      "stateful",
      [
        ["must", "ordered-stream", null],
        ["must-bind", "games-are-live", null],
        ["need", "streams", 3],
        ["place", "held-open", 2],
      ],
    ],
    [
      "what leaves every concern unkept",
      "{ style: apart, load: some }",
      "hybrid",
      "stateless",
      [
        ["must-not", "nobody-stays", null],
        ["need", "alone", 3],
      ],
    ],
    [
      "what leaves the conversation unkept or would keep it elsewhere, and nothing about other concerns",
      "{ style: apart, load: some }",
      "stateful",
      "stateless",
      [
        ["need", "alone", 3],
        ["place", "crowds", 1],
      ],
    ],
    [
      "the same, where something else is kept",
      "{ style: steps, load: many }",
      "stateful",
      "hybrid",
      [
        ["need", "steps-fit", 1],
        ["place", "crowds", 1],
      ],
    ],
    [
      "a given that forbids binding, without the points that are outweighed",
      "{ style: stream, kinds: shops, load: many }",
      "stateful",
      "hybrid",
      [["may-not-bind", "shops-move", null]],
    ],
    ["nothing, while undecided", "{ load: many }", "stateful", "undecided", []],
    ["nothing, where it is the verdict", "{ style: steps }", "hybrid", "hybrid", []],
  ])("is %s", (_, answers, style, verdict, expected) => {
    const recommendation = at(answers);
    expect(recommendation.verdict).toBe(verdict);
    expect(objections(style, recommendation).map(({ kind, id, points }) => [kind, id, points])).toEqual(
      expected,
    );
  });

  it("is told with its reason and questions, keys in the order of the JSON report", () => {
    const [first] = objections("stateless", at("{ style: steps }"));
    expect(Object.entries(first ?? {})).toEqual([
      ["kind", "need"],
      ["id", "steps-remembered"],
      ["concern", "workflow"],
      ["points", 2],
      ["because", "Steps are kept."],
      ["questions", ["style"]],
    ]);
  });
});

/** Every way of answering the questions of the small pack, each of them open as well. */
function everyAnswers(): readonly string[] {
  return pack.questions.reduce<readonly string[]>(
    (all, { id, options }) =>
      all.flatMap((given) => [given, ...options.map((option) => `${given} ${id}: ${option.id},`)]),
    [""],
  );
}

it("is all that keeps a surface from being stateless, or a stateful one from being hybrid", () => {
  let tried = 0;
  for (const given of everyAnswers()) {
    const answers = `{${given} }`;
    const recommendation = at(answers);
    const { fired } = score(pack, profileOf(pack, surfaceOf(answers, null).answers).possible);
    for (const style of decidedVerdicts) {
      const named = objections(style, recommendation).map(({ id }) => id);
      const isRemovable =
        style === "stateless" || (style === "hybrid" && recommendation.verdict === "stateful");
      if (!isRemovable || named.length === 0) continue;
      tried += 1;
      const without = scoreOf(fired.filter(({ entry }) => !named.includes(entry.id)));
      expect([style, "undecided"], `${answers} without ${named.join(", ")}`).toContain(without.verdict);
    }
  }
  expect(tried).toBeGreaterThan(100);
});

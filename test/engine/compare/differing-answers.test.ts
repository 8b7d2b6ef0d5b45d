import { describe, expect, it } from "vitest";
import { differingAnswers } from "../../../src/engine/compare/compare.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";

/** Questions with the options that each surface has there. */
function table(...surfaces: readonly string[]) {
  const recommended = surfaces.map((answers) => recommendationFor(surfaceOf(answers, null)));
  return differingAnswers(recommended).map(({ question, answers }) => [
    question,
    ...answers.map((answer) => answer?.options.map(({ id }) => id).join(" ") ?? null),
  ]);
}

describe("the questions on which surfaces differ", () => {
  it("are those that not all answer alike", () => {
    expect(
      table("{ style: stream, load: few }", "{ style: stream, load: many }", "{ style: stream, load: few }"),
    ).toEqual([["load", "few", "many", "few"]]);
  });

  it("are those that some leave open, in the order in which they are first answered", () => {
    expect(table("{ load: few, order: strict }", "{ style: stream, order: strict }")).toEqual([
      ["load", "few", null],
      ["style", null, "stream"],
    ]);
  });

  it("tell sets of options apart", () => {
    expect(table("{ kinds: [games, shops] }", "{ kinds: games }")).toEqual([
      ["kinds", "games shops", "games"],
    ]);
  });

  it("are none if all answer alike", () => {
    expect(table("{ style: stream }", "{ style: stream }")).toEqual([]);
    expect(table("{ style: stream }")).toEqual([]);
  });
});

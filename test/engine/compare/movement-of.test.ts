import { describe, expect, it } from "vitest";
import { movementOf } from "../../../src/engine/compare/compare.js";
import type { ReportedAnswer } from "../../../src/engine/model/recommendation.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";

const on = (answers: string) => recommendationFor(surfaceOf(answers, null));
const words = (answer: ReportedAnswer | null) =>
  answer === null ? null : answer.options.map(({ id }) => id).join(" ");

describe("what moves between two recommendations", () => {
  const before = on("{ style: stream, kinds: [games, shops] }");
  const after = on("{ style: apart, load: many, kinds: [games, shops] }");

  it("is reported with both of them", () => {
    const movement = movementOf(before, after);
    expect([movement.before, movement.after]).toEqual([before, after]);
    expect([before.verdict, after.verdict]).toEqual(["stateful", "stateless"]);
  });

  it("names changed answers, new ones, and those that follow; not those that stay", () => {
    const movement = movementOf(before, after);
    expect(
      movement.answers.map((moved) => [moved.question, words(moved.before), words(moved.after)]),
    ).toEqual([
      ["style", "stream", "apart"],
      ["load", null, "many"],
      ["order", null, "any"],
    ]);
  });

  it("names what fires now and what no longer does", () => {
    const movement = movementOf(before, after);
    expect(movement.rules.gained.map(({ id }) => id)).toEqual(["alone", "crowds"]);
    expect(movement.rules.lost.map(({ id }) => id)).toEqual(["streams"]);
    expect(movement.vetoes).toEqual({ gained: [], lost: [before.vetoes[0]?.veto] });
  });

  it("names the texts that come and go", () => {
    const movement = movementOf(before, after);
    expect(movement.tradeoffs.gained.map(({ id }) => id)).toEqual(["spread"]);
    expect(movement.tradeoffs.lost.map(({ id }) => id)).toEqual(["fast", "lost"]);
    expect(movement.guidance.gained.map(({ id }) => id)).toEqual(["retry"]);
    expect(movement.guidance.lost).toEqual([]);
  });

  it("is the other way round on the way back", () => {
    const [movement, back] = [movementOf(before, after), movementOf(after, before)];
    expect([back.rules.gained, back.rules.lost]).toEqual([movement.rules.lost, movement.rules.gained]);
    expect(back.answers.map(({ question }) => question).toSorted()).toEqual(["load", "order", "style"]);
    expect(back.answers.find(({ question }) => question === "load")).toMatchObject({ after: null });
  });

  it("sees that one of several options is gone", () => {
    const fewer = on("{ style: stream, kinds: [games] }");
    expect(movementOf(before, fewer).answers.map(({ question }) => question)).toEqual(["kinds"]);
  });

  it("is empty if nothing moves, whatever the notes say", () => {
    const noted = on("{ style: { answer: stream, note: by contract }, kinds: [shops, games] }");
    const none = { gained: [], lost: [] };
    expect(movementOf(before, noted)).toMatchObject({
      answers: [],
      rules: none,
      vetoes: none,
      tradeoffs: none,
      guidance: none,
    });
  });
});

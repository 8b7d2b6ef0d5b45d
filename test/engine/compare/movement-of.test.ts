import { describe, expect, it } from "vitest";
import { movementOf } from "../../../src/engine/compare/compare.js";
import type { ReportedAnswer } from "../../../src/engine/model/recommendation.js";
import { recommendationFor, surfaceOf } from "../check/checked.js";

const on = (answers: string) => recommendationFor(surfaceOf(answers, null));
const words = (answer: ReportedAnswer | null) =>
  answer === null ? null : answer.options.map(({ id }) => id).join(" ");

describe("what moves between two recommendations", () => {
  const before = on("{ style: stream, kinds: games }");
  const after = on("{ style: apart, load: many, kinds: games }");

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
    expect(movement.rules.lost.map(({ id }) => id)).toEqual(["streams", "held-open"]);
    expect(movement.settled.gained.map(({ id }) => id)).toEqual(["nobody-stays"]);
    expect(movement.settled.lost.map(({ id }) => id)).toEqual(["games-are-live", "login-on-stream"]);
  });

  it("names the concerns whose state moves, with where it was and is", () => {
    const homes = movementOf(before, after).concerns.map((moved) => [
      moved.concern,
      moved.before.placement?.id,
      moved.after.placement?.id,
    ]);
    expect(homes).toEqual([
      ["interaction", "on-the-wire", "nothing-there"],
      ["session", "session-bound", "session-not-kept"],
    ]);
  });

  it("sees that a place, a pattern, a companion or a second home alone changes", () => {
    const moved = (from: string, to: string): readonly string[] =>
      movementOf(on(from), on(to)).concerns.map(({ concern }) => concern);
    // The conversation is not kept either way: nowhere, then in numbered requests.
    expect(moved("{ style: steps }", "{ style: steps, order: strict }")).toEqual(["interaction"]);
    // It stays with its connection, and can be replayed as well.
    expect(moved("{ style: stream }", "{ style: stream, order: strict }")).toEqual(["interaction"]);
    const other = on("{ style: stream }");
    const [interaction, ...others] = other.concerns;
    if (interaction?.placement == null) throw new Error("a stream is placed");
    for (const part of [{ pattern: null }, { beside: interaction.placement.pattern }]) {
      const placement = { ...interaction.placement, ...part };
      const unlike = { ...other, concerns: [{ ...interaction, placement }, ...others] };
      expect(movementOf(other, unlike).concerns.map(({ concern }) => concern)).toEqual(["interaction"]);
    }
  });

  it("names clashes that come and go", () => {
    const ordered = on("{ style: apart, order: strict }");
    expect(movementOf(before, ordered).clashes.gained.map(({ id }) => id)).toEqual(["apart-in-order"]);
    expect(movementOf(ordered, before).clashes.lost.map(({ id }) => id)).toEqual(["apart-in-order"]);
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
    const more = on("{ style: stream, kinds: [games, shops] }");
    expect(movementOf(more, before).answers.map(({ question }) => question)).toEqual(["kinds"]);
  });

  it("is empty if nothing moves, whatever the notes say", () => {
    const noted = on("{ style: { answer: stream, note: by contract }, kinds: [games] }");
    const none = { gained: [], lost: [] };
    expect(movementOf(before, noted)).toMatchObject({
      answers: [],
      rules: none,
      settled: none,
      concerns: [],
      clashes: none,
      tradeoffs: none,
      guidance: none,
    });
  });
});
